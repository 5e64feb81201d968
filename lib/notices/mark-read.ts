import { and, eq, isNull, lte } from "drizzle-orm"
import type { z } from "zod"
import { notices } from "@/db/schema/notices"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { markReadInput } from "./input"

/** Marks one notice of one's own as read, or all up to an instant: what came since stays unread. */
export async function markNoticesRead(
  actor: Actor,
  { noticeId, upto }: z.output<typeof markReadInput>,
): Promise<{ marked: number }> {
  authorize(actor, "notices.see")
  const personId = personOf(actor)
  if (!personId) throw new Refusal("sign_in", "signIn")
  return transaction(async (tx) => {
    const marked = await tx
      .update(notices)
      .set({ readAt: now() })
      .where(
        and(
          eq(notices.personId, personId),
          isNull(notices.readAt),
          noticeId ? eq(notices.id, noticeId) : undefined,
          upto ? lte(notices.createdAt, new Date(upto)) : undefined,
        ),
      )
      .returning({ id: notices.id })
    return { marked: marked.length }
  })
}
