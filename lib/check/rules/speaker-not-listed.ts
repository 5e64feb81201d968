import { isListed } from "../listed"
import { type CheckContext, type Finding, placeAt, type ReportFacts } from "../model"

/**
 * Somebody speaks in the text and is not among the participants. Without a list nothing can be
 * said; of a first name alone it is only a note.
 */
export function speakerNotListed(
  report: Pick<ReportFacts, "mentions" | "participants">,
  { people }: Pick<CheckContext, "people">,
): Finding[] {
  if (report.participants.length === 0) return []
  return report.mentions
    .filter((mention) => mention.speaks && !isListed(mention.name, report.participants, people))
    .map((mention) => ({
      rule: "speaker-not-listed",
      severity: mention.name.includes(" ") ? "warning" : "note",
      place: placeAt(mention.at, mention.item),
      values: { name: mention.name },
      fix: mention.name,
    }))
}
