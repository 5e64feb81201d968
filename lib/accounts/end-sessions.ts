import { and, eq, ne } from "drizzle-orm"
import type { z } from "zod"
import { sessions } from "@/db/schema/accounts"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { endSessionsInput } from "./input"

/** Ends the session that asks, or all the others of the same account. They are gone with the commit. */
export async function endSessions(
  actor: Actor,
  { which }: z.output<typeof endSessionsInput>,
): Promise<{ ended: number }> {
  authorize(actor, "sessions.end")
  if (actor.kind !== "account") throw new Refusal("sign_in", "signIn")
  return transaction(async (tx) => {
    const chosen =
      which === "this" ? eq(sessions.id, actor.sessionId) : ne(sessions.id, actor.sessionId)
    const gone = await tx
      .delete(sessions)
      .where(and(eq(sessions.accountId, actor.accountId), chosen))
      .returning({ id: sessions.id })
    await record(tx, {
      name: "session.ended",
      actor,
      groupId: null,
      subject: { type: "account", id: actor.accountId },
      data: { count: gone.length },
    })
    return { ended: gone.length }
  })
}
