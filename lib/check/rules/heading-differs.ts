import { type Finding, placeAt, type ReportFacts } from "../model"
import { titleKey } from "../titles"

/** The heading of a section is worded otherwise than the agenda; a shortened title is not. */
export function headingDiffers({ headings }: Pick<ReportFacts, "headings">): Finding[] {
  return headings.flatMap((heading): Finding[] => {
    const printed = titleKey(heading.printed)
    const title = titleKey(heading.title)
    if (printed === title || title.startsWith(printed) || printed.startsWith(title)) return []
    return [
      {
        rule: "heading-differs",
        severity: "warning",
        place: placeAt(heading.at, heading.item),
        values: { item: heading.item, printed: heading.printed, title: heading.title },
        fix: heading.title,
        words: { before: "", there: heading.printed },
        replacement: heading.title,
      },
    ]
  })
}
