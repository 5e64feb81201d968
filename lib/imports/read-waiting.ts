import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { importBatches, importFiles } from "@/db/schema/imports"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { authorize } from "@/lib/policy/can"
import { type Claimed, claimWaiting } from "./claim"
import { knownAround } from "./context"
import { expandArchive, isPacked } from "./expand"
import { finishReading, oneByOne } from "./finish-reading"
import { putAttached } from "./put-attached"
import type { FileReading } from "./read-file"
import { readSafely } from "./read-safely"
import type { KnownAround } from "./reader-process"
import { type Became, besideKnown, prepare } from "./reading-row"
import { isToTryAgain } from "./tries"

/** So long files are begun before what was read is kept, in milliseconds; and so many at a time. */
const patience = 2000
const fewFiles = 4

/**
 * What was done: files that were read or refused, those that are to be tried again later, and whether an
 * archive was unpacked instead.
 */
export type ReadChunk = { files: number; putOff: number; unpacked: boolean }

/**
 * Reads the next files of a batch that wait, and keeps what became of each: a draft, or a refusal that
 * harms no other. A file that the reader failed at goes on waiting, with its bytes, and is refused when that
 * happens for the third time. All of it or nothing, and no file twice, however many do this at once and whenever
 * one of them dies. After `within` milliseconds no further file is begun, so that slow ones hold neither the
 * transaction nor the turn of another batch for long. A batch that is paused is left alone.
 */
export async function readWaiting(
  actor: Actor,
  batchId: string,
  within = patience,
): Promise<ReadChunk> {
  return transaction(async (tx) => {
    const { pausedAt, ...batch } = await findBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId: batch.groupId })
    const claimed = pausedAt ? [] : await claimWaiting(tx, batchId)
    const [first] = claimed
    if (!first) return { files: 0, putOff: 0, unpacked: false }
    const unpacked = isPacked(first)
    const given = unpacked ? [] : beforeFirst(claimed, isPacked)
    const around = given.length > 0 ? await knownAround(tx, batch.groupId) : undefined
    const readings = await readSome(given, around, within)
    const loose = given.slice(0, readings.length)
    const prepared = await prepare(readings, batch.groupName)
    const archive = unpacked ? await expandArchive(tx, batchId, first) : "kept"
    // From here on one after the other, so that a text that came twice at once is seen.
    await oneByOne(tx, batch.groupId)
    const putOff = await keep(tx, loose, await besideKnown(tx, batch.groupId, prepared))
    for (const [at, file] of loose.entries())
      await putAttached(tx, batchId, file, readings[at]?.attached ?? [])
    await finishReading(tx, actor, batch)
    if (archive === "putOff") return { files: 0, putOff: 1, unpacked: false }
    return { files: loose.length - putOff, putOff, unpacked }
  })
}

async function findBatch(tx: Transaction, batchId: string) {
  const [batch] = await tx
    .select({
      id: importBatches.id,
      groupId: groups.id,
      groupName: groups.name,
      pausedAt: importBatches.pausedAt,
    })
    .from(importBatches)
    .innerJoin(groups, eq(groups.id, importBatches.groupId))
    .where(eq(importBatches.id, batchId))
  if (!batch) throw notFound()
  return batch
}

function beforeFirst<T>(all: readonly T[], is: (each: T) => boolean): T[] {
  const place = all.findIndex(is)
  return place < 0 ? [...all] : all.slice(0, place)
}

/** Reads a few files at a time until it has taken so long; at least the first of them. */
async function readSome(
  files: readonly Claimed[],
  around: KnownAround | undefined,
  within: number,
): Promise<FileReading[]> {
  const end = Date.now() + within
  const readings: FileReading[] = []
  do {
    const some = files.slice(readings.length, readings.length + fewFiles)
    readings.push(...(await Promise.all(some.map((file) => readOne(file, around)))))
  } while (readings.length < files.length && Date.now() < end)
  return readings
}

/** A fault of ours in one file must not hold up the others. */
async function readOne({ name, original }: Claimed, around?: KnownAround): Promise<FileReading> {
  try {
    return await readSafely(original, name, around)
  } catch (error) {
    log().error({ error }, "a file that was brought in could not be read")
    return { name, refused: { code: "reader-failed" } }
  }
}

/** Returns how many are to be tried again. */
async function keep(tx: Transaction, files: Claimed[], became: Became[]): Promise<number> {
  let putOff = 0
  for (const [place, file] of files.entries()) {
    const row = became[place]
    if (!row) continue
    const again = isToTryAgain(file, row.refusal)
    if (again) putOff += 1
    const changes = again ? { tries: file.tries + 1 } : row
    await tx.update(importFiles).set(changes).where(eq(importFiles.id, file.id))
  }
  return putOff
}
