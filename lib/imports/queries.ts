import { and, asc, count, desc, eq, gt, sql } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import type { ImportDraft } from "./draft"
import { groupFindings, type Numbered, numberedInGroup } from "./group-findings"
import type { Tally } from "./read/tally"
import {
  documentIn,
  draftIn,
  type ImportRefusal,
  readingIn,
  type StoredDocument,
  type StoredReading,
} from "./stored"

export type BatchLine = { id: string; at: Date; by: string | null; files: number; open: number }

/** The last fifty batches of a group, the newest first, with how many files are still to be looked at. */
export async function listBatches(actor: Actor, groupId: string): Promise<BatchLine[]> {
  authorize(actor, "import.read", { groupId })
  return database()
    .select({
      id: importBatches.id,
      at: importBatches.createdAt,
      by: people.name,
      files: count(importFiles.id),
      open: sql<number>`count(*) filter (where ${importFiles.state} = 'read')`.mapWith(Number),
    })
    .from(importBatches)
    .leftJoin(importFiles, eq(importFiles.batchId, importBatches.id))
    .leftJoin(people, eq(people.id, importBatches.broughtInBy))
    .where(eq(importBatches.groupId, groupId))
    .groupBy(importBatches.id, people.name)
    .orderBy(desc(importBatches.createdAt))
    .limit(50)
}

/** How many files the page of a batch shows at once. */
export const batchPage = 100

type FileColumns = typeof importFiles.$inferSelect

/** One file in the list of its batch: neither its source nor its draft is loaded. */
export type FileLine = Pick<FileColumns, "id" | "name" | "state" | "kind" | "revision"> & {
  refusal: ImportRefusal | null
  number: number | null
  /** Other numbers that are printed, as they stand there. */
  printed: string[]
  /** ISO. */
  startsAt: string | null
  /** Why it has its number, where that was a question. */
  why: StoredReading["settled"]
  /** Findings that nobody has answered. */
  unsettled: number
  /** Words of the source that are in the draft, out of all. */
  words: Tally
  /** Of the meeting that it was saved as. */
  meeting: { id: string; number: number | null } | null
  documentId: string | null
}

export type BatchForDesk = {
  files: FileLine[]
  /** Of the whole batch, whatever page of it is shown. */
  total: number
  open: { files: number; unsettled: number; next: { id: string; name: string } | null }
  /** Every number of the group and of the open drafts, for the rules that need them all. */
  numbered: Numbered[]
}

/** A page (from 1) of the files of a batch in their order. `not_found` when the group has no such batch. */
export async function getBatch(
  actor: Actor,
  slug: string,
  batchId: string,
  page = 1,
): Promise<BatchForDesk> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  const where = and(eq(importFiles.batchId, batchId), eq(importBatches.groupId, group.id))
  const findings = sql`jsonb_array_length(coalesce(${importFiles.read}->'findings', '[]'))`
  const answered = sql`jsonb_array_length(coalesce(${importFiles.corrected}->'settled', '[]'))`
  const unsettled = sql<number>`greatest(${findings} - ${answered}, 0)`.mapWith(Number)
  // A document of the group is offered on a page of its own, and not among the drafts that are saved.
  const isOpen = sql`${importFiles.state} = 'read' and ${importFiles.kind} = 'report'`
  const [sum] = isId(batchId)
    ? await database()
        .select({
          total: count(importFiles.id),
          files: sql<number>`count(*) filter (where ${isOpen})`.mapWith(Number),
          unsettled: sql<number>`coalesce(sum(${unsettled}) filter (where ${isOpen}), 0)`.mapWith(
            Number,
          ),
        })
        .from(importBatches)
        .innerJoin(importFiles, eq(importFiles.batchId, importBatches.id))
        .where(where)
    : []
  if (!sum || sum.total === 0) throw notFound()
  const rows = await database()
    .select({
      id: importFiles.id,
      name: importFiles.name,
      state: importFiles.state,
      kind: importFiles.kind,
      revision: importFiles.revision,
      refusal: sql<ImportRefusal | null>`${importFiles.refusal}`,
      number: sql<number | null>`(${importFiles.corrected}->>'number')::int`,
      numbers: sql<StoredReading["numbers"]>`coalesce(${importFiles.read}->'numbers', '[]')`,
      startsAt: sql<string | null>`${importFiles.corrected}->>'startsAt'`,
      why: sql<StoredReading["settled"]>`nullif(${importFiles.read}->'settled', 'null')`,
      unsettled,
      words: sql<Tally>`coalesce(${importFiles.read}->'words', '{"total":0,"kept":0}')`,
      documentId: importFiles.documentId,
      meetingId: importFiles.meetingId,
      meetingNumber: meetings.number,
    })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .leftJoin(meetings, eq(meetings.id, importFiles.meetingId))
    .where(where)
    .orderBy(asc(importFiles.position))
    .limit(batchPage)
    .offset((Math.max(page, 1) - 1) * batchPage)
  const files = rows.map(({ meetingId, meetingNumber, numbers, ...row }) => ({
    ...row,
    printed: numbers.flatMap(({ value, printed }) => (value === row.number ? [] : [printed])),
    meeting: meetingId ? { id: meetingId, number: meetingNumber } : null,
  }))
  const { total, ...open } = sum
  const next = await nextOpen(batchId, -1)
  const numbered = await numberedInGroup(database(), { groupId: group.id, batchId })
  return { files, total, open: { ...open, next }, numbered }
}

