import { and, desc, eq, lt } from "drizzle-orm"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { people } from "@/db/schema/people"
import type { AgendaItem } from "@/lib/meetings/agenda"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import { agendaOf } from "./agenda"
import { type DeskMeeting, findDeskMeeting } from "./desk-meeting"
import { findRevisionText } from "./find-revision"
import { type MinutesText, restoredFrom } from "./model"

/** One saved revision, without its text. `author` is null when the portal itself wrote it. */
export type Revision = {
  number: number
  savedAt: Date
  author: string | null
  /** The older revision that this one brought back. */
  restoredFrom: number | null
}

/** How many revisions a page of the history shows. */
export const historyPage = 100

/** The revisions of a meeting's minutes, newest first; `before` is the number to go on from. */
export async function listRevisions(
  actor: Actor,
  groupId: string,
  ref: string,
  before?: number,
): Promise<{ meeting: DeskMeeting; newest: number; revisions: Revision[] }> {
  authorize(actor, "minutes.read", { groupId })
  const meeting = await findDeskMeeting(database(), groupId, ref)
  if (!meeting) throw notFound()
  const [pointer] = await database()
    .select({ newest: minutes.revision })
    .from(minutes)
    .where(eq(minutes.meetingId, meeting.id))
  const rows = await database()
    .select({
      number: minutesRevisions.number,
      savedAt: minutesRevisions.savedAt,
      author: people.name,
      note: minutesRevisions.note,
    })
    .from(minutesRevisions)
    .leftJoin(people, eq(people.id, minutesRevisions.authorId))
    .where(
      and(
        eq(minutesRevisions.meetingId, meeting.id),
        before === undefined ? undefined : lt(minutesRevisions.number, before),
      ),
    )
    .orderBy(desc(minutesRevisions.number))
    .limit(historyPage)
  return {
    meeting,
    newest: pointer?.newest ?? 0,
    revisions: rows.map(({ note, ...row }) => ({ ...row, restoredFrom: restoredFrom(note) })),
  }
}

export type RevisionForReader = Revision & {
  meeting: DeskMeeting
  agenda: AgendaItem[]
  text: MinutesText
  /** The text before this one; null for the first revision. */
  previous: MinutesText | null
  newest: number
  may: { restore: boolean }
}

/** One revision with its text and the one before it, for reading and comparing. */
export async function getRevision(
  actor: Actor,
  groupId: string,
  ref: string,
  number: number,
): Promise<RevisionForReader> {
  const reader = database()
  const { meeting, newest, revisions } = await listRevisions(actor, groupId, ref, number + 1)
  const [revision] = revisions
  if (revision?.number !== number) throw notFound()
  const [agenda, text, previous] = await Promise.all([
    agendaOf(reader, meeting.id),
    findRevisionText(reader, meeting.id, number),
    findRevisionText(reader, meeting.id, number - 1),
  ])
  if (!text) throw notFound()
  return {
    ...revision,
    meeting,
    agenda,
    text,
    previous,
    newest,
    may: {
      restore: can(actor, "minutes.restore", { groupId, noteTakerId: meeting.noteTakerId }),
    },
  }
}
