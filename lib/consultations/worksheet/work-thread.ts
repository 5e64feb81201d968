import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { people } from "@/db/schema/people"
import { lockThread, type ThreadRow } from "@/lib/comments/thread-row"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { lockConsultation } from "../lock"
import { decideThread } from "./decide"
import type { decideInput } from "./input"
import { type Decision, decisionLack, type StaleRow } from "./model"

/**
 * A co-chair decides one thread of a consultation on its worksheet. Refuses a missing reason, and with
 * `conflict` a row that somebody else decided since it was shown, or of which a comment says something else
 * now; what stands in it goes with the refusal. Resolves to what stands now.
 */
export async function workThread(
  actor: Actor,
  input: z.output<typeof decideInput>,
): Promise<Decision & { revision: number }> {
  const { consultationId, threadId, revision, ...decision } = input
  return transaction(async (tx) => {
    const { groupId } = await lockConsultation(tx, consultationId, "share")
    authorize(actor, "consultation.hold", { groupId })
    const held = await lockThread(tx, threadId)
    if (held.thread.consultationId !== consultationId) throw notFound()
    if (held.thread.revision !== revision)
      throw new Refusal("conflict", "comment.threadMoved", {}, {}, await stale(tx, held.thread))
    const lack = decisionLack(decision)
    if (lack) throw new Refusal("invalid", "fields", {}, { reason: `worksheet.${lack}` })
    await decideThread(tx, held, { actor, ...decision })
    return { ...decision, revision: (await lockThread(tx, threadId)).thread.revision }
  })
}

async function stale(
  tx: Transaction,
  { revision, disposition, reason, decidedBy }: ThreadRow,
): Promise<StaleRow> {
  const [decider] = decidedBy
    ? await tx.select({ name: people.name }).from(people).where(eq(people.id, decidedBy))
    : []
  return { revision, disposition, reason, decider: decider?.name ?? null }
}
