import { emptyItems } from "../empty-items"
import { type CoveredItem, type Finding, placeAt, type ReportFacts } from "../model"

/** A section has a heading, and not a word stands under it. */
export function itemEmpty(
  report: Pick<ReportFacts, "agenda" | "sections" | "paragraphs">,
): Finding[] {
  const empty = emptyItems(report)
  return report.agenda.flatMap(within)

  function within(item: CoveredItem): Finding[] {
    const at = empty.get(item.label)
    if (at === undefined) return item.children.flatMap(within)
    return [
      {
        rule: "item-empty",
        severity: "warning",
        place: placeAt(at, item.label),
        values: { item: item.label, title: item.title },
      },
    ]
  }
}
