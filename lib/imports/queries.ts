import { and, asc, eq, gt, isNotNull } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import type { ImportDraft } from "./draft"
import { groupFindings, type Holder, holderOf } from "./group-findings"
import { nearNumbers, usualTime } from "./near-numbers"
import { withSecrets } from "./secrets-apart"
import { documentIn, draftIn, readingIn, type StoredDocument, type StoredReading } from "./stored"

type FileColumns = typeof importFiles.$inferSelect

/** One file with its source, draft and what was read in it. */
export type FileForDesk = Pick<
  FileColumns,
  "id" | "name" | "state" | "kind" | "revision" | "meetingId"
> & {
  /** Whether its bytes are kept as they came. */
  hasOriginal: boolean
  source: string
  draft: ImportDraft | null
  reading: StoredReading | null
  /** What a file that is no report would be kept as. */
  document: StoredDocument | null
  /** What is found only with the whole group in view. */
  group: ReturnType<typeof groupFindings>
  /** What has its number already. */
  holder: Holder | null
  /** The hour at which the group mostly began (UTC, `13:00`); null where none is known. */
  usualTime: string | null
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
      meetingId: importFiles.meetingId,
      hasOriginal: isNotNull(importFiles.original).mapWith(Boolean),
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
  const { read: _, corrected, position, source, ...facts } = row
  const isReport = row.kind === "report"
  const draft = corrected && isReport ? draftIn(row) : null
  const read = row.read && isReport ? readingIn(row) : null
  const reading =
    read && draft ? { ...read, findings: withSecrets(read.findings, draft, source ?? "") } : read
  const numbered = draft && {
    ...{ id: row.id, name: row.name, number: draft.number },
    heldAt: draft.startsAt ?? draft.day,
  }
  const near = numbered && (await nearNumbers(database(), group.id, [numbered]))
  return {
    ...facts,
    source: source ?? "",
    draft,
    reading,
    document: corrected && !isReport ? documentIn(row) : null,
    group: numbered ? groupFindings(numbered, near?.get(row.id) ?? []) : [],
    holder: numbered ? holderOf(numbered, near?.get(row.id) ?? [], slug) : null,
    // It is asked for where the day alone is known.
    usualTime: draft?.day ? await usualTime(database(), group.id) : null,
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
