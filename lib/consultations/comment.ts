import type { z } from "zod"
import { countAttempt, holdCount, limitMinutes } from "@/lib/accounts/limit"
import { filedBefore, wordsOf } from "@/lib/comments/write-comment"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { fileAnswer } from "./file-comment"
import type { commentInConsultationInput } from "./input"
import { commentsPer } from "./model"
import { findConsultation } from "./queries"

/**
 * A member's comment in a consultation. One that arrives when it is over is kept for them and refused with
 * `conflict`; where late comments are taken, it is filed and marked. The same form counts once.
 */
export async function commentInConsultation(
  actor: Actor,
  input: z.output<typeof commentInConsultationInput>,
): Promise<{ commentId: string; late: boolean }> {
  const arrivedAt = now()
  const { consultationId, ...answer } = input
  wordsOf(answer)
  const personId = personOf(actor)
  const filed = await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) throw notFound()
    authorize(actor, "comment.write", { groupId: consultation.groupId })
    if (!personId) throw new Refusal("forbidden", "forbidden")
    const author = { personId }
    await holdCount(tx, "consultation.comment", personId)
    const isAgain = (await filedBefore(tx, answer, author)) !== null
    if (!isAgain && !(await countAttempt(tx, "consultation.comment", personId, commentsPer)))
      return null
    const waits = () => false
    const way = "portal" as const
    return fileAnswer(tx, { consultationId, arrivedAt, author, way, answer, waits })
  })
  if (!filed)
    throw new Refusal("too_many", "consultation.tooManyComments", { minutes: limitMinutes })
  if (!filed.filed) throw new Refusal("conflict", filed.lack, {}, {}, { kept: true })
  return { commentId: filed.commentId, late: filed.late }
}
