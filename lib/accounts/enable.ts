import { eq } from "drizzle-orm"
import type { z } from "zod"
import { accounts } from "@/db/schema/accounts"
import { record } from "@/lib/activity/record"
import type { personInput } from "@/lib/people/input"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { lockAccount } from "./account-of-person"

/** Lets a disabled account sign in again; its groups and roles are as they were left. */
export async function enableAccount(
  actor: Actor,
  { personId }: z.output<typeof personInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "account.disable")
    const account = await lockAccount(tx, personId)
    if (!account.disabledAt) throw new Refusal("conflict", "accounts.enabledAlready")
    await tx.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, account.id))
    await record(tx, {
      name: "account.enabled",
      actor,
      groupId: null,
      subject: { type: "person", id: personId },
      data: { person: personId, name: account.name },
    })
    return { name: account.name }
  })
}
