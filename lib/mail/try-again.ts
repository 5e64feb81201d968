import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm"
import type { z } from "zod"
import { mails } from "@/db/schema/mail"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { enqueueAll } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import type { tryAgainInput } from "./input"
import { troubleOf } from "./status"

/**
 * Puts one mail that was given up, or all of them, into the queue once more, with all its tries. One
 * that is still being tried is left to it, so that nothing is sent twice. Resolves to how many.
 */
export async function tryMailsAgain(
  actor: Actor,
  { mailId }: z.output<typeof tryAgainInput>,
): Promise<{ mails: number }> {
  return transaction(async (tx) => {
    authorize(actor, "mail.failures")
    const held = await tx
      .select()
      .from(mails)
      .where(
        and(
          or(isNull(mails.sentAt), isNotNull(mails.failedAt)),
          mailId ? eq(mails.id, mailId) : undefined,
        ),
      )
      .for("update")
    if (mailId && held.length === 0) throw notFound()
    const ids = held
      .filter((mail) => ["failed", "lost"].includes(troubleOf(mail, now()) ?? ""))
      .map(({ id }) => id)
    if (ids.length === 0) return { mails: 0 }
    await tx
      .update(mails)
      // A mail that went and came back goes again too.
      .set({ failedAt: null, sentAt: null, attempts: 0, triedAgainAt: now() })
      .where(inArray(mails.id, ids))
    await enqueueAll(
      tx,
      "mail",
      ids.map((id) => ({ mailId: id })),
    )
    await record(tx, {
      name: "mail.triedAgain",
      actor,
      groupId: null,
      subject: { type: "person", id: personOf(actor) ?? "" },
      data: { mails: ids.length },
    })
    return { mails: ids.length }
  })
}