/** The files of a batch that are still open, in their order: all that saving them needs. */
export async function listOpen(
  actor: Actor,
  slug: string,
  batchId: string,
): Promise<{ id: string; name: string; revision: number }[]> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  return database()
    .select({ id: importFiles.id, name: importFiles.name, revision: importFiles.revision })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importBatches.groupId, group.id),
        eq(importFiles.state, "read"),
        eq(importFiles.kind, "report"),
      ),
    )
    .orderBy(asc(importFiles.position))
}

/** One file with its source, draft and what was read in it. */
export type FileForDesk = Pick<FileColumns, "id" | "name" | "state" | "kind" | "revision"> & {
  source: string
  draft: ImportDraft | null
  reading: StoredReading | null
  /** What a file that is no report would be kept as. */
  document: StoredDocument | null
  /** What is found only with the whole group in view. */
  group: ReturnType<typeof groupFindings>
  next: { id: string; name: string } | null
}

/** One file of a batch. `not_found` when the group has no such batch, or the batch no such file. */
export async function getFile(
  actor: Actor,
  slug: string,
  batchId: string,
  fileId: string,
): Promise<FileForDesk> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  if (!isId(batchId) || !isId(fileId)) throw notFound()
  const [row] = await database()
    .select({
      id: importFiles.id,
      name: importFiles.name,
      state: importFiles.state,
      kind: importFiles.kind,
      revision: importFiles.revision,
      position: importFiles.position,
      source: importFiles.source,
      read: importFiles.read,
      corrected: importFiles.corrected,
    })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importFiles.id, fileId),
        eq(importFiles.batchId, batchId),
        eq(importBatches.groupId, group.id),
      ),
    )
  if (!row) throw notFound()
  const { read, corrected, position, source, ...facts } = row
  const isReport = row.kind === "report"
  const draft = corrected && isReport ? draftIn(row) : null
  const numbered = draft ? await numberedInGroup(database(), { groupId: group.id, batchId }) : []
  return {
    ...facts,
    source: source ?? "",
    draft,
    reading: read && isReport ? readingIn(row) : null,
    document: corrected && !isReport ? documentIn(row) : null,
    group: draft ? groupFindings({ ...draft, id: row.id, name: row.name }, numbered) : [],
    next: await nextOpen(batchId, position),
  }
}

/** The next open file of a batch behind a place. */
async function nextOpen(batchId: string, position: number) {
  const [next] = await database()
    .select({ id: importFiles.id, name: importFiles.name })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importFiles.state, "read"),
        gt(importFiles.position, position),
      ),
    )
    .orderBy(asc(importFiles.position))
    .limit(1)
  return next ?? null
}
