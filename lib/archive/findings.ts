import { setImmediate } from "node:timers/promises"
import type { Reader } from "@/db/client"
import { loadSpeller } from "@/lib/check/dictionary"
import { checkContextFor } from "@/lib/meetings/check-context"
import { getMeetingForReport } from "@/lib/meetings/for-report"
import { checkMinutes } from "@/lib/minutes/check/check"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { shownFindings } from "@/lib/minutes/check/queries"
import { sourceOf } from "@/lib/minutes/check/source"
import { getCurrentText } from "@/lib/minutes/queries"
import type { Locale } from "@/lib/platform/locales"

/**
 * What the check says of each of a group's drafts as they are saved, without what somebody left as it is;
 * by the meeting. What is known around the group is read once for all of them. Does not authorize.
 */
export async function findArchiveFindings(
  reader: Reader,
  groupId: string,
  drafts: readonly { meetingId: string }[],
  locale: Locale,
): Promise<Map<string, ShownFinding[]>> {
  const texts = []
  for (const meetingId of new Set(drafts.map((draft) => draft.meetingId))) {
    const current = await getCurrentText(reader, meetingId)
    if (!current) continue
    const meeting = await getMeetingForReport(reader, meetingId)
    const links = sourceOf(meeting, current.text).flatMap(({ rich }) =>
      rich.marks.flatMap(({ href }) => href ?? []),
    )
    texts.push({ meetingId, meeting, links, text: current.text })
  }
  const [{ meetings, ...context }, speller] = await Promise.all([
    checkContextFor(reader, groupId, { links: texts.flatMap(({ links }) => links) }),
    loadSpeller(),
  ])
  const found = new Map<string, ShownFinding[]>()
  for (const { meetingId, meeting, text } of texts) {
    // A number is borne by one meeting alone: the other meetings are those with another one.
    const others = meetings.filter(({ number }) => number !== meeting.number)
    const findings = checkMinutes(meeting, text, { ...context, meetings: others, speller })
    const shown = await shownFindings(reader, meetingId, findings, locale)
    found.set(
      meetingId,
      shown.filter(({ left }) => left === null),
    )
    // Many reports are checked in one go: who else asks meanwhile is answered between two of them.
    await setImmediate()
  }
  return found
}
