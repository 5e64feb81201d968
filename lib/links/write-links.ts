import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { backlinks, publishedLinks } from "@/db/schema/backlinks"
import type { Target } from "./resolve"

/** Where links are kept: those of what is worked on, or those of what is published. */
export type LinkTable = typeof backlinks | typeof publishedLinks

/** A link as it is kept: whose it is, what it leads to, and its words. */
export type KeptLink = Target & {
  fromMeetingId: string | null
  fromDocumentId: string | null
  fromRowId: string | null
}

/**
 * Step: makes the links that stand equal to those that are wanted, in two statements, however many there
 * are. Returns whether that changed anything. What is equal already is not touched.
 */
export async function makeEqual(
  tx: Transaction,
  table: LinkTable,
  given: {
    groupId: string
    standing: readonly (KeptLink & { id: string })[]
    wanted: readonly KeptLink[]
  },
): Promise<boolean> {
  const { groupId, standing, wanted } = given
  const here = new Set(standing.map(keyOf))
  const asked = new Set(wanted.map(keyOf))
  const gone = standing.filter((link) => !asked.has(keyOf(link))).map(({ id }) => id)
  const added = wanted.filter((link) => !here.has(keyOf(link)))
  // One list, not a value each: a whole mapping may have more links than a statement has places.
  if (gone.length > 0)
    await tx.delete(table).where(sql`${table.id} = any(${sql.param(gone)}::uuid[])`)
  if (added.length > 0) await insert(tx, table, groupId, added)
  return gone.length + added.length > 0
}

const keyOf = (link: KeptLink) =>
  [
    ...[link.fromMeetingId, link.fromDocumentId, link.fromRowId],
    ...[link.target, link.targetId, link.words],
  ].join(" ")

async function insert(
  tx: Transaction,
  table: LinkTable,
  groupId: string,
  links: readonly KeptLink[],
): Promise<void> {
  const rows = links.map((link) => ({
    ...{ from_meeting_id: link.fromMeetingId, from_document_id: link.fromDocumentId },
    ...{ from_row_id: link.fromRowId, target: link.target, target_id: link.targetId },
    words: link.words,
  }))
  await tx.execute(sql`
    insert into ${table}
      (group_id, from_meeting_id, from_document_id, from_row_id, target, target_id, words)
    select ${groupId}, n.from_meeting_id, n.from_document_id, n.from_row_id, n.target, n.target_id, n.words
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as n(
      from_meeting_id uuid, from_document_id uuid, from_row_id uuid, target link_target,
      target_id uuid, words text)`)
}
