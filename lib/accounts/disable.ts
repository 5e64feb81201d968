import { eq } from "drizzle-orm"
import type { z } from "zod"
import { accounts } from "@/db/schema/accounts"
import { record } from "@/lib/activity/record"
import type { personInput } from "@/lib/people/input"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { cutOff, lockAccount } from "./account-of-person"

/** Disables an account: its sessions and links end with the commit, and nobody signs in with it. One's own stays. */
export async function disableAccount(
  actor: Actor,
  { personId }: z.output<typeof personInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "account.disable")
    const account = await lockAccount(tx, personId)
    if (actor.kind === "account" && actor.accountId === account.id)
      throw new Refusal("conflict", "accounts.ownAccount")
    if (account.disabledAt) throw new Refusal("conflict", "accounts.disabledAlready")
    await tx.update(accounts).set({ disabledAt: now() }).where(eq(accounts.id, account.id))
    await cutOff(tx, account)
    await record(tx, {
      name: "account.disabled",
      actor,
      groupId: null,
      subject: { type: "person", id: personId },
      data: { person: personId, name: account.name },
    })
    return { name: account.name }
  })
}
