import { randomUUID } from "node:crypto"
import type { Transaction } from "@/db/client"
import { consultationGuests } from "@/db/schema/consultations"
import { now } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { guestToken } from "./guest-link"

/** Step: gives each address a seat with a link of its own; who has one keeps it. Resolves to the new ones. */
export async function addGuests(
  tx: Transaction,
  given: {
    consultationId: string
    emails: readonly string[]
    locale: string
    invitedBy: string | null
  },
): Promise<{ id: string; email: string }[]> {
  const { consultationId, emails, locale, invitedBy } = given
  const rows = emails.map((email) => {
    const id = randomUUID()
    const tokenHash = hashOf(guestToken(id))
    return { id, consultationId, email, locale, invitedBy, tokenHash, createdAt: now() }
  })
  if (rows.length === 0) return []
  return tx
    .insert(consultationGuests)
    .values(rows)
    .onConflictDoNothing({ target: [consultationGuests.consultationId, consultationGuests.email] })
    .returning({ id: consultationGuests.id, email: consultationGuests.email })
}
