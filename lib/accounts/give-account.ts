import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { people } from "@/db/schema/people"
import { Refusal, violatedConstraint } from "@/lib/platform/errors"

/** The account of a mail address with its person, or null. */
export async function accountOf(tx: Transaction, email: string) {
  const [account] = await tx
    .select({
      id: accounts.id,
      personId: people.id,
      name: people.name,
      disabledAt: accounts.disabledAt,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.email, email))
  return account ?? null
}

/**
 * Step: lets a person sign in with a mail address. Refuses with `conflict` when the person has an
 * account already, or the address belongs to somebody else.
 */
export async function giveAccount(tx: Transaction, personId: string, email: string): Promise<void> {
  try {
    await tx.transaction((inner) => inner.insert(accounts).values({ personId, email }))
  } catch (error) {
    const broken = violatedConstraint(error)
    if (broken === "accounts_email_unique")
      throw new Refusal("conflict", "fields", {}, { email: "accounts.emailTaken" })
    if (broken === "accounts_person_id_unique") throw new Refusal("conflict", "accounts.hasAccount")
    throw error
  }
}
