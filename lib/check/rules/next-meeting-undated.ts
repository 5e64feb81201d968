import { type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** The next meeting is announced without a day. */
export function nextMeetingUndated({ nextMeeting }: Pick<ReportFacts, "nextMeeting">): Finding[] {
  if (!nextMeeting || nextMeeting.startsAt !== null) return []
  const { text, suggestion, at } = nextMeeting
  return [
    {
      rule: "next-meeting-undated",
      severity: "warning",
      place: placeAt(at),
      values: { text: shortened(text) },
      ...(suggestion ? { fix: suggestion } : {}),
    },
  ]
}
