import type { z } from "zod"
import { countAttempt, holdCount, limitMinutes } from "@/lib/accounts/limit"
import { filedBefore, wordsOf } from "@/lib/comments/write-comment"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { fileAnswer } from "./file-comment"
import { guestSubject } from "./guest-link"
import type { commentAsGuestInput } from "./input"
import { commentsPer, waitsForCoChair } from "./model"
import { holdSeat } from "./seat"

/**
 * The comment of a guest, by their link. Who came by themselves waits for a co-chair where anyone may
 * comment. One that arrives when it is over is kept for them and refused with `conflict`.
 */
export async function commentAsGuest(
  actor: Actor,
  input: z.output<typeof commentAsGuestInput>,
): Promise<{ commentId: string; late: boolean; waiting: boolean }> {
  const arrivedAt = now()
  const { token, ...answer } = input
  wordsOf(answer)
  const filed = await transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    const { id: guestId, consultationId } = guest
    authorize(actor, "consultation.comment", guestSubject(guestId))
    if (!guest.confirmedAt) throw new Refusal("conflict", "consultation.confirmFirst")
    await holdCount(tx, "consultation.comment", guestId)
    const isAgain = (await filedBefore(tx, answer, { guestId })) !== null
    if (!isAgain && !(await countAttempt(tx, "consultation.comment", guestId, commentsPer)))
      return null
    return fileAnswer(tx, {
      consultationId,
      arrivedAt,
      author: { guestId },
      way: "link",
      answer,
      waits: (consultation) => waitsForCoChair(consultation, guest),
    })
  })
  if (!filed)
    throw new Refusal("too_many", "consultation.tooManyComments", { minutes: limitMinutes })
  if (!filed.filed) throw new Refusal("conflict", filed.lack, {}, {}, { kept: true })
  return { commentId: filed.commentId, late: filed.late, waiting: filed.waiting }
}
