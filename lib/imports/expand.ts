import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { placesPerFile, refuseArrival } from "./arrival"
import type { Claimed } from "./claim"
import { holdsFiles, unpack } from "./formats/zip"
import { isArchive } from "./model"

/** Whether a waiting file is an archive to be unpacked. One that came out of an archive is not. */
export function isPacked({ name, position, original }: Claimed): boolean {
  return isArchive(name) && holdsFiles(original) && position % placesPerFile === 0
}

/**
 * Step: puts the files of an archive into its place in the batch, in their order and under the names
 * that they have in it, each to be read or refused by itself; or refuses the archive.
 */
export async function expandArchive(
  tx: Transaction,
  batchId: string,
  archive: Claimed,
): Promise<void> {
  const unpacked = await unpack(archive.original, archive.name)
  if ("refused" in unpacked || unpacked.files.length === 0) {
    const refusal = "refused" in unpacked ? unpacked.refused : { code: "empty" as const }
    await tx
      .update(importFiles)
      .set({ state: "refused", refusal, original: null })
      .where(eq(importFiles.id, archive.id))
    return
  }
  const rows = unpacked.files.map(({ name, bytes }, place) => {
    const row = { batchId, name: name.slice(0, 200), position: archive.position + 1 + place }
    const refusal = refuseArrival("", bytes.length)
    return refusal
      ? { ...row, state: "refused" as const, refusal }
      : { ...row, state: "waiting" as const, original: bytes }
  })
  for (let from = 0; from < rows.length; from += 100)
    await tx.insert(importFiles).values(rows.slice(from, from + 100))
  await tx.delete(importFiles).where(eq(importFiles.id, archive.id))
}
