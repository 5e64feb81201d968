import { and, asc, eq, inArray, isNull, notExists, sql } from "drizzle-orm"
import type { z } from "zod"
import { meetings } from "@/db/schema/meetings"
import { minutes } from "@/db/schema/minutes"
import { reports } from "@/db/schema/reports"
import { reviews } from "@/db/schema/reviews"
import { getDeskGroup } from "@/lib/groups/queries"
import { besideOf } from "@/lib/meetings/beside"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { publishersOf } from "@/lib/reports/proposals"
import { nextLanguage } from "@/lib/reports/usual-language"
import { findArchiveFindings } from "./findings"
import { ARCHIVE_AT_ONCE, type publishArchiveInput, tickOf } from "./input"
import { lacksReasons } from "./overrides"
import { findArchiveProposal } from "./proposals"

/** A meeting of the past whose report can be published from the archive, once it has number and start. */
export type ArchiveDraft = {
  meetingId: string
  number: number | null
  title: string
  startsAt: Date | null
  revision: number
  /** Where facts, agenda and attendance stand. */
  beside: string
  /** Whether number or start are missing. */
  lacks: boolean
}

/** A draft, with what the check says of it as it is saved, the gravest first; nothing that somebody left. */
export type CheckedDraft = ArchiveDraft & { findings: ShownFinding[] }

/** A proposal that waits for another co-chair: what it publishes, and what of it is still as it was. */
export type ArchiveProposal = {
  by: string
  own: boolean
  input: z.output<typeof publishArchiveInput>
  drafts: CheckedDraft[]
  /** Whether one of them was changed or published since, so that it can only be proposed anew. */
  stale: boolean
  /** Whether it lacks a reason that an error asks for by now: it can only be proposed anew, too. */
  unreasoned: boolean
}

export type ArchiveForDesk = {
  groupId: string
  /** As many as are published at once, the oldest first. */
  drafts: CheckedDraft[]
  /** How many drafts there are, and how many of them stand before those that are listed. */
  total: number
  from: number
  /** In which the group usually publishes. */
  language: Locale
  /** Whether the group asks for two co-chairs. */
  two: boolean
  proposal: ArchiveProposal | null
}

/**
 * The drafts from the archive of a group, and what was proposed of them; `asked` leaves out as many, for
 * those that are left for later. Says of each what the check finds, in the language of the reader. Drafts that
 * lack something stand last, so that they are in nobody's way.
 */
export async function getArchive(
  actor: Actor,
  slug: string,
  asked = 0,
  locale: Locale = "en",
): Promise<ArchiveForDesk> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "archive.publish", { groupId: group.id })
  const db = database()
  const [{ drafts, total, from }, publishers, open, language] = await Promise.all([
    readDraftsFrom(group.id, asked),
    publishersOf(db, group.id),
    findArchiveProposal(db, group.id),
    nextLanguage(db, group.id, null),
  ])
  const proposed = open
    ? await readDrafts(group.id, {
        among: open.input.reports.map(({ meetingId }) => meetingId),
      })
    : null
  const stand = new Set(proposed?.drafts.map(tickOf))
  const all = [...drafts, ...(proposed?.drafts ?? [])]
  const found = await findArchiveFindings(db, group.id, all, locale)
  const checked = (of: readonly ArchiveDraft[]): CheckedDraft[] =>
    of.map((draft) => ({ ...draft, findings: found.get(draft.meetingId) ?? [] }))
  return {
    ...{ groupId: group.id, drafts: checked(drafts), total, from, language, two: publishers > 1 },
    proposal:
      open && proposed
        ? {
            ...{ by: open.by, own: open.proposedBy === personOf(actor), input: open.input },
            drafts: checked(proposed.drafts),
            unreasoned: lacksReasons(checked(proposed.drafts), open.input),
            stale: !open.input.reports.every((report) => stand.has(tickOf(report))),
          }
        : null,
  }
}

/** The drafts behind the first `from`; all from the first where others published what stood there. */
async function readDraftsFrom(groupId: string, from: number) {
  const read = await readDrafts(groupId, { from })
  return read.total > 0 || from === 0
    ? { ...read, from }
    : { ...(await readDrafts(groupId, {})), from: 0 }
}

/** The first drafts of a group, or those among some meetings, and how many there are of them. */
async function readDrafts(
  groupId: string,
  { among, from = 0 }: { among?: readonly string[]; from?: number },
): Promise<{ drafts: ArchiveDraft[]; total: number }> {
  const db = database()
  const none = <Table extends typeof reports | typeof reviews>(table: Table) =>
    notExists(
      db
        .select({ id: table.id })
        .from(table as typeof reports)
        .where(eq(table.meetingId, meetings.id)),
    )
  const rows = await db
    .select({
      meetingId: meetings.id,
      number: meetings.number,
      title: meetings.title,
      startsAt: meetings.startsAt,
      revision: minutes.revision,
      facts: meetings.revision,
      agendaRevision: meetings.agendaRevision,
      attendanceRevision: meetings.attendanceRevision,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(meetings)
    .innerJoin(minutes, eq(minutes.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.groupId, groupId),
        eq(meetings.fromArchive, true),
        isNull(meetings.cancelledAt),
        among && inArray(meetings.id, [...among]),
        none(reports),
        none(reviews),
      ),
    )
    .orderBy(
      sql`${meetings.number} is null or ${meetings.startsAt} is null`,
      ...[asc(meetings.startsAt), asc(meetings.number), asc(meetings.id)],
    )
    .offset(from)
    .limit(ARCHIVE_AT_ONCE)
  return {
    total: rows[0]?.total ?? 0,
    drafts: rows.map(({ total: _, facts, agendaRevision, attendanceRevision, ...row }) => ({
      ...row,
      beside: besideOf({ revision: facts, agendaRevision, attendanceRevision }),
      lacks: row.number === null || row.startsAt === null,
    })),
  }
}
