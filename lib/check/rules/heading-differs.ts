import { type Finding, placeAt, type ReportFacts } from "../model"
import { titleKey } from "../titles"
import { containment } from "../words"

/** "Point 3", "TOP 1": the number of an item, without its title. */
const NUMBER_ALONE =
  /^\W{0,3}(?:(?:agenda )?(?:item|point|topic|top|no|nr)\W{0,3})?(?:[\divxlc.]{1,8}|[a-z])\W{0,3}$/i
/** "[Ana] Lamps": whoever leads the item. */
const WHOSE = /^\[[^[\]]{1,40}\]\s{0,2}/

/**
 * The heading of a section is worded otherwise than the agenda; a shortened title is not, nor the number
 * of the item alone.
 */
export function headingDiffers({ headings }: Pick<ReportFacts, "headings">): Finding[] {
  return headings.flatMap((heading): Finding[] => {
    if (NUMBER_ALONE.test(heading.printed) || callsItem(heading)) return []
    const printed = titleKey(heading.printed.replace(WHOSE, ""))
    const title = titleKey(heading.title.replace(WHOSE, ""))
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

/** "Under the second item, Ana": a paragraph that calls its item by its place, and has no heading. */
function callsItem({ printed, title }: { printed: string; title: string }): boolean {
  return /\b(?:item|point)\b/i.test(printed) && containment(title, printed).share === 0
}
