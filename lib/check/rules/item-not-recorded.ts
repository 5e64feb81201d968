import { emptyItems } from "../empty-items"
import { type CoveredItem, type Finding, placeAt, type ReportFacts } from "../model"

/** An agenda item of which the report says nothing, not even a heading; of a whole branch only the top is named. */
export function itemNotRecorded(
  report: Pick<ReportFacts, "agenda" | "sections" | "paragraphs">,
): Finding[] {
  const empty = emptyItems(report)
  return report.agenda.flatMap(missing)

  function missing(item: CoveredItem): Finding[] {
    if (item.coverage !== "not-recorded") return item.children.flatMap(missing)
    if (empty.has(item.label)) return []
    return [
      {
        rule: "item-not-recorded",
        severity: "warning",
        place: placeAt(item.at, item.label),
        values: { item: item.label, title: item.title },
      },
    ]
  }
}
