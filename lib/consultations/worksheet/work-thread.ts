import type { z } from "zod"
import { onlyUpToDate } from "@/lib/comments/settle-thread"
import { lockThread } from "@/lib/comments/thread-row"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { lockConsultation } from "../lock"
import { decideThread } from "./decide"
import type { decideInput } from "./input"
import { decisionLack } from "./model"

/**
 * A co-chair decides one thread of a consultation on its worksheet. Refuses a missing reason, and with
 * `conflict` a row that somebody else decided since it was shown. Resolves to the revision that stands now.
 */
export async function workThread(
  actor: Actor,
  input: z.output<typeof decideInput>,
): Promise<{ revision: number }> {
  const { consultationId, threadId, revision, ...decision } = input
  return transaction(async (tx) => {
    const { groupId } = await lockConsultation(tx, consultationId, "share")
    authorize(actor, "consultation.hold", { groupId })
    const held = await lockThread(tx, threadId)
    if (held.thread.consultationId !== consultationId) throw notFound()
    onlyUpToDate(held, revision)
    const lack = decisionLack(decision)
    if (lack) throw new Refusal("invalid", "fields", {}, { reason: `worksheet.${lack}` })
    await decideThread(tx, held, { actor, ...decision })
    return { revision: (await lockThread(tx, threadId)).thread.revision }
  })
}
