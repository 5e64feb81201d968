import { and, eq } from "drizzle-orm"
import { editionFiles } from "@/db/schema/editions"
import { findEdition } from "@/lib/editions/public-queries"
import { database } from "@/lib/platform/database"
import type { MappingFormat } from "./formats"
import { type EditionFile, makeEditionFile } from "./make"

const making = new Map<string, Promise<EditionFile | null>>()

/**
 * A file of a frozen edition; null when there is no such edition. One that the job did not make yet is
 * made now, and kept; whoever asks for the same one meanwhile waits for the same making. Where a name was erased
 * while it was made, it is made again without. Refuses with `too_many` where too many others wait for theirs.
 */
export async function findEditionFile(
  group: string,
  mandate: string,
  number: number,
  format: MappingFormat,
): Promise<EditionFile | null> {
  const edition = await findEdition(group, mandate, number)
  if (!edition) return null
  const [kept] = await database()
    .select({ file: editionFiles.file, sha256: editionFiles.sha256 })
    .from(editionFiles)
    .where(and(eq(editionFiles.editionId, edition.id), eq(editionFiles.format, format)))
  if (kept) return kept
  // Who asks after a name was erased does not wait for a file that holds it.
  const key = `${edition.id} ${edition.erased} ${format}`
  const known = making.get(key)
  if (known) return known
  const made = makeEditionFile(edition, format)
    .then((file) => file ?? findEditionFile(group, mandate, number, format))
    .finally(() => making.delete(key))
  making.set(key, made)
  return made
}
