import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { enqueueAll } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import type { tryAgainInput } from "./input"
import { lostBefore, troubleOf } from "./status"

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
    // What somebody holds is being sent, or tried again, by them; whoever waited would wait for a mail server.
    const left = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(isLeft(now()), mailId ? eq(mails.id, mailId) : undefined))
      .for("no key update", { skipLocked: true })
    const ids = left.map(({ id }) => id)
    if (mailId && ids.length === 0) await refuseUnlessTried(tx, mailId)
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

/** Whether a mail was given up, or lost its place: as `troubleOf` has it. */
const isLeft = (at: Date) =>
  or(
    isNotNull(mails.failedAt),
    and(
      isNull(mails.sentAt),
      lt(sql`coalesce(${mails.triedAgainAt}, ${mails.createdAt})`, lostBefore(at).toISOString()),
    ),
  )

/** Refuses with `not_found` what is gone or went, and with `conflict` what somebody holds at this moment. */
async function refuseUnlessTried(tx: Transaction, mailId: string): Promise<void> {
  const [mail] = await tx.select().from(mails).where(eq(mails.id, mailId))
  if (!mail || (mail.sentAt && !mail.failedAt)) throw notFound()
  const trouble = troubleOf(mail, now())
  if (trouble === "failed" || trouble === "lost") throw new Refusal("conflict", "mail.beingSent")
}
