import { sql } from "drizzle-orm"
import type { z } from "zod"
import { threadReads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { markReadInput } from "./input"
import { textIdOf } from "./model"
import { findCommentedText } from "./text"

/** Notes up to which comment of a text somebody has read; never back to an earlier one. */
export async function markRead(
  actor: Actor,
  { on, seq }: z.output<typeof markReadInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const text = await findCommentedText(tx, on)
    if (!text) throw notFound()
    authorize(actor, "comment.read", { groupId: text.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await tx
      .insert(threadReads)
      .values({ personId, textId: textIdOf(on), seq })
      .onConflictDoUpdate({
        target: [threadReads.personId, threadReads.textId],
        set: { seq: sql`greatest(${threadReads.seq}, ${seq})`, at: now() },
      })
  })
}
