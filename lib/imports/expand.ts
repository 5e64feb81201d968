import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { placesPerFile } from "./arrival"
import type { Claimed } from "./claim"
import { filesIn, holdsFiles, type UnpackedFile, unpack } from "./formats/zip"
import { inParts } from "./in-parts"
import { isArchive } from "./model"
import { openSafely } from "./read-safely"

/** Whether a waiting file is an archive to be unpacked. One that came out of an archive is not. */
export function isPacked({ name, position, original }: Claimed): boolean {
  return isArchive(name) && holdsFiles(original) && position % placesPerFile === 0
}

/** Files that are held until they are written: no more than an archive's own pages of them. */
const held = { files: 100, bytes: 8 * 1024 * 1024 }

/**
 * Step: puts the files of an archive into its place in the batch, in their order and under the names
 * that they have in it, each to be read or refused by itself; or refuses the archive. Each is unpacked
 * with the limits of reading, and written before many others are.
 */
export async function expandArchive(
  tx: Transaction,
  batchId: string,
  archive: Claimed,
): Promise<void> {
  const found = filesIn(archive.original)
  if ("refused" in found) {
    await tx
      .update(importFiles)
      .set({ state: "refused", refusal: found.refused, original: null })
      .where(eq(importFiles.id, archive.id))
    return
  }
  let rows: (typeof importFiles.$inferInsert)[] = []
  let bytes = 0
  const write = async () => {
    for (const part of inParts(rows)) await tx.insert(importFiles).values(part)
    rows = []
    bytes = 0
  }
  let position = archive.position
  for await (const file of unpack(found.files, openSafely)) {
    position += 1
    rows.push({ batchId, position, ...rowOf(file) })
    bytes += "bytes" in file ? file.bytes.length : 0
    if (rows.length >= held.files || bytes >= held.bytes) await write()
  }
  await write()
  await tx.delete(importFiles).where(eq(importFiles.id, archive.id))
}

function rowOf(file: UnpackedFile) {
  const name = file.name.slice(0, 200)
  if ("refused" in file) return { name, state: "refused" as const, refusal: file.refused }
  return { name, state: "waiting" as const, original: file.bytes }
}
