import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { putProposalIn } from "@/lib/live/put-proposal-in"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { lockMeeting } from "@/lib/meetings/lock"
import { requireOpen } from "@/lib/meetings/open-to-change"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { applyProposalInput } from "./input"
import { writeBlocks } from "./live/blocks"
import { minutesOf } from "./live/kind"
import { openDocument } from "./live/open"
import { readDocument } from "./live/read-document"
import { textOf } from "./live/settle"
import { lockMinutes } from "./lock"
import type { SavedMinutes } from "./model"
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
    const writeRows = () => writeBlocks(tx, meetingId, readDocument(document.doc).sections)
    const put = await putProposalIn(tx, minutesOf(meetingId), document, {
      ...{ actor, commentId, seen, writeRows },
    })
    const text = textOf(document, current.text, await agendaNow(tx, meetingId))
    const { revision, savedAt } = await addRevision(tx, current.revision, {
      ...{ meetingId, text, ...put },
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
