import { and, eq, isNotNull, lt, ne } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { commentMentions, comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { mandates, mappingRows, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { threads } from "@/db/schema/threads"
import { commentHref } from "@/lib/comments/href"
import { replyAddress } from "@/lib/consultations/reply-address"
import { giveNotices, type NoticeToGive } from "@/lib/notices/give"
import { transaction } from "@/lib/platform/database"

/**
 * Whoever is named in a comment is told, and whoever wrote in its thread before it; not its author, and
 * nobody of a comment that waits for a co-chair or is gone. May run again when it is admitted or shown.
 * Other words of a comment (`edited`) are no answer: only whom they name anew is told.
 */
export async function tellOfComment(
  commentId: string,
  change: "new" | "edited" = "new",
): Promise<void> {
  await transaction(async (tx) => {
    const comment = await findComment(tx, commentId)
    if (comment?.moderation !== "admitted") return
    if (comment.withdrawnAt || comment.hiddenAt) return
    const { authorId } = comment
    const named = (await mentionedIn(tx, commentId)).filter((id) => id !== authorId)
    await giveNotices(tx, { ...about(comment), kind: "mentioned", personIds: named })
    if (change === "edited") return
    const others = await authorsBefore(tx, comment)
    const answered = others.filter((id) => id !== authorId && !named.includes(id))
    await giveNotices(tx, { ...about(comment), kind: "replied", personIds: answered })
  })
}

/** Whoever began a thread is told what became of it, unless they resolved it themselves. */
export async function tellOfResolution(threadId: string, resolvedBy: string | null): Promise<void> {
  await transaction(async (tx) => {
    const [first] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(eq(comments.threadId, threadId))
      .orderBy(comments.seq)
      .limit(1)
    const begun = first && (await findComment(tx, first.id))
    if (!begun?.authorId || begun.authorId === resolvedBy) return
    const { thread } = begun
    if (thread.state !== "resolved" || !thread.disposition || !thread.decidedAt) return
    const { by: _, ...text } = about(begun).data
    await giveNotices(tx, {
      ...about(begun),
      kind: "resolved",
      personIds: [begun.authorId],
      // A thread that is opened again and resolved again is told again.
      key: `${threadId} ${thread.decidedAt.toISOString()}`,
      data: { ...text, disposition: thread.disposition, reason: thread.reason },
      more: undefined,
    })
  })
}

type FoundComment = NonNullable<Awaited<ReturnType<typeof findComment>>>

function about({ id, threadId, name, group, author }: FoundComment) {
  return {
    groupId: group.id,
    key: id,
    threadId,
    href: commentHref(group.slug, threadId, id),
    data: { by: author, ...name },
    more: (to) => ({
      replyTo: replyAddress({
        about: { kind: "thread", id: threadId },
        author: { personId: to.personId },
      }),
    }),
  } satisfies Partial<NoticeToGive<"replied">>
}

async function findComment(reader: Reader, commentId: string) {
  const [row] = await reader
    .select({
      comment: comments,
      thread: threads,
      group: { id: groups.id, slug: groups.slug },
      person: people.name,
      guest: consultationGuests.name,
      meeting: { title: meetings.title, number: meetings.number },
      document: documents.title,
      row: mappingRows.number,
      mandate: mandates.title,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(groups, eq(groups.id, threads.groupId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .leftJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
    .leftJoin(meetings, eq(meetings.id, threads.meetingId))
    .leftJoin(documents, eq(documents.id, threads.documentId))
    .leftJoin(mappingRows, eq(mappingRows.id, threads.rowId))
    .leftJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .leftJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(comments.id, commentId))
  if (!row) return null
  const { comment, thread, group, person, guest, meeting, document, mandate } = row
  return {
    ...comment,
    thread,
    group,
    author: person ?? guest ?? "",
    name: {
      title: document ?? mandate ?? meeting?.title ?? "",
      number: meeting?.number ?? null,
      ...(row.row === null ? {} : { row: row.row }),
    },
  }
}

async function mentionedIn(tx: Transaction, commentId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: commentMentions.personId })
    .from(commentMentions)
    .where(eq(commentMentions.commentId, commentId))
  return rows.map(({ id }) => id)
}

/** Everybody of the register who had a comment in the thread when this one was made. */
async function authorsBefore(
  tx: Transaction,
  { threadId, seq }: Pick<typeof comments.$inferSelect, "threadId" | "seq">,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(
      and(
        eq(comments.threadId, threadId),
        lt(comments.seq, seq),
        isNotNull(comments.authorId),
        ne(comments.moderation, "refused"),
      ),
    )
  return rows.flatMap(({ id }) => id ?? [])
}
