import { eq, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { checkDismissals } from "@/db/schema/checks"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { describeFinding } from "@/lib/check/describe"
import { getMeetingForReport } from "@/lib/meetings/for-report"
import { endOf } from "@/lib/meetings/status"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { groupedBy } from "@/lib/platform/grouped"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { nextLanguage } from "@/lib/reports/state-queries"
import { findDeskMeeting } from "../desk-meeting"
import { getCurrentText } from "../queries"
import { findFindings } from "./find-findings"
import { fixesFor } from "./fixes"
import type { MinutesCheck, MinutesFinding, ShownFinding } from "./model"
import { oneAtATime } from "./one-at-a-time"

/** What can only be said of a call that is over: until then, an item may still be taken up. */
const ofTheEnd: ReadonlySet<string> = new Set(["item-not-recorded", "item-empty"])

/** Where a press writes words of its own. */
const WRITES: ReadonlySet<string> = new Set(["next-meeting-undated", "citation-ambiguous"])

/** Everybody who writes asks at the same pause. */
const share = oneAtATime<MinutesFinding[]>()

/**
 * What the check says of a meeting's minutes as they are saved at this moment, in the language of the
 * reader; no findings before their start, and none on items that may still come while the call goes on. `ref` is the id of the meeting or its number. Refuses as
 * `authorize` does; `not_found` when the group has no such meeting.
 */
export async function getMinutesCheck(
  actor: Actor,
  groupId: string,
  ref: string,
  locale: Locale,
): Promise<MinutesCheck> {
  authorize(actor, "minutes.read", { groupId })
  const db = database()
  const meeting = await findDeskMeeting(db, groupId, ref)
  if (!meeting) throw notFound()
  const { id: meetingId, noteTakerId } = meeting
  const found = await share(meetingId, async () => {
    const current = await getCurrentText(db, meetingId)
    if (!current) return []
    const facts = await getMeetingForReport(db, meetingId)
    const found = await findFindings(db, { groupId, meetingId, text: current.text }, facts)
    const { startsAt, minutes } = facts
    const isToCome = startsAt !== null && endOf(startsAt, minutes) > now()
    return isToCome ? found.filter(({ rule }) => !ofTheEnd.has(rule)) : found
  })
  return {
    groupId,
    findings: await shownFindings(db, meetingId, found, locale),
    may: {
      leave: can(actor, "minutes.edit", { groupId, noteTakerId }),
      addWord: can(actor, "group.edit", { groupId }),
      editFacts: can(actor, "meeting.edit", { groupId }),
    },
  }
}

/** Findings as a page shows them, with who has left them. An error is never left. Does not authorize. */
export async function shownFindings(
  reader: Reader,
  meetingId: string,
  findings: readonly MinutesFinding[],
  locale: Locale,
): Promise<ShownFinding[]> {
  const shown = await shownFindingsOf(reader, new Map([[meetingId, findings]]), locale)
  return shown.get(meetingId) ?? []
}

/** The same for several meetings of one group, by the meeting, in as many queries. Does not authorize. */
export async function shownFindingsOf(
  reader: Reader,
  found: ReadonlyMap<string, readonly MinutesFinding[]>,
  locale: Locale,
): Promise<Map<string, ShownFinding[]>> {
  const rows = await reader
    .select({
      meetingId: checkDismissals.meetingId,
      key: checkDismissals.key,
      by: people.name,
      at: checkDismissals.dismissedAt,
    })
    .from(checkDismissals)
    .leftJoin(people, eq(people.id, checkDismissals.dismissedBy))
    .where(inArray(checkDismissals.meetingId, [...found.keys()]))
  const language = await languageOf(reader, found)
  const leftIn = groupedBy(rows, ({ meetingId }) => meetingId)
  return new Map(
    [...found].map(([meetingId, findings]) => {
      const left = new Map(
        leftIn.get(meetingId)?.map(({ key, by, at }) => [key, { by, at: at.toISOString() }]),
      )
      const shown = findings.map((finding) => ({
        rule: finding.rule,
        key: finding.key,
        severity: finding.severity,
        sentence: describeFinding(finding, locale),
        where: finding.where,
        fact: finding.fact,
        fixes: fixesFor(finding, language),
        left: finding.severity === "error" ? null : (left.get(finding.key) ?? null),
      }))
      return [meetingId, shown]
    }),
  )
}

/** The language in which the group usually publishes, asked only where a press would write words in it. */
async function languageOf(
  reader: Reader,
  found: ReadonlyMap<string, readonly MinutesFinding[]>,
): Promise<Locale> {
  const [meetingId] =
    [...found].find(([, findings]) => findings.some(({ rule }) => WRITES.has(rule))) ?? []
  if (!meetingId) return "en"
  const [meeting] = await reader
    .select({ groupId: meetings.groupId })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  return meeting ? nextLanguage(reader, meeting.groupId, null) : "en"
}
