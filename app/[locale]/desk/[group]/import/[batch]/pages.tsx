import { getTranslations } from "@/lib/platform/i18n"

type Props = { base: string; shown: number; size: number; total: number }

/** Links to the other pages of a long list; nothing where one page holds all. */
export async function Pages({ base, shown, size, total }: Props) {
  const t = await getTranslations("imports.batch")
  const count = Math.ceil(total / size)
  if (count < 2) return null
  return (
    <nav aria-label={t("pages")} className="btns">
      {Array.from({ length: count }, (_, at) => at + 1).map((page) => (
        <a
          key={page}
          className="btn small quiet"
          href={`${base}?page=${page}`}
          aria-current={page === shown ? "page" : undefined}
        >
          {t("page", { from: (page - 1) * size + 1, to: Math.min(page * size, total) })}
        </a>
      ))}
    </nav>
  )
}
