import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { backlinks, publishedLinks } from "@/db/schema/backlinks"
import { resolveSpoken } from "./resolve"
import type { Spoken } from "./spoken"
import { type KeptLink, makeEqual } from "./write-links"

/** A row of a mapping, and what it speaks of. */
export type SpeakingRow = { rowId: string; spoken: readonly Spoken[] }

/** Step: makes what is kept of the links of rows of a held mapping equal to their cells. */
export async function keepRows(
  tx: Transaction,
  groupId: string,
  rows: readonly SpeakingRow[],
): Promise<void> {
  const ids = sql.param(rows.map(({ rowId }) => rowId))
  await makeEqual(tx, backlinks, {
    groupId,
    standing: await tx
      .select()
      .from(backlinks)
      .where(sql`${backlinks.fromRowId} = any(${ids}::uuid[])`),
    wanted: await linksOf(tx, groupId, rows),
  })
}

/**
 * Step: makes what is known in public of the links of all rows of a mapping equal to `rows`, those
 * of its newest edition, read under `holdLinks`; a row that is not among them says nothing any more.
 * Returns whether that changed anything.
 */
export async function keepPublishedRows(
  tx: Transaction,
  { groupId, mappingId }: { groupId: string; mappingId: string },
  rows: readonly SpeakingRow[],
): Promise<boolean> {
  return makeEqual(tx, publishedLinks, {
    groupId,
    standing: await tx
      .select()
      .from(publishedLinks)
      .where(
        sql`${publishedLinks.fromRowId} in (select id from mapping_rows where mapping_id = ${mappingId})`,
      ),
    wanted: await linksOf(tx, groupId, rows),
  })
}

async function linksOf(
  tx: Transaction,
  groupId: string,
  rows: readonly SpeakingRow[],
): Promise<KeptLink[]> {
  const targets = await resolveSpoken(
    tx,
    groupId,
    rows.map(({ spoken }) => spoken),
  )
  return rows.flatMap(({ rowId }, place) =>
    (targets[place] ?? [])
      .filter(({ targetId }) => targetId !== rowId)
      .map((target) => ({
        ...{ fromMeetingId: null, fromDocumentId: null, fromRowId: rowId },
        ...target,
      })),
  )
}
