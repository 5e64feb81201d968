import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { meetings } from "@/db/schema/meetings"
import type { TextRef } from "./model"

/** A text that can be commented on: whose it is, what it is called, and who holds it. */
export type CommentedText = {
  text: TextRef
  groupId: string
  /** "" for the minutes of a meeting without a title. */
  title: string
  /** The number of the meeting; null for a document, and while it has none. */
  number: number | null
  /** The address of a document in its group; null for minutes. */
  slug: string | null
  /** The current revision of a document; null for minutes. */
  revision: number | null
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
    return meeting ? { text, ...meeting, slug: null, revision: null, responsibleId: null } : null
  }
  const [document] = await reader
    .select({
      groupId: documents.groupId,
      title: documents.title,
      slug: documents.slug,
      revision: documents.revision,
      responsibleId: documents.responsibleId,
    })
    .from(documents)
    .where(and(eq(documents.id, text.documentId)))
  return document ? { text, ...document, number: null, noteTakerId: null } : null
}

/** What an entry of the trail calls a text. */
export const trailTitle = ({ title, number }: CommentedText): string =>
  title || (number === null ? "–" : `#${number}`)
