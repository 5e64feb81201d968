import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { mandates, mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import type { TextRef } from "./model"

/** A text that can be commented on: whose it is, what it is called, and who holds it. */
export type CommentedText = {
  text: TextRef
  groupId: string
  /** "" for the minutes of a meeting without a title; of a row, the title of its mandate. */
  title: string
  /** The number of the meeting; null for the others, and while it has none. */
  number: number | null
  /** The address of a document in its group; null for the others. */
  slug: string | null
  /** The current revision of a document; null for the others. */
  revision: number | null
  /** Of a row, its number and the slug of its mandate. */
  row: { number: number; mandate: string } | null
  noteTakerId: string | null
  responsibleId: string | null
}

/** The text that is meant, or null when there is none. Does not authorize. */
export async function findCommentedText(
  reader: Reader,
  text: TextRef,
): Promise<CommentedText | null> {
  if (text.kind === "minutes") {
    const [meeting] = await reader
      .select({
        groupId: meetings.groupId,
        title: meetings.title,
        number: meetings.number,
        noteTakerId: meetings.noteTakerId,
      })
      .from(meetings)
      .where(eq(meetings.id, text.meetingId))
    return meeting ? { ...nothing, text, ...meeting } : null
  }
  if (text.kind === "row") return findRow(reader, text)
  const [document] = await reader
    .select({
      groupId: documents.groupId,
      title: documents.title,
      slug: documents.slug,
      revision: documents.revision,
      responsibleId: documents.responsibleId,
    })
    .from(documents)
    .where(eq(documents.id, text.documentId))
  return document ? { ...nothing, text, ...document } : null
}

const nothing = {
  ...{ number: null, slug: null, revision: null, row: null },
  ...{ noteTakerId: null, responsibleId: null },
}

async function findRow(
  reader: Reader,
  text: Extract<TextRef, { kind: "row" }>,
): Promise<CommentedText | null> {
  const [row] = await reader
    .select({
      groupId: mappings.groupId,
      title: mandates.title,
      row: { number: mappingRows.number, mandate: mandates.slug },
      responsibleId: mappingRows.responsibleId,
    })
    .from(mappingRows)
    .innerJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(mappingRows.id, text.rowId))
  return row ? { ...nothing, text, ...row } : null
}

/** What an entry of the trail calls a text. */
export function trailTitle({ title, number, row }: CommentedText): string {
  if (row) return `${title} #${row.number}`
  return title || (number === null ? "–" : `#${number}`)
}
