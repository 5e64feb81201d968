import { and, asc, count, desc, eq, sql } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { ImportDraft } from "./draft"
import type { Tally } from "./read/tally"
import {
  documentIn,
  draftIn,
  type ImportRefusal,
  readingIn,
  type StoredDocument,
  type StoredReading,
} from "./stored"
import { wordsKept } from "./words-kept"

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

export type FileLine = {
  id: string
  name: string
  kind: string
  state: (typeof importFiles.$inferSelect)["state"]
  revision: number
  refusal: ImportRefusal | null
  draft: ImportDraft | null
  /** What a file that is no report would be kept as. */
  document: StoredDocument | null
  reading: StoredReading | null
  /** Words of the source that are in the draft, out of all. */
  words: Tally
  /** Of the meeting that it was saved as. */
  meeting: { id: string; number: number | null } | null
}

/** The files of a batch in their order. `not_found` when the group has no such batch. */
export async function getBatch(
  actor: Actor,
  slug: string,
  batchId: string,
): Promise<{ files: FileLine[] }> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  const rows = await rowsOf(group.id, batchId)
  if (rows.length === 0) throw notFound()
  return { files: rows.map(({ file, number }) => lineOf(file, number)) }
}

/** One file of a batch with its source, for the page that shows both side by side. */
export async function getFile(
  actor: Actor,
  slug: string,
  batchId: string,
  fileId: string,
): Promise<FileLine & { source: string }> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  const row = (await rowsOf(group.id, batchId)).find(({ file }) => file.id === fileId)
  if (!row) throw notFound()
  return { ...lineOf(row.file, row.number), source: row.file.source ?? "" }
}

async function rowsOf(groupId: string, batchId: string) {
  if (!/^[0-9a-f-]{36}$/.test(batchId)) return []
  return database()
    .select({ file: importFiles, number: meetings.number })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .leftJoin(meetings, eq(meetings.id, importFiles.meetingId))
    .where(and(eq(importFiles.batchId, batchId), eq(importBatches.groupId, groupId)))
    .orderBy(asc(importFiles.position))
}

function lineOf(file: typeof importFiles.$inferSelect, number: number | null): FileLine {
  const isReport = file.kind === "report"
  const draft = isReport && file.corrected ? draftIn(file) : null
  const reading = isReport && file.read ? readingIn(file) : null
  return {
    id: file.id,
    name: file.name,
    kind: file.kind,
    state: file.state,
    revision: file.revision,
    refusal: (file.refusal as ImportRefusal | null) ?? null,
    draft,
    document: !isReport && file.corrected ? documentIn(file) : null,
    reading,
    words:
      draft && reading
        ? wordsKept(file.source ?? "", reading.inValues, draft.text)
        : { total: 0, kept: 0 },
    meeting: file.meetingId ? { id: file.meetingId, number } : null,
  }
}
