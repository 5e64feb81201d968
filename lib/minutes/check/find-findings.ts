import type { Reader } from "@/db/client"
import { loadSpeller } from "@/lib/check/dictionary"
import { checkContextFor } from "@/lib/meetings/check-context"
import { getMeetingForReport, type MeetingForReport } from "@/lib/meetings/for-report"
import type { MinutesText } from "../model"
import { checkMinutes } from "./check"
import type { MinutesFinding } from "./model"
import { sourceOf } from "./source"

/**
 * Step: what the check finds in a text of a meeting's minutes, with all that the portal knows around
 * it. Does not authorize.
 */
export async function findFindings(
  reader: Reader,
  { groupId, meetingId, text }: { groupId: string; meetingId: string; text: MinutesText },
  known?: MeetingForReport,
): Promise<MinutesFinding[]> {
  const meeting = known ?? (await getMeetingForReport(reader, meetingId))
  const links = sourceOf(meeting, text).flatMap(({ rich }) =>
    rich.marks.flatMap(({ href }) => href ?? []),
  )
  const [context, speller] = await Promise.all([
    checkContextFor(reader, groupId, { exceptMeeting: meetingId, links }),
    loadSpeller(),
  ])
  return checkMinutes(meeting, text, { ...context, speller })
}
