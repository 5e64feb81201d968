import type { Transaction } from "@/db/client"
import { threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { consultedName } from "@/lib/consultations/consulted-name"
import { holdPlaces, placeThread } from "@/lib/live/place-threads"
import { notFound, Refusal } from "@/lib/platform/errors"
import {
  type Author,
  beginKey,
  commentLimits,
  type NewComment,
  type Passage,
  type TextRef,
  type ThreadAbout,
} from "./model"
import { holdText, notifyText } from "./notify"
import { recordedAuthor } from "./recorded-author"
import { findCommentedText, trailTitle } from "./text"
import { textColumns } from "./thread-row"
import { filedBefore, writeComment } from "./write-comment"

export type NewThread = {
  groupId: string
  text: TextRef
  about: ThreadAbout
  /** The section, agenda item or block; null for the whole text. */
  place: string | null
  /** For a passage: its words, and its ends where the text is written live. */
  passage?: (Omit<Passage, "start" | "end"> & Partial<Pick<Passage, "start" | "end">>) | undefined
  /** What the section is called where the consultation asks about it; looked up when it is left out. */
  wasAbout?: string
  consultationId?: string | null
  /** Asked once it is written where a new thread stands, before anything is said in it; may refuse it. */
  check?: (threadId: string) => Promise<void>
  author: Author
  comment: NewComment
}

/**
 * Step: begins a thread on a text of the group with its first comment; tells those who look at the text
 * and records `thread.begun`. A submission that was filed before changes nothing and gives what it
 * made. One on something that is gone already is lost from its first moment. Refuses with `invalid` what is
 * not whole or too long, `not_found` without the text.
 */
export async function beginThread(
  tx: Transaction,
  given: NewThread,
): Promise<{ threadId: string; commentId: string }> {
  const { groupId, text: ref, about, place, author, comment } = given
  const consultationId = given.consultationId ?? comment.consultationId ?? null
  const quote = passageOf(given)
  const text = await findCommentedText(tx, ref)
  if (!text || text.groupId !== groupId) throw notFound()
  if (about !== "text") await holdPlaces(tx, ref)
  await holdText(tx, ref)
  const before = await filedBefore(tx, comment, author)
  if (before) return before
  const wasAbout = await consulted({ ...given, consultationId }, tx)
  const [thread] = await tx
    .insert(threads)
    .values({
      groupId,
      ...textColumns(ref),
      about,
      place,
      ...quote,
      wasAbout: wasAbout.trim().slice(0, commentLimits.quote),
      consultationId,
    })
    .returning({ id: threads.id })
  if (!thread) throw new Error("A thread was not written")
  if (about !== "text") await placeThread(tx, ref, thread.id)
  await given.check?.(thread.id)
  const commentId = await writeComment(tx, {
    threadId: thread.id,
    groupId,
    author,
    comment: { ...comment, consultationId },
    draftKey: comment.draft ?? beginKey(ref, about, place),
  })
  await notifyText(tx, ref)
  await record(tx, {
    name: "thread.begun",
    actor: recordedAuthor(author, consultationId),
    groupId,
    subject: { type: "thread", id: thread.id },
    data: { thread: thread.id, comment: commentId, title: trailTitle(text) },
  })
  return { threadId: thread.id, commentId }
}

/** What the place of a thread of a consultation is called there; "" of all others, whose text says it. */
async function consulted(given: NewThread, tx: Transaction): Promise<string> {
  const { about, place, consultationId, text, wasAbout } = given
  if (!consultationId || place === null || about === "passage") return ""
  return wasAbout ?? consultedName(tx, consultationId, text, place)
}

/** The columns of what the thread is about; refuses what does not fit together. */
function passageOf({ about, place, passage }: NewThread) {
  const isWhole = (about === "text") === (place === null)
  const hasWords = about !== "passage" || Boolean(passage?.quote.trim())
  if (!isWhole || !hasWords || (place?.length ?? 0) > commentLimits.place)
    throw new Refusal("invalid", "comment.place")
  if (about !== "passage" || !passage) return {}
  const { start, end, quote, before, after } = passage
  return {
    anchorStart: start && end ? start : null,
    anchorEnd: start && end ? end : null,
    quote: quote.slice(0, commentLimits.quote),
    quoteBefore: before.slice(-commentLimits.around),
    quoteAfter: after.slice(0, commentLimits.around),
  }
}
