import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { accounts, sessions, signInTokens } from "@/db/schema/accounts"
import { people } from "@/db/schema/people"
import { notFound } from "@/lib/platform/errors"

/** Locks the account of a person; refuses with `not_found` when there is none. */
export async function lockAccount(tx: Transaction, personId: string) {
  const [account] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.personId, personId))
    .for("update")
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (!account || !person) throw notFound()
  return { ...account, name: person.name }
}

/** Step: signs an account out everywhere and spends every link that was mailed to it. */
export async function cutOff(
  tx: Transaction,
  account: { id: string; email: string },
): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.accountId, account.id))
  await tx.delete(signInTokens).where(eq(signInTokens.identifier, account.email))
}
