import { and, eq, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { minutesDocuments } from "@/db/schema/live-minutes"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { people } from "@/db/schema/people"
import { findStates } from "@/lib/live/stored"
import type { AgendaItem } from "@/lib/meetings/agenda"
import { agendaNow, agendasNow } from "@/lib/meetings/agenda-now"
import { findLack } from "@/lib/meetings/open-to-change"
import { publishedVersion } from "@/lib/meetings/published"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { type DeskMeeting, findDeskMeeting } from "./desk-meeting"
import { minutesKind } from "./live/kind"
import { textOf } from "./live/settle"
import { type MinutesPerson, type MinutesText, withAgenda } from "./model"
import { peopleOf } from "./people"
import { storedText } from "./read-text"

export type CurrentText = {
  revision: number
  text: MinutesText
  savedAt: Date
  author: string | null
}

/**
 * The text of a meeting's minutes with all that is saved, also since the last revision, or null before
 * their start. Does not authorize.
 */
export async function getCurrentText(
  reader: Reader,
  meetingId: string,
): Promise<CurrentText | null> {
  return (await getCurrentTexts(reader, [meetingId])).get(meetingId) ?? null
}

/** The same for several meetings, by the meeting, however many in as many queries. Does not authorize. */
export async function getCurrentTexts(
  reader: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, CurrentText>> {
  const rows = await reader
    .select({
      meetingId: minutes.meetingId,
      revision: minutes.revision,
      text: minutesRevisions.text,
      savedAt: minutesRevisions.savedAt,
      author: people.name,
      upto: minutesRevisions.upto,
      last: minutesDocuments.last,
      changedAt: minutesDocuments.changedAt,
    })
    .from(minutes)
    .innerJoin(
      minutesRevisions,
      and(
        eq(minutesRevisions.meetingId, minutes.meetingId),
        eq(minutesRevisions.number, minutes.revision),
      ),
    )
    .leftJoin(people, eq(people.id, minutesRevisions.authorId))
    .leftJoin(minutesDocuments, eq(minutesDocuments.meetingId, minutes.meetingId))
    .where(inArray(minutes.meetingId, [...meetingIds]))
  const newer = rows.flatMap(({ meetingId, last, upto }) =>
    last !== null && last > (upto ?? 0) ? [meetingId] : [],
  )
  const states = await findStates(reader, minutesKind, newer)
  const agendas = await agendasNow(reader, [...states.keys()])
  return new Map(
    rows.map(({ meetingId, text, upto: _, last: __, changedAt, ...saved }) => {
      const before = storedText(text)
      const stored = states.get(meetingId)
      if (!stored) return [meetingId, { ...saved, text: before }]
      const now = textOf(stored, before, agendas.get(meetingId) ?? [])
      return [meetingId, { ...saved, text: now, savedAt: changedAt ?? saved.savedAt, author: null }]
    }),
  )
}

export type MinutesForEditor = {
  meeting: DeskMeeting
  agenda: AgendaItem[]
  /** Null before the minutes are started. The text is fitted to the agenda of this moment. */
  current: CurrentText | null
  /** The newest published version of the report; null before the first. */
  version: number | null
  /** Whom the text may name, in the capacity of the day of the meeting. */
  people: MinutesPerson[]
  /** Why nothing can be changed now (a key under `errors`); null while it is open to the reader. */
  lack: string | null
  may: { edit: boolean; restore: boolean }
}

/**
 * All that the page on which minutes are written needs. `ref` is the id of the meeting or its number.
 * Refuses as `authorize` does; `not_found` when the group has no such meeting.
 */
export async function getMinutesForEditor(
  actor: Actor,
  groupId: string,
  ref: string,
  locale: Locale,
): Promise<MinutesForEditor> {
  authorize(actor, "minutes.read", { groupId })
  const meeting = await findDeskMeeting(database(), groupId, ref)
  if (!meeting) throw notFound()
  const [agenda, version, current, known, lack] = await Promise.all([
    agendaNow(database(), meeting.id),
    publishedVersion(database(), meeting.id),
    getCurrentText(database(), meeting.id),
    peopleOf(database(), meeting, locale),
    findLack(database(), actor, { ...meeting, groupId, cancelledAt: null }),
  ])
  const subject = { groupId, noteTakerId: meeting.noteTakerId }
  return {
    meeting,
    agenda,
    version,
    current: current && { ...current, text: withAgenda(current.text, agenda) },
    people: known,
    lack,
    may: {
      edit: lack === null && can(actor, "minutes.edit", subject),
      restore: lack === null && can(actor, "minutes.restore", subject),
    },
  }
}

/** The id of a meeting of a group by its id or number, for whoever may read its minutes. */
export async function findMeetingId(actor: Actor, groupId: string, ref: string): Promise<string> {
  authorize(actor, "minutes.read", { groupId })
  const meeting = await findDeskMeeting(database(), groupId, ref)
  if (!meeting) throw notFound()
  return meeting.id
}
