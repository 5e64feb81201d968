import { useTranslations } from "next-intl"

/** The years in which the group met, as links; the one that is shown is marked. */
export function YearFilter({
  years,
  shown,
  base,
}: {
  years: readonly number[]
  shown: number | undefined
  base: string
}) {
  const t = useTranslations("meetings")
  if (years.length < 2) return null
  return (
    <nav className="years" aria-label={t("filter")}>
      <ul>
        <li>
          <a href={base} aria-current={shown === undefined ? "page" : undefined}>
            {t("allYears")}
          </a>
        </li>
        {years.map((year) => (
          <li key={year}>
            <a href={`${base}?year=${year}`} aria-current={shown === year ? "page" : undefined}>
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
