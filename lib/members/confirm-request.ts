import { and, eq, isNull, ne } from "drizzle-orm"
import type { z } from "zod"
import { joinRequests } from "@/db/schema/members"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { confirmJoinInput } from "./input"
import { findRequestByLink } from "./request-link"

/**
 * Confirms the address of a request to join: from now on the co-chairs see it. A newer request of the
 * same address takes the place of one that waits. Confirming twice changes nothing.
 */
export async function confirmRequest(
  actor: Actor,
  { token }: z.output<typeof confirmJoinInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    const link = await findRequestByLink(tx, token)
    if (!link) throw new Refusal("not_found", "join.linkSpent")
    authorize(actor, "join.confirm", { type: "join-request", id: link.id })
    const [request] = await tx
      .update(joinRequests)
      .set({ confirmedAt: now() })
      .where(and(eq(joinRequests.id, link.id), isNull(joinRequests.confirmedAt)))
      .returning()
    if (!request) return { name: link.name }
    const { id, groupId, email, name } = request
    await tx
      .delete(joinRequests)
      .where(
        and(
          eq(joinRequests.groupId, groupId),
          eq(joinRequests.email, email),
          isNull(joinRequests.decision),
          ne(joinRequests.id, id),
        ),
      )
    await record(tx, {
      name: "group.joinAsked",
      actor,
      groupId,
      subject: { type: "join-request", id },
      data: { request: id, name },
    })
    return { name }
  })
}
