import { and, asc, eq } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { ImportDraft } from "./draft"
import type { Tally } from "./read/tally"
import { draftIn, type ImportRefusal, readingIn, type StoredReading } from "./stored"
import { wordsKept } from "./words-kept"

export type FileLine = {
  id: string
  name: string
  state: (typeof importFiles.$inferSelect)["state"]
  revision: number
  refusal: ImportRefusal | null
  draft: ImportDraft | null
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
  const draft = file.corrected ? draftIn(file) : null
  const reading = file.read ? readingIn(file) : null
  return {
    id: file.id,
    name: file.name,
    state: file.state,
    revision: file.revision,
    refusal: (file.refusal as ImportRefusal | null) ?? null,
    draft,
    reading,
    words:
      draft && reading
        ? wordsKept(file.source ?? "", reading.inValues, draft.text)
        : { total: 0, kept: 0 },
    meeting: file.meetingId ? { id: file.meetingId, number } : null,
  }
}
