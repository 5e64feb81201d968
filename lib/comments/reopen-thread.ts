import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { reopenThreadInput } from "./input"
import { onlyUpToDate, unsettleThread } from "./settle-thread"
import { lockThread } from "./thread-row"

/** Whoever holds the text opens a resolved thread again; what was decided stays in its history. */
export async function reopenThread(
  actor: Actor,
  { threadId, revision }: z.output<typeof reopenThreadInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await lockThread(tx, threadId)
    const { groupId, noteTakerId, responsibleId } = held.text
    authorize(actor, "thread.resolve", { groupId, noteTakerId, responsibleId })
    onlyUpToDate(held, revision)
    await unsettleThread(tx, held, { actor })
  })
}
