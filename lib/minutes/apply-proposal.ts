import { eq } from "drizzle-orm"
import * as Y from "yjs"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { squeezed } from "@/lib/comments/anchors/find-quote"
import { keepPlaces, knowPassages } from "@/lib/comments/anchors/keep-places"
import { Passages } from "@/lib/comments/anchors/passages"
import { replaceWords } from "@/lib/comments/anchors/replace-words"
import { markApplied } from "@/lib/comments/mark-applied"
import type { TextRef } from "@/lib/comments/model"
import { keepState } from "@/lib/live/change"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { lockMeeting } from "@/lib/meetings/lock"
import { requireOpen } from "@/lib/meetings/open-to-change"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { applyProposalInput } from "./input"
import { writeBlocks } from "./live/blocks"
import { minutesOf } from "./live/kind"
import { openDocument } from "./live/open"
import { readDocument } from "./live/read-document"
import { textOf } from "./live/settle"
import { lockMinutes } from "./lock"
import { appliedNote, type SavedMinutes } from "./model"
import { addRevision } from "./write-revision"

/**
 * Puts the words that a comment proposes in the place of the passage that it is about, as a revision
 * of its own: whoever proposed them counts as having written them. `seen` is what the passage said when
 * it was decided; when it says something else by now, or is gone, nothing changes (`conflict`).
 */
export async function applyProposal(
  actor: Actor,
  { commentId, seen }: z.output<typeof applyProposalInput>,
): Promise<SavedMinutes> {
  return transaction(async (tx) => {
    const meetingId = await meetingOf(tx, commentId)
    const meeting = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", meeting)
    await requireOpen(tx, actor, { ...meeting, cancelledAt: null })
    const current = await lockMinutes(tx, meetingId)
    const document = current.document ?? (await openDocument(tx, meetingId))
    const { comment, thread } = await markApplied(tx, { commentId, actor })
    const ref: TextRef = { kind: "minutes", meetingId }
    const passages = new Passages(document.doc)
    await knowPassages(tx, ref, passages)
    const state = Y.encodeStateVector(document.doc)
    replacePassage(document.doc, passages, thread.id, seen, comment.proposal ?? "")
    const authorId = personOf(actor)
    const proposerId = comment.authorId ?? authorId
    await writeBlocks(tx, meetingId, readDocument(document.doc).sections)
    const shared = await keepState(tx, minutesOf(meetingId), document, state, proposerId)
    await keepPlaces(tx, ref, passages)
    const text = textOf(document, current.text, await agendaNow(tx, meetingId))
    const { revision, savedAt } = await addRevision(tx, current.revision, {
      ...{ meetingId, text, authorId, note: appliedNote(commentId), ...shared },
      contributors: [...new Set([proposerId, authorId].filter((id) => id !== null))],
    })
    await record(tx, {
      name: "minutes.saved",
      actor,
      groupId: meeting.groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number: meeting.number, revision },
    })
    return { revision, savedAt: savedAt.toISOString() }
  })
}

async function meetingOf(tx: Transaction, commentId: string): Promise<string> {
  const [found] = await tx
    .select({ meetingId: threads.meetingId })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(eq(comments.id, commentId))
  if (!found?.meetingId) throw notFound()
  return found.meetingId
}

function replacePassage(
  doc: Y.Doc,
  passages: Passages,
  threadId: string,
  seen: string,
  words: string,
): void {
  const at = passages.placeOf(threadId)
  if (!at?.place) throw new Refusal("conflict", "comment.passageGone")
  const { from, to } = at.place
  const now = passages.flat(at.fragment).text.slice(from, to)
  if (squeezed(now) !== squeezed(seen))
    throw new Refusal("conflict", "comment.passageChanged", { words: now.slice(0, 200) })
  passages.move(threadId, replaceWords(doc, at.fragment, at.place, words))
}
