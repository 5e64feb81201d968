import { type Finding, placeAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

/** The next meeting is announced without a day, or with one that has to be counted: "in two weeks". */
export function nextMeetingUndated({ nextMeeting }: Pick<ReportFacts, "nextMeeting">): Finding[] {
  if (!nextMeeting) return []
  const { startsAt, when, text, suggestion, at } = nextMeeting
  // A day without its hour is a day.
  if ((startsAt !== null || when) && suggestion === null) return []
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
