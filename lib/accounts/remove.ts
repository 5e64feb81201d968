import { eq } from "drizzle-orm"
import type { z } from "zod"
import { accounts } from "@/db/schema/accounts"
import { record } from "@/lib/activity/record"
import type { personInput } from "@/lib/people/input"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { cutOff, lockAccount } from "./account-of-person"

/** Takes the account from a person, who stays in every record and may be given another address. One's own stays. */
export async function removeAccount(
  actor: Actor,
  { personId }: z.output<typeof personInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "account.disable")
    const account = await lockAccount(tx, personId)
    if (actor.kind === "account" && actor.accountId === account.id)
      throw new Refusal("conflict", "accounts.ownAccount")
    await cutOff(tx, account)
    await tx.delete(accounts).where(eq(accounts.id, account.id))
    await record(tx, {
      name: "account.removed",
      actor,
      groupId: null,
      subject: { type: "person", id: personId },
      data: { person: personId, name: account.name },
    })
    return { name: account.name }
  })
}
