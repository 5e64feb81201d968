import { and, asc, eq, sql } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { type Kind, kinds, toSettle } from "./progress"
import type { ImportRefusal, NotSaved } from "./stored"

/** What became of a file, in a line. What was read is null for a file that is no draft. */
export type Result = {
  id: string
  name: string
  state: (typeof importFiles.$inferSelect)["state"]
  kind: string
  refusal: ImportRefusal | null
  notSaved: NotSaved | null
  /** Asked to be saved, and not saved yet. */
  saving: boolean
  number: number | null
  startsAt: string | null
  title: string | null
  items: number | null
  present: number | null
  toSettle: number
  meetingId: string | null
  documentId: string | null
}

/** Files on a page of the list. */
export const resultsPage = 100

const inDraft = {
  number: sql<string | null>`${importFiles.corrected}->>'number'`,
  startsAt: sql<string | null>`${importFiles.corrected}->>'startsAt'`,
  title: sql<string | null>`${importFiles.corrected}->>'title'`,
  items: sql<number | null>`jsonb_array_length(${importFiles.corrected}->'agenda')`,
  present: sql<number | null>`jsonb_array_length(${importFiles.corrected}->'present')`,
}

/**
 * A page of a batch's files in their order, all or those of one kind; pages count from 1. Reads no
 * text of a file. Empty when the group has no such batch.
 */
export async function listResults(
  actor: Actor,
  slug: string,
  batchId: string,
  { show, page }: { show: Kind | null; page: number },
): Promise<Result[]> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  const rows = await database()
    .select({
      id: importFiles.id,
      name: importFiles.name,
      state: importFiles.state,
      kind: importFiles.kind,
      refusal: sql<ImportRefusal | null>`${importFiles.refusal}`,
      notSaved: sql<NotSaved | null>`${importFiles.read}->'notSaved'`,
      saving: sql<boolean>`${kinds.saving}`,
      ...inDraft,
      toSettle,
      meetingId: importFiles.meetingId,
      documentId: importFiles.documentId,
      meetingNumber: meetings.number,
    })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .leftJoin(meetings, eq(meetings.id, importFiles.meetingId))
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importBatches.groupId, group.id),
        show ? kinds[show] : undefined,
      ),
    )
    .orderBy(asc(importFiles.position))
    .limit(resultsPage)
    .offset((page - 1) * resultsPage)
  return rows.map(({ number, meetingNumber, ...row }) => ({
    ...row,
    number: meetingNumber ?? (number === null ? null : Number(number)),
  }))
}

/** The first report of a batch that is still to be looked at: what is unsure before what is ready. */
export async function findNext(batchId: string): Promise<{ id: string; name: string } | null> {
  for (const kind of ["unsure", "ready"] as const) {
    const [next] = await database()
      .select({ id: importFiles.id, name: importFiles.name })
      .from(importFiles)
      .where(and(eq(importFiles.batchId, batchId), kinds[kind]))
      .orderBy(asc(importFiles.position))
      .limit(1)
    if (next) return next
  }
  return null
}
