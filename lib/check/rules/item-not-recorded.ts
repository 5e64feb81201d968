import { type CoveredItem, type Finding, placeAt, type ReportFacts } from "../model"

/** An agenda item of which the report says nothing; of a whole branch only the top is named. */
export function itemNotRecorded({ agenda }: Pick<ReportFacts, "agenda">): Finding[] {
  return agenda.flatMap(missing)
}

function missing(item: CoveredItem): Finding[] {
  if (item.coverage !== "not-recorded") return item.children.flatMap(missing)
  return [
    {
      rule: "item-not-recorded",
      severity: "warning",
      place: placeAt(item.at, item.label),
      values: { item: item.label, title: item.title },
    },
  ]
}
