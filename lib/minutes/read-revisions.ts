import { and, eq, inArray } from "drizzle-orm"
import { minutesRevisions } from "@/db/schema/minutes"
import type { AgendaItem } from "@/lib/meetings/agenda"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { namesOf } from "@/lib/people/names"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { can } from "@/lib/policy/can"
import { authorsIn, storedAuthorship, writtenBy } from "./authorship"
import type { Written } from "./compare"
import type { DeskMeeting } from "./desk-meeting"
import { findRevisions, type Revision } from "./find-revisions"
import { baseOf, openHistory } from "./history"
import { storedText } from "./read-text"

/** A revision with its text and those who wrote it. */
export type WrittenRevision = Revision & Written

export type RevisionsForReader = {
  meeting: DeskMeeting
  agenda: AgendaItem[]
  newest: number
  /** In the order of their numbers. */
  revisions: WrittenRevision[]
  /** The names of all who wrote in them, by id. */
  names: ReadonlyMap<string, string>
  may: { restore: boolean; name: boolean }
}

/** Some revisions with their texts; those that never were are left out. Refuses as `authorize` does. */
async function readRevisions(
  actor: Actor,
  groupId: string,
  ref: string,
  numbers: number[],
): Promise<RevisionsForReader> {
  const { meeting, newest } = await openHistory(actor, groupId, ref)
  const reader = database()
  const [agenda, found, texts] = await Promise.all([
    agendaNow(reader, meeting.id),
    findRevisions(reader, meeting.id, { numbers }, numbers.length),
    reader
      .select({
        number: minutesRevisions.number,
        text: minutesRevisions.text,
        authorship: minutesRevisions.authorship,
        authorId: minutesRevisions.authorId,
      })
      .from(minutesRevisions)
      .where(
        and(eq(minutesRevisions.meetingId, meeting.id), inArray(minutesRevisions.number, numbers)),
      ),
  ])
  const written = new Map(
    texts.map(({ number, authorship, authorId, ...row }): [number, Written] => {
      const text = storedText(row.text)
      const known = storedAuthorship(authorship) ?? writtenBy(authorId, text.order)
      return [number, { text, authorship: known }]
    }),
  )
  const revisions = found.reverse().flatMap((revision) => {
    const own = written.get(revision.number)
    return own ? [{ ...revision, ...own }] : []
  })
  const subject = { groupId, noteTakerId: meeting.noteTakerId }
  return {
    meeting,
    agenda,
    newest,
    revisions,
    names: await namesOf(
      reader,
      revisions.flatMap(({ authorship }) => authorsIn(authorship)),
    ),
    may: {
      restore: can(actor, "minutes.restore", subject),
      name: can(actor, "minutes.name", subject),
    },
  }
}

export type RevisionForReader = Omit<RevisionsForReader, "revisions"> & {
  revision: WrittenRevision
  /** The one before; null for the first. */
  previous: WrittenRevision | null
}

/** One revision with its text and the one before it; `not_found` when it never was. */
export async function getRevision(
  actor: Actor,
  groupId: string,
  ref: string,
  number: number,
): Promise<RevisionForReader> {
  const { revisions, ...rest } = await readRevisions(actor, groupId, ref, [number - 1, number])
  const revision = revisions.find((one) => one.number === number)
  if (!revision) throw notFound()
  return {
    ...rest,
    revision,
    previous: revisions.find((one) => one.number === number - 1) ?? null,
  }
}

export type ComparisonForReader = Omit<RevisionsForReader, "revisions"> & {
  older: WrittenRevision
  newer: WrittenRevision
}

/**
 * Any two revisions, the older by number first, whichever was asked for first. Without `to` the newest;
 * without `from` the last named one before the newest, else the one before `to`. `not_found` when one
 * of them never was.
 */
export async function getComparison(
  actor: Actor,
  groupId: string,
  ref: string,
  asked: { from?: number | undefined; to?: number | undefined },
): Promise<ComparisonForReader> {
  const { meeting, newest } = await openHistory(actor, groupId, ref)
  const to = asked.to ?? newest
  const before = to === newest ? await baseOf(meeting.id, newest) : to - 1
  const from = asked.from ?? (before || to)
  const { revisions, ...rest } = await readRevisions(actor, groupId, ref, [from, to])
  const older = revisions.find(({ number }) => number === Math.min(from, to))
  const newer = revisions.find(({ number }) => number === Math.max(from, to))
  if (!older || !newer) throw notFound()
  return { ...rest, older, newer }
}
