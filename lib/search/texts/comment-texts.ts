import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { mandates, mappingAreas, mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { commentHref } from "@/lib/comments/href"
import { usualLanguage } from "@/lib/reports/usual-language"
import { type SearchText, textLanguage } from "../model"
import { passagesOf } from "../nodes"
import { commentLines } from "./comment-lines"

/**
 * A comment, for the members of its group. Nothing of one that was withdrawn or hidden, or that a
 * co-chair has not admitted.
 */
export async function commentTexts(reader: Reader, commentId: string): Promise<SearchText[]> {
  const [row] = await reader
    .select({
      comment: comments,
      threadId: threads.id,
      groupId: threads.groupId,
      slug: groups.slug,
      author: people.name,
      guest: consultationGuests.name,
      meeting: { id: meetings.id, number: meetings.number, title: meetings.title },
      number: mappingRows.number,
      mandate: mandates.title,
      area: mappingAreas.title,
      document: { slug: documents.slug, title: documents.title, language: documents.language },
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(groups, eq(groups.id, threads.groupId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .leftJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
    .leftJoin(meetings, eq(meetings.id, threads.meetingId))
    .leftJoin(documents, eq(documents.id, threads.documentId))
    .leftJoin(mappingRows, eq(mappingRows.id, threads.rowId))
    .leftJoin(mappingAreas, eq(mappingAreas.id, mappingRows.areaId))
    .leftJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .leftJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(comments.id, commentId))
  if (!row) return []
  const { comment, document, meeting } = row
  const ofMapping = row.mandate && `${row.mandate} #${row.number}`
  if (comment.withdrawnAt || comment.hiddenAt || comment.moderation !== "admitted") return []
  // A guest who asked not to be named is found by their words alone.
  const name = row.author ?? (comment.unnamed ? null : row.guest)
  const language = document?.language ?? (await usualLanguage(reader, row.groupId))
  return passagesOf([...commentLines(comment.text), comment.proposal ?? ""]).map((words) => ({
    groupId: row.groupId,
    kind: "comment",
    reach: "members",
    href: commentHref(row.slug, row.threadId, comment.id),
    title: document?.title ?? ofMapping ?? meeting?.title ?? "",
    words,
    names: name ? [name] : [],
    also: "",
    number: meeting?.number ?? null,
    language: textLanguage(language),
    day: comment.createdAt.toISOString().slice(0, 10),
    area: row.area,
  }))
}
