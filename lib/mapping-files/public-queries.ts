import { createHash } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { editionFiles } from "@/db/schema/editions"
import { findEdition, type PublicEdition } from "@/lib/editions/public-queries"
import { database } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { findRecordOf } from "@/lib/record/public-queries"
import type { MappingFormat } from "./formats"
import { keepFile } from "./keep-file"
import { sheetOfEdition } from "./table-sheet"
import { writeApart } from "./write-apart"

export type EditionFile = { file: Uint8Array; sha256: string }

const making = new Map<string, Promise<EditionFile>>()

/**
 * A file of a frozen edition; null when there is no such edition. One that is not there yet is made now,
 * and kept; whoever asks for the same one meanwhile waits for the same making. Refuses with `too_many`
 * where too many others wait for theirs.
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
  const key = `${edition.id} ${format}`
  const known = making.get(key)
  if (known) return known
  const made = makeFile(edition, format).finally(() => making.delete(key))
  making.set(key, made)
  return made
}

async function makeFile(edition: PublicEdition, format: MappingFormat): Promise<EditionFile> {
  const record = (await findRecordOf(edition.id)) ?? edition.content
  const file = await writeApart({ ...sheetOfEdition(edition), record }, format)
  const sha256 = createHash("sha256").update(file).digest("hex")
  try {
    await keepFile({ ...edition, format }, { file, sha256 })
  } catch (error) {
    // Not being able to keep it is no reason not to give it.
    log().error({ error }, "a file of an edition was made and given, and not kept")
  }
  return { file, sha256 }
}
