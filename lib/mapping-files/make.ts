import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { editionFiles, editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { findEdition, type PublicEdition } from "@/lib/editions/public-queries"
import { database } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { countErased } from "@/lib/record/open-content"
import { findRecordOf } from "@/lib/record/public-queries"
import { type MappingFormat, mappingFormats } from "./formats"
import { keepFile } from "./keep-file"
import { sheetOfEdition } from "./table-sheet"
import { writeApart } from "./write-apart"

export type EditionFile = { file: Uint8Array; sha256: string }

/**
 * Makes the files of an edition that are not there, and keeps each as soon as it is made. Those that can be
 * made are, even where another fails; the first failure is thrown at the end. Nothing for no edition.
 */
export async function makeEditionFiles(editionId: string): Promise<void> {
  const kept = await database()
    .select({ format: editionFiles.format })
    .from(editionFiles)
    .where(eq(editionFiles.editionId, editionId))
  const missing = mappingFormats.filter((each) => !kept.some(({ format }) => format === each))
  if (missing.length === 0) return
  const edition = await editionOf(editionId)
  if (!edition) return
  const failures: unknown[] = []
  for (const format of missing) {
    try {
      const made = await written(edition, format)
      // One of which a name was erased meanwhile is not kept: the erasing has all of them made again.
      await keepFile({ ...edition, format }, made)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** One file, made and kept; null where a name of the edition was erased meanwhile. */
export async function makeEditionFile(
  edition: PublicEdition,
  format: MappingFormat,
): Promise<EditionFile | null> {
  const made = await written(edition, format)
  try {
    if (await keepFile({ ...edition, format }, made)) return made
  } catch (error) {
    // Not being able to keep it is no reason not to give it.
    log().error({ error }, "a file of an edition was made and given, and not kept")
  }
  return (await countErased(database(), edition.id)) === edition.erased ? made : null
}

async function written(edition: PublicEdition, format: MappingFormat): Promise<EditionFile> {
  const record = (await findRecordOf(edition.id)) ?? edition.content
  const file = await writeApart({ ...sheetOfEdition(edition), record }, format)
  return { file, sha256: createHash("sha256").update(file).digest("hex") }
}

async function editionOf(editionId: string): Promise<PublicEdition | null> {
  const [place] = await database()
    .select({ group: groups.slug, mandate: mandates.slug, number: editions.number })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(editions.id, editionId))
  return place ? findEdition(place.group, place.mandate, place.number) : null
}

/** Editions of which a file is missing, the oldest first, behind the edition `after`. */
export async function findUnmadeEditions(
  after: string | null = null,
  limit = 1000,
): Promise<string[]> {
  const rows = await database()
    .select({ id: editions.id })
    .from(editions)
    .leftJoin(editionFiles, eq(editionFiles.editionId, editions.id))
    .where(
      after
        ? sql`(${editions.frozenAt}, ${editions.id}) > (select before.frozen_at, before.id
            from ${editions} before where before.id = ${after})`
        : undefined,
    )
    .groupBy(editions.id)
    .having(
      sql`count(*) filter (where ${editionFiles.format} in (${sql.join(
        mappingFormats.map((format) => sql`${format}`),
        sql`, `,
      )})) < ${mappingFormats.length}`,
    )
    .orderBy(editions.frozenAt, editions.id)
    .limit(limit)
  return rows.map(({ id }) => id)
}
