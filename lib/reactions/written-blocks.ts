import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documentRevisions } from "@/db/schema/documents"
import { documentContributors } from "@/db/schema/live-documents"
import { minutesContributors } from "@/db/schema/live-minutes"
import { minutesRevisions } from "@/db/schema/minutes"
import { documentText } from "@/lib/documents/input"
import { PART } from "@/lib/documents/live/form"
import { storedAuthorship } from "@/lib/minutes/authorship"
import { authorsOfBlocks } from "@/lib/minutes/block-authors"
import { type MinutesText, sectionOf } from "@/lib/minutes/model"
import { storedText } from "@/lib/minutes/read-text"

/** A block of a revision, and who wrote it as far as that is known. */
export type Written<Block> = { block: Block; authors: string[] }
export type MinutesBlock = MinutesText["sections"][string]["content"][number]

type Stored = { authorId: string | null; authorship: unknown }
type Part<Block> = { id: string; blocks: readonly Block[] }

/** The blocks of a revision of minutes in reading order; null when there is none. Does not authorize. */
export async function minutesBlocks(
  tx: Transaction,
  meetingId: string,
  number: number,
): Promise<Written<MinutesBlock>[] | null> {
  const [row] = await tx
    .select()
    .from(minutesRevisions)
    .where(and(eq(minutesRevisions.meetingId, meetingId), eq(minutesRevisions.number, number)))
  if (!row) return null
  const text = storedText(row.text)
  const parts = text.order.map((id) => ({ id, blocks: sectionOf(text, id).content }))
  const { personId, ...of } = minutesContributors
  const others = await tx
    .select({ id: personId })
    .from(minutesContributors)
    .where(and(eq(of.meetingId, meetingId), eq(of.number, number)))
  return written(parts, row, others)
}

/** The blocks of a revision of a document; null when there is none. Does not authorize. */
export async function documentBlocks(tx: Transaction, documentId: string, number: number) {
  const [row] = await tx
    .select()
    .from(documentRevisions)
    .where(and(eq(documentRevisions.documentId, documentId), eq(documentRevisions.number, number)))
  if (!row) return null
  const { personId, ...of } = documentContributors
  const others = await tx
    .select({ id: personId })
    .from(documentContributors)
    .where(and(eq(of.documentId, documentId), eq(of.number, number)))
  return written([{ id: PART, blocks: documentText.parse(row.text).content }], row, others)
}

function written<Block extends { type: string }>(
  parts: readonly Part<Block>[],
  { authorId, authorship }: Stored,
  others: readonly { id: string }[],
): Written<Block>[] {
  const stored = storedAuthorship(authorship)
  const everybody = [...new Set([authorId, ...others.map(({ id }) => id)])].flatMap(
    (id) => id ?? [],
  )
  return parts.flatMap(({ id, blocks }) => {
    const known = stored ? authorsOfBlocks(blocks, stored[id] ?? []) : []
    return blocks.map((block, place) => {
      const own = known[place] ?? []
      // A block without words of its own, such as a mention alone: somebody who wrote then.
      return { block, authors: own.length > 0 ? own : everybody }
    })
  })
}
