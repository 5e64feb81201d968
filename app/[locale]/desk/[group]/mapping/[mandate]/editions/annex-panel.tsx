import { useTranslations } from "next-intl"
import { ActivityFacts, ActivityTitle } from "@/app/ui/editions/activity-list"
import type { AnnexLine } from "@/lib/editions/queries"
import { ReturnForm } from "./return-form"

/** What stands in the annex now, with the way back into its row. */
export function AnnexPanel({
  lines,
  total,
  rowHref,
  mayReturn,
}: {
  lines: readonly AnnexLine[]
  total: number
  rowHref: (row: number) => string
  mayReturn: boolean
}) {
  const t = useTranslations("mapping.editions")
  if (total === 0) return null
  return (
    <section aria-labelledby="annex">
      <h2 id="annex">{t("annex")}</h2>
      <p className="hint">{t("annexDesk")}</p>
      <details>
        <summary>{t("annexShown", { shown: lines.length, all: total })}</summary>
        <ul className="row-list">
          {lines.map(({ id, activity, row, isRetired, edition }) => (
            <li key={id}>
              <ActivityTitle activity={activity} /> <ActivityFacts activity={activity} />{" "}
              <span className="muted">
                <a href={rowHref(row)}>{t("rowNumber", { number: row })}</a>,{" "}
                {t("numbered", { number: edition })}
              </span>
              {mayReturn && !isRetired ? <ReturnForm annexId={id} title={activity.title} /> : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
