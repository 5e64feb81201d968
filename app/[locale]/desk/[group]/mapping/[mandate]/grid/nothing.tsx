import { useTranslations } from "next-intl"

/** What stands where no row does: none is like what is looked for, or there is none yet, and what to do then. */
export function Nothing({
  words,
  total,
  areas,
  base,
  mayAdd,
}: {
  /** What is said where there are rows, but none of them is shown. */
  words: string
  /** How many rows and areas there are. */
  total: number
  areas: number
  base: string
  mayAdd: boolean
}) {
  const t = useTranslations("mapping.grid")
  if (total > 0) return <p className="nothing">{words}</p>
  if (areas > 0)
    return (
      <p className="nothing">
        {t("noRow")} {mayAdd ? <a href={`${base}/rows/new`}>{t("addRow")}</a> : null}
      </p>
    )
  return (
    <p className="nothing">
      {t("noArea")} <a href={`${base}/areas`}>{t("addArea")}</a>
    </p>
  )
}
