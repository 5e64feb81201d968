import type { Transaction } from "@/db/client"
import { settleThread, unsettleThread } from "@/lib/comments/settle-thread"
import type { CommentedText } from "@/lib/comments/text"
import type { ThreadRow } from "@/lib/comments/thread-row"
import type { Actor } from "@/lib/platform/actor"
import { type Decision, sameDecision } from "./model"

/**
 * Step: decides a held thread as the sheet says, which may change or take back what was decided before.
 * Resolves to whether anything changed. Does not authorize.
 */
export async function decideThread(
  tx: Transaction,
  held: { thread: ThreadRow; text: CommentedText },
  { actor, ...decision }: Decision & { actor: Actor },
): Promise<boolean> {
  const { thread } = held
  if (sameDecision(thread, decision)) return false
  if (thread.state === "resolved") await unsettleThread(tx, held, { actor })
  if (decision.disposition === null) return true
  const open = { ...held, thread: { ...thread, state: "open" as const } }
  const { disposition, reason } = decision
  await settleThread(tx, open, { actor, disposition, reason })
  return true
}
