import { type Finding, placeAt, type ReportFacts } from "../model"

/** The next meeting is announced without a day. */
export function nextMeetingUndated({ nextMeeting }: Pick<ReportFacts, "nextMeeting">): Finding[] {
  if (!nextMeeting || nextMeeting.startsAt !== null) return []
  const { text, suggestion, at } = nextMeeting
  return [
    {
      rule: "next-meeting-undated",
      severity: "warning",
      place: placeAt(at),
      values: { text: text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text },
      ...(suggestion ? { fix: suggestion } : {}),
    },
  ]
}
