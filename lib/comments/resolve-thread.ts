import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { resolveThreadInput } from "./input"
import { onlyUpToDate, settleThread } from "./settle-thread"
import { lockThread } from "./thread-row"

/**
 * Whoever holds the text says what becomes of a thread, and why. `conflict` when it was moved meanwhile,
 * `invalid` when it is not accepted, or only partly, without a reason.
 */
export async function resolveThread(
  actor: Actor,
  { threadId, revision, disposition, reason }: z.output<typeof resolveThreadInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await lockThread(tx, threadId)
    const { groupId, noteTakerId, responsibleId } = held.text
    authorize(actor, "thread.resolve", { groupId, noteTakerId, responsibleId })
    onlyUpToDate(held, revision)
    await settleThread(tx, held, { actor, disposition, reason })
  })
}
