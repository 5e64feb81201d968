import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { consultationGuests } from "@/db/schema/consultations"
import { personSettings } from "@/db/schema/notices"
import type { ReplyTo } from "@/lib/consultations/reply-address"
import { isTakenBack } from "@/lib/consultations/seat"
import { currentPeople } from "@/lib/meetings/current-people"
import type { Actor } from "@/lib/platform/actor"
import { isLocale, type Locale } from "@/lib/platform/locales"
import { actorOfAccount } from "@/lib/platform/session-actor"

/**
 * Whose words a mailed answer will be. `guest` is the whole seat of a guest, null for a person. The author
 * may be another one than the address was made for, if two people were merged since.
 */
export type Sender = {
  email: string
  locale: Locale
  actor: Actor
  author: ReplyTo["author"]
  guest: typeof consultationGuests.$inferSelect | null
}

/**
 * Step: who the signed address was made for, or into whom they were merged, as they may act now; null
 * when they are gone, disabled, or invited no more.
 */
export async function findSender(
  tx: Transaction,
  author: ReplyTo["author"],
): Promise<Sender | null> {
  return "personId" in author ? findPerson(tx, author.personId) : findGuest(tx, author.guestId)
}

/** Step: the mail address of whom a reply address was made for, or into whom they were merged; null of nobody. */
export async function findEmail(
  tx: Transaction,
  author: ReplyTo["author"],
): Promise<string | null> {
  if ("guestId" in author) {
    const [guest] = await tx
      .select({ email: consultationGuests.email })
      .from(consultationGuests)
      .where(eq(consultationGuests.id, author.guestId))
    return guest?.email ?? null
  }
  const personId = (await currentPeople(tx, [author.personId])).get(author.personId)
  if (!personId) return null
  const [account] = await tx
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.personId, personId))
  return account?.email ?? null
}

/** Step: as `findSender`, of a person. */
export async function findPerson(
  tx: Transaction,
  addressed: string,
): Promise<(Sender & { author: { personId: string } }) | null> {
  const personId = (await currentPeople(tx, [addressed])).get(addressed)
  if (!personId) return null
  const [row] = await tx
    .select({ id: accounts.id, email: accounts.email, locale: personSettings.locale })
    .from(accounts)
    .leftJoin(personSettings, eq(personSettings.personId, accounts.personId))
    .where(eq(accounts.personId, personId))
  const actor = row && (await actorOfAccount(row.id))
  if (!row || !actor) return null
  const { email, locale } = row
  return { email, locale: localeOf(locale), actor, author: { personId }, guest: null }
}

async function findGuest(tx: Transaction, guestId: string): Promise<Sender | null> {
  const [guest] = await tx
    .select()
    .from(consultationGuests)
    .where(eq(consultationGuests.id, guestId))
  if (!guest || (await isTakenBack(tx, guest))) return null
  return {
    email: guest.email,
    locale: localeOf(guest.locale),
    actor: { kind: "guest", subjectType: "consultation-guest", subjectId: guest.id },
    author: { guestId },
    guest,
  }
}

const localeOf = (locale: string | null): Locale => (locale && isLocale(locale) ? locale : "en")
