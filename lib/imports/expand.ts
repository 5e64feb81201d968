import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { placesPerFile } from "./arrival"
import type { Claimed } from "./claim"
import type { FileRefusal } from "./decode"
import {
  filesIn,
  holdsFiles,
  type Opener,
  type PackedFile,
  type UnpackedFile,
  unpack,
} from "./formats/zip"
import { inParts } from "./in-parts"
import { isArchive } from "./model"
import { openSafely } from "./read-safely"
import { isToTryAgain } from "./tries"

/** Whether a waiting file is an archive to be unpacked. One that came out of an archive is not. */
export function isPacked({ name, position, original }: Claimed): boolean {
  return isArchive(name) && holdsFiles(original) && position % placesPerFile === 0
}

/** Files that are held until they are written: no more than an archive's own pages of them. */
const held = { files: 100, bytes: 8 * 1024 * 1024 }

/**
 * Step: puts the files of an archive into its place in the batch, in their order and under the names
 * that they have in it, each to be read or refused by itself; or refuses the archive. Each is unpacked
 * with the limits of reading, and written before many others are. Where the reader fails, all of the
 * archive is put off until later.
 */
export async function expandArchive(
  tx: Transaction,
  batchId: string,
  archive: Claimed,
): Promise<"kept" | "putOff"> {
  const found = filesIn(archive.original)
  const failed = "refused" in found ? found.refused : await putInPlace(tx, batchId, archive, found)
  const again = isToTryAgain(archive, failed)
  if (failed)
    await tx
      .update(importFiles)
      .set(
        again
          ? { tries: archive.tries + 1 }
          : { state: "refused", refusal: failed, original: null },
      )
      .where(eq(importFiles.id, archive.id))
  else await tx.delete(importFiles).where(eq(importFiles.id, archive.id))
  return again ? "putOff" : "kept"
}

/** Stops at a file that the reader failed at, and leaves nothing of the archive behind then. */
class ReaderFailed extends Error {}

async function putInPlace(
  tx: Transaction,
  batchId: string,
  archive: Claimed,
  { files }: { files: PackedFile[] },
): Promise<FileRefusal | null> {
  try {
    await tx.transaction((inner) => writeFiles(inner, batchId, archive.position, files))
    return null
  } catch (error) {
    if (error instanceof ReaderFailed) return { code: "reader-failed" }
    throw error
  }
}

async function writeFiles(
  tx: Transaction,
  batchId: string,
  first: number,
  files: readonly PackedFile[],
): Promise<void> {
  let rows: (typeof importFiles.$inferInsert)[] = []
  let bytes = 0
  const write = async () => {
    for (const part of inParts(rows)) await tx.insert(importFiles).values(part)
    rows = []
    bytes = 0
  }
  let position = first
  for await (const file of unpack(files, openOrFail)) {
    position += 1
    rows.push({ batchId, position, ...rowOf(file) })
    bytes += "bytes" in file ? file.bytes.length : 0
    if (rows.length >= held.files || bytes >= held.bytes) await write()
  }
  await write()
}

const openOrFail: Opener = async (packed, name) => {
  const opened = await openSafely(packed, name).catch((cause: unknown) => {
    throw new ReaderFailed(`${name} was not unpacked`, { cause })
  })
  if ("refused" in opened && opened.refused.code === "reader-failed") throw new ReaderFailed()
  return opened
}

function rowOf(file: UnpackedFile) {
  const name = file.name.slice(0, 200)
  if ("refused" in file) return { name, state: "refused" as const, refusal: file.refused }
  return { name, state: "waiting" as const, original: file.bytes }
}
