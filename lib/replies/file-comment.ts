import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests } from "@/db/schema/consultations"
import { addComment } from "@/lib/comments/add-comment"
import { beginThread } from "@/lib/comments/begin-thread"
import type { NewComment } from "@/lib/comments/model"
import { takeIn } from "@/lib/consultations/take-in"
import { Refusal } from "@/lib/platform/errors"
import type { Sender } from "./sender"
import type { Target } from "./target"

/**
 * Step: files the words of a mail where they belong, late if they are; or keeps them for their author and
 * gives as `lack` why they are not filed. The id of the mail makes sure that it is filed once.
 */
export async function fileComment(
  tx: Transaction,
  mail: { id: string; receivedAt: Date; text: string; sender: Sender; target: Target },
): Promise<{ commentId: string } | { lack: string }> {
  const { sender, target, text } = mail
  const { consultationId } = target
  const guest = sender.guest
  if (guest && guest.consultationId !== consultationId) throw new Refusal("forbidden", "forbidden")
  const comment: NewComment = { text, submission: mail.id, way: "mail", consultationId }
  if (consultationId !== null) {
    const taken = await takeIn(tx, {
      consultationId,
      arrivedAt: mail.receivedAt,
      author: sender.author,
      text,
      submission: mail.id,
    })
    if (!taken.filed) return { lack: taken.lack }
    comment.late = taken.late
    if (guest && taken.consultation.audience === "anyone" && guest.invitedBy === null)
      comment.moderation = "waiting"
  }
  if (guest && guest.confirmedAt === null) await confirm(tx, guest.id, mail.receivedAt)
  if ("threadId" in target.place)
    return addComment(tx, { threadId: target.place.threadId, author: sender.author, comment })
  return beginThread(tx, {
    groupId: target.groupId,
    text: target.place.text,
    about: "text",
    place: null,
    consultationId,
    author: sender.author,
    comment,
  })
}

/** Whoever answers from the address to which the notice went holds it. */
async function confirm(tx: Transaction, guestId: string, at: Date): Promise<void> {
  await tx
    .update(consultationGuests)
    .set({ confirmedAt: at })
    .where(eq(consultationGuests.id, guestId))
}
