import { eq } from "drizzle-orm"
import type { z } from "zod"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { addComment } from "./add-comment"
import type { answerThreadInput } from "./input"
import { holdToLimit } from "./limit"
import { countedIn, noLongerTaken } from "./open-consultation"

/**
 * A member answers in a thread of the group; in a thread of a consultation that takes comments the answer
 * counts to it, as a late one after the end. The same form sent again gives what it made. `too_many` beyond
 * the limit of a person, `conflict` when the consultation that the form named is over.
 */
export async function answerThread(
  actor: Actor,
  { threadId, consultation, unnamed, ...said }: z.output<typeof answerThreadInput>,
): Promise<{ threadId: string; commentId: string }> {
  return transaction(async (tx) => {
    const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId))
    if (!thread) throw notFound()
    authorize(actor, "comment.write", { groupId: thread.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdToLimit(tx, personId, said.submission)
    const { consultationId } = thread
    const counted = consultationId === null ? null : await countedIn(tx, consultationId, now())
    if (consultation !== null && !counted) throw noLongerTaken()
    const isUnnamed = counted !== null && unnamed
    const comment = { ...said, way: "portal" as const, unnamed: isUnnamed, ...counted }
    const { commentId } = await addComment(tx, { threadId, author: { personId }, comment })
    return { threadId, commentId }
  })
}
