import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { threadMoves, threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import type { Disposition } from "./model"
import { notifyText } from "./notify"
import { reasonLack, reopenLack, resolveLack } from "./status"
import { type CommentedText, trailTitle } from "./text"
import type { ThreadRow } from "./thread-row"

type Held = { thread: ThreadRow; text: CommentedText }

/**
 * Step: resolves a thread that is held (`lockThread`) with what becomes of it and why; keeps the move
 * and records `thread.resolved`. Does not authorize. `conflict` when it is resolved already, `invalid` at
 * `reason` when a disposition that needs one has none.
 */
export async function settleThread(
  tx: Transaction,
  { thread, text }: Held,
  given: { actor: Actor; disposition: Disposition; reason: string },
): Promise<void> {
  const lack = resolveLack(thread)
  if (lack) throw new Refusal("conflict", lack)
  const { actor, disposition, reason } = given
  const missing = reasonLack(disposition, reason)
  if (missing) throw new Refusal("invalid", "fields", {}, { reason: missing })
  const decidedBy = personOf(actor)
  await move(tx, thread, { state: "resolved", disposition, reason, decidedBy, decidedAt: now() })
  await notifyText(tx, text.text)
  await record(tx, {
    name: "thread.resolved",
    actor,
    groupId: thread.groupId,
    subject: { type: "thread", id: thread.id },
    data: { thread: thread.id, title: trailTitle(text), disposition },
  })
}

/** Step: opens a thread that is held again, keeps the move and records `thread.reopened`. Does not authorize. */
export async function unsettleThread(
  tx: Transaction,
  { thread, text }: Held,
  { actor }: { actor: Actor },
): Promise<void> {
  const lack = reopenLack(thread)
  if (lack) throw new Refusal("conflict", lack)
  await move(tx, thread, {
    state: "open",
    disposition: null,
    reason: "",
    decidedBy: personOf(actor),
    decidedAt: null,
  })
  await notifyText(tx, text.text)
  await record(tx, {
    name: "thread.reopened",
    actor,
    groupId: thread.groupId,
    subject: { type: "thread", id: thread.id },
    data: { thread: thread.id, title: trailTitle(text) },
  })
}

async function move(
  tx: Transaction,
  { id: threadId }: ThreadRow,
  to: Pick<ThreadRow, "state" | "disposition" | "reason" | "decidedBy" | "decidedAt">,
): Promise<void> {
  await tx
    .update(threads)
    .set({ ...to, revision: sql`${threads.revision} + 1` })
    .where(eq(threads.id, threadId))
  const { state, disposition, reason, decidedBy: movedBy } = to
  await tx.insert(threadMoves).values({ threadId, state, disposition, reason, movedBy })
}

/** Refuses with `conflict` a form that shows a thread as it was before somebody moved it. */
export function onlyUpToDate({ thread }: Held, revision: number): void {
  if (thread.revision !== revision) throw new Refusal("conflict", "comment.threadMoved")
}
