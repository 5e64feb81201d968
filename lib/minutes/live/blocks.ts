import { and, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutesBlockOwners, minutesBlocks } from "@/db/schema/live-minutes"
import { people } from "@/db/schema/people"
import { blockText, isRecordBlock, type Named, type SectionDoc, type SectionId } from "../model"

type Row = typeof minutesBlocks.$inferInsert

/**
 * Step: makes the rows of the blocks of the record equal to what stands in `sections`; blocks of other
 * sections stay. People whom the register does not know are kept by name alone.
 */
export async function writeBlocks(
  tx: Transaction,
  meetingId: string,
  sections: Readonly<Record<SectionId, SectionDoc>>,
): Promise<void> {
  const names = Object.keys(sections)
  if (names.length === 0) return
  const rows = Object.entries(sections).flatMap(([id, doc]) => rowsOf(meetingId, id, doc))
  const owners = rows.flatMap(({ id, owned }) =>
    owned.map((owner, position) => ({ id, owner, position })),
  )
  const known = await knownPeople(tx, [
    ...rows.map(({ row }) => row.personId),
    ...owners.map(({ owner }) => owner.personId),
  ])
  const orNull = (id: string | null | undefined) => (id && known.has(id) ? id : null)
  await tx
    .delete(minutesBlocks)
    .where(and(eq(minutesBlocks.meetingId, meetingId), inArray(minutesBlocks.sectionId, names)))
  if (rows.length === 0) return
  // A block that moved to a section that is written here may still stand under its old one.
  const ids = rows.map(({ id }) => id)
  await tx
    .delete(minutesBlocks)
    .where(and(eq(minutesBlocks.meetingId, meetingId), inArray(minutesBlocks.id, ids)))
  await tx
    .insert(minutesBlocks)
    .values(rows.map(({ row }) => ({ ...row, personId: orNull(row.personId) })))
  if (owners.length === 0) return
  await tx.insert(minutesBlockOwners).values(
    owners.map(({ id, owner, position }) => ({
      meetingId,
      blockId: id,
      position,
      personId: orNull(owner.personId),
      name: owner.name,
    })),
  )
}

function rowsOf(
  meetingId: string,
  sectionId: SectionId,
  { content }: SectionDoc,
): { id: string; row: Row; owned: Named[] }[] {
  return content.filter(isRecordBlock).map((block, position) => {
    const { id } = block.attrs
    const words = blockText(block).trim()
    const row: Row = { meetingId, id, kind: block.type, sectionId, position, words, content: block }
    switch (block.type) {
      case "statement": {
        const { personId, name, capacity } = block.attrs
        return { id, row: { ...row, personId, name, capacity }, owned: [] }
      }
      case "action":
        return { id, row: { ...row, due: block.attrs.due }, owned: block.attrs.owners }
      case "question":
        return { id, row: { ...row, outcome: block.attrs.outcome }, owned: [] }
      default:
        return { id, row, owned: [] }
    }
  })
}

async function knownPeople(
  tx: Transaction,
  ids: readonly (string | null | undefined)[],
): Promise<Set<string>> {
  const asked = [...new Set(ids.filter((id) => typeof id === "string"))]
  if (asked.length === 0) return new Set()
  const found = await tx.select({ id: people.id }).from(people).where(inArray(people.id, asked))
  return new Set(found.map(({ id }) => id))
}
