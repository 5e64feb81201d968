import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import { accounts, sessions } from "@/db/schema/accounts"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow, now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { sampleMode } from "@/lib/platform/env"
import { notFound } from "@/lib/platform/errors"
import { hashOf, newToken } from "@/lib/platform/secrets"
import { authorize } from "@/lib/policy/can"
import type { sampleSignInInput } from "./input"

/** Signs a sample person in without a mail and resolves to the session's token. Refused outside sample mode. */
export async function beginSampleSession(
  actor: Actor,
  { personId }: Pick<z.output<typeof sampleSignInInput>, "personId">,
): Promise<string> {
  if (!sampleMode()) throw notFound()
  authorize(actor, "sign-in.sample")
  return transaction(async (tx) => {
    const [account] = await tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.personId, personId), isNull(accounts.disabledAt)))
    if (!account?.email.endsWith("@example.org")) throw notFound()
    const token = newToken()
    await tx.insert(sessions).values({
      tokenHash: hashOf(token),
      accountId: account.id,
      createdAt: now(),
      lastSeenAt: now(),
      expiresAt: daysFromNow(30),
    })
    await record(tx, {
      name: "session.begun",
      actor: { ...actor },
      groupId: null,
      subject: { type: "account", id: account.id },
      data: {},
    })
    return token
  })
}
