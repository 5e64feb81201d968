import { and, count, eq, gte, lt } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { placesPerFile, refuseArrival } from "./arrival"
import { inParts } from "./in-parts"
import type { bringInInput } from "./input"
import { type LockedBatch, lockBatch } from "./lock-batch"
import { batchLimits } from "./model"

type Row = Omit<typeof importFiles.$inferInsert, "batchId">
type Input = z.output<typeof bringInInput>

/**
 * Stores files as they came in a new batch of a group, or adds them to one: a job reads them. What is
 * too large or empty is refused at once, by its size. Files whose places in the batch are taken were
 * sent before and are not stored again, so a request may be repeated.
 */
export async function bringIn(
  actor: Actor,
  { groupId, batchId, begins, from, listed, files }: Input,
): Promise<{ slug: string; batchId: string }> {
  authorize(actor, "import.bringIn", { groupId })
  const rows = await rowsOf(from, listed ?? files, files)
  return transaction(async (tx) => {
    const begun = batchId && !begins ? batchId : await beginBatch(tx, actor, groupId, batchId)
    const batch = await lockBatch(tx, begun)
    if (batch.groupId !== groupId) throw notFound()
    if (begins && batch.broughtInBy !== personOf(actor)) throw notFound()
    const fresh = await withoutStored(tx, batch, rows)
    for (const part of inParts(fresh))
      await tx.insert(importFiles).values(part.map((row) => ({ ...row, batchId: batch.id })))
    if (fresh.some(({ state }) => state === "waiting"))
      await enqueue(tx, "imports", { batchId: batch.id })
    if (fresh.length > 0)
      await record(tx, {
        name: "import.broughtIn",
        actor,
        groupId,
        subject: { type: "import", id: batch.id },
        data: {
          files: fresh.length,
          refused: fresh.filter(({ state }) => state === "refused").length,
        },
      })
    return { slug: batch.slug, batchId: batch.id }
  })
}

/** A batch under the id that whoever sends it gave, once however often that is; or under a new one. */
async function beginBatch(
  tx: Transaction,
  actor: Actor,
  groupId: string,
  id: string = crypto.randomUUID(),
): Promise<string> {
  await tx
    .insert(importBatches)
    .values({ id, groupId, broughtInBy: personOf(actor) })
    .onConflictDoNothing()
  return id
}

/** A row for each file that is named; the bytes of those that are refused by their size need not be there. */
async function rowsOf(
  from: number,
  named: readonly { name: string; size: number }[],
  files: readonly File[],
): Promise<Row[]> {
  const arrived = named === files ? files : [...files]
  let sent = 0
  let bytes = 0
  const rows: Row[] = []
  for (const [place, { name, size }] of named.entries()) {
    const row = { name: name.slice(0, 200), position: (from + place) * placesPerFile }
    const refusal = refuseArrival(name, size)
    const file = named === files ? arrived[place] : refusal ? undefined : arrived[sent++]
    if (refusal) rows.push({ ...row, state: "refused", refusal })
    else if (!file || file.size !== size) throw new Refusal("invalid", "imports.torn")
    else {
      bytes += size
      if (bytes > batchLimits.bytes)
        throw new Refusal("invalid", "imports.tooMuch", { most: batchLimits.bytes / 1024 / 1024 })
      const original = new Uint8Array(await file.arrayBuffer())
      rows.push({ ...row, state: "waiting", original })
    }
  }
  return rows
}

async function withoutStored(tx: Transaction, batch: LockedBatch, rows: Row[]): Promise<Row[]> {
  const [first, last] = [rows[0]?.position ?? 0, rows.at(-1)?.position ?? 0]
  const stored = await tx
    .select({ position: importFiles.position })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batch.id),
        gte(importFiles.position, first),
        lt(importFiles.position, last + placesPerFile),
      ),
    )
  const taken = new Set(stored.map(({ position }) => Math.floor(position / placesPerFile)))
  const fresh = rows.filter(({ position }) => !taken.has(position / placesPerFile))
  const [held] = await tx
    .select({ files: count() })
    .from(importFiles)
    .where(eq(importFiles.batchId, batch.id))
  if ((held?.files ?? 0) + fresh.length > batchLimits.batch)
    throw new Refusal("invalid", "imports.fullBatch", { most: batchLimits.batch })
  return fresh
}
