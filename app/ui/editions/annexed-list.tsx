import { useTranslations } from "next-intl"
import type { AnnexEntry } from "@/lib/editions/model"
import { ActivityFacts, ActivityTitle } from "./activity-list"

/** Activities that stand in the annex, or are about to, with the row that they came from. */
export function AnnexedList({ entries }: { entries: readonly AnnexEntry[] }) {
  const t = useTranslations("mapping.editions")
  return (
    <ul className="row-list">
      {entries.map(({ row, activity }) => (
        <li key={`${row} ${activity.id}`}>
          <ActivityTitle activity={activity} /> <ActivityFacts activity={activity} />{" "}
          <span className="muted">{t("ofRow", { number: row })}</span>
        </li>
      ))}
    </ul>
  )
}
