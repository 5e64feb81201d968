import { setImmediate } from "node:timers/promises"
import type { Reader } from "@/db/client"
import { loadSpeller } from "@/lib/check/dictionary"
import { checkContextFor } from "@/lib/meetings/check-context"
import { getMeetingsForReport } from "@/lib/meetings/for-report"
import { checkMinutes } from "@/lib/minutes/check/check"
import type { MinutesFinding, ShownFinding } from "@/lib/minutes/check/model"
import { shownFindingsOf } from "@/lib/minutes/check/queries"
import { sourceOf } from "@/lib/minutes/check/source"
import { getCurrentTexts } from "@/lib/minutes/queries"
import type { Locale } from "@/lib/platform/locales"
import { findingsUnder, stampOf } from "./kept-findings"

/**
 * What the check says of each of a group's drafts as they are saved, without what somebody left as it is;
 * by the meeting. However many they are, as many queries are asked; the rules run for those alone of which
 * something changed since the last look. Does not authorize.
 */
export async function findArchiveFindings(
  reader: Reader,
  groupId: string,
  drafts: readonly { meetingId: string }[],
  locale: Locale,
): Promise<Map<string, ShownFinding[]>> {
  const ids = [...new Set(drafts.map(({ meetingId }) => meetingId))]
  const [currents, facts] = await Promise.all([
    getCurrentTexts(reader, ids),
    getMeetingsForReport(reader, ids),
  ])
  const texts = ids.flatMap((meetingId) => {
    const [current, meeting] = [currents.get(meetingId), facts.get(meetingId)]
    if (!current || !meeting) return []
    const { text } = current
    const hrefs = sourceOf(meeting, text).flatMap(({ rich }) =>
      rich.marks.flatMap(({ href }) => href ?? []),
    )
    return [{ meetingId, meeting, text, hrefs }]
  })
  const links = texts.flatMap(({ hrefs }) => hrefs)
  const [{ meetings, ...context }, speller] = await Promise.all([
    checkContextFor(reader, groupId, { links }),
    loadSpeller(),
  ])
  const around = stampOf([meetings, context.people, context.words])
  const found = new Map<string, MinutesFinding[]>()
  for (const { meetingId, meeting, text, hrefs } of texts) {
    const answers = hrefs.map((href) => context.links.get(href) ?? null)
    const stamp = stampOf([around, meeting, text, answers])
    const findings = findingsUnder(stamp, () => {
      // A number is borne by one meeting alone: the other meetings are those with another one.
      const others = meetings.filter(({ number }) => number !== meeting.number)
      return checkMinutes(meeting, text, { ...context, meetings: others, speller })
    })
    found.set(meetingId, findings)
    // Many reports are checked in one go: who else asks meanwhile is answered between two of them.
    await setImmediate()
  }
  const shown = await shownFindingsOf(reader, found, locale)
  return new Map(
    [...shown].map(([meetingId, findings]) => [
      meetingId,
      findings.filter(({ left }) => left === null),
    ]),
  )
}
