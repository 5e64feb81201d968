import { createHash } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { editionFiles } from "@/db/schema/editions"
import { findEdition, type PublicEdition } from "@/lib/editions/public-queries"
import { database } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { countErased } from "@/lib/record/open-content"
import { findRecordOf } from "@/lib/record/public-queries"
import type { MappingFormat } from "./formats"
import { keepFile } from "./keep-file"
import { sheetOfEdition } from "./table-sheet"
import { writeApart } from "./write-apart"

export type EditionFile = { file: Uint8Array; sha256: string }

const making = new Map<string, Promise<EditionFile | null>>()

/**
 * A file of a frozen edition; null when there is no such edition. One that is not there yet is made now,
 * and kept; whoever asks for the same one meanwhile waits for the same making. Where a name was erased
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
  const made = makeFile(edition, format)
    .then((file) => file ?? findEditionFile(group, mandate, number, format))
    .finally(() => making.delete(key))
  making.set(key, made)
  return made
}

/** The file; null where a name of the edition was erased meanwhile. */
async function makeFile(
  edition: PublicEdition,
  format: MappingFormat,
): Promise<EditionFile | null> {
  const record = (await findRecordOf(edition.id)) ?? edition.content
  const file = await writeApart({ ...sheetOfEdition(edition), record }, format)
  const sha256 = createHash("sha256").update(file).digest("hex")
  try {
    if (await keepFile({ ...edition, format }, { file, sha256 })) return { file, sha256 }
  } catch (error) {
    // Not being able to keep it is no reason not to give it.
    log().error({ error }, "a file of an edition was made and given, and not kept")
  }
  return (await countErased(database(), edition.id)) === edition.erased ? { file, sha256 } : null
}
