import { instantText } from "./compose"
import { type ReportContent, type ReportWithdrawal, reportContent } from "./model"

/**
 * The content of the version that takes a report back: which meeting it was, why, and who answers for
 * it. No text, no agenda, and nobody else's name.
 */
export function composeWithdrawal(
  last: ReportContent,
  { at, ...withdrawal }: ReportWithdrawal & { at: Date },
): ReportContent {
  return reportContent.parse({
    ...last,
    version: last.version + 1,
    publishedAt: instantText(at),
    chairs: [],
    hosts: [],
    moderators: [],
    noteTaker: null,
    agenda: [],
    sections: [],
    attendance: { list: "on-request", counts: { present: 0, regrets: 0, written: 0 } },
    nextMeeting: "",
    correction: null,
    withdrawal,
  })
}
