import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { threadMutes, threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { muteThreadInput } from "./input"

/** Wants no more notices of a thread, or wants them again. */
export async function muteThread(
  actor: Actor,
  { threadId, to }: z.output<typeof muteThreadInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const [thread] = await tx
      .select({ groupId: threads.groupId })
      .from(threads)
      .where(eq(threads.id, threadId))
    if (!thread) throw notFound()
    authorize(actor, "comment.read", thread)
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    if (to === "muted")
      await tx.insert(threadMutes).values({ threadId, personId }).onConflictDoNothing()
    else
      await tx
        .delete(threadMutes)
        .where(and(eq(threadMutes.threadId, threadId), eq(threadMutes.personId, personId)))
  })
}
