import { and, desc, eq, lt } from "drizzle-orm"
import { minutesRevisionNames } from "@/db/schema/live-minutes"
import { minutes } from "@/db/schema/minutes"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { countChanges, type WordCount } from "./count-changes"
import { type DeskMeeting, findDeskMeeting } from "./desk-meeting"
import { findRevisions, type Revision } from "./find-revisions"

/** How many revisions a page of the history shows. */
export const historyPage = 100

/** A revision as the list shows it; `words` is null where nothing stands before it or time ran out. */
export type ListedRevision = Revision & { words: WordCount | null }

export type History = {
  meeting: DeskMeeting
  newest: number
  /** Newest first, at most a page of them. */
  revisions: ListedRevision[]
  /** Whether older ones follow. */
  more: boolean
  /** What the newest is compared with when nobody says otherwise: the last named one, else the one before. */
  base: number | null
  may: { name: boolean }
}

/** The meeting of somebody who may read its minutes, and its newest revision; 0 before the start. */
export async function openHistory(
  actor: Actor,
  groupId: string,
  ref: string,
): Promise<{ meeting: DeskMeeting; newest: number }> {
  authorize(actor, "minutes.read", { groupId })
  const meeting = await findDeskMeeting(database(), groupId, ref)
  if (!meeting) throw notFound()
  const [pointer] = await database()
    .select({ newest: minutes.revision })
    .from(minutes)
    .where(eq(minutes.meetingId, meeting.id))
  return { meeting, newest: pointer?.newest ?? 0 }
}

/**
 * The revisions of a meeting's minutes, newest first. `before` is the number to go on from, `named`
 * leaves out those without a name. Refuses as `authorize` does; `not_found` without such a meeting.
 */
export async function listRevisions(
  actor: Actor,
  groupId: string,
  ref: string,
  { before, named, locale }: { before?: number | undefined; named?: boolean; locale: Locale },
): Promise<History> {
  const { meeting, newest } = await openHistory(actor, groupId, ref)
  const reader = database()
  const which = { before, named: named ?? false }
  const found = await findRevisions(reader, meeting.id, which, historyPage + 1)
  const shown = found.slice(0, historyPage)
  const numbers = shown.map(({ number }) => number)
  const [counts, base] = await Promise.all([
    countChanges(reader, meeting.id, numbers, locale),
    baseOf(meeting.id, newest),
  ])
  return {
    meeting,
    newest,
    revisions: shown.map((revision) => ({
      ...revision,
      words: counts.get(revision.number) ?? null,
    })),
    more: found.length > historyPage,
    base,
    may: { name: can(actor, "minutes.name", { groupId, noteTakerId: meeting.noteTakerId }) },
  }
}

/** What the newest revision is compared with when nobody says otherwise. Does not authorize. */
export async function baseOf(meetingId: string, newest: number): Promise<number | null> {
  if (newest < 2) return null
  const [named] = await database()
    .select({ number: minutesRevisionNames.number })
    .from(minutesRevisionNames)
    .where(
      and(eq(minutesRevisionNames.meetingId, meetingId), lt(minutesRevisionNames.number, newest)),
    )
    .orderBy(desc(minutesRevisionNames.number))
    .limit(1)
  return named?.number ?? newest - 1
}
