import { eq } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { hashOf, keyedHash } from "@/lib/platform/secrets"

/**
 * The token of a guest's link, signed with the secret of the portal, so that a reminder can carry the same
 * link as the invitation although only its hash is kept.
 */
export const guestToken = (guestId: string): string => keyedHash(`consultation guest ${guestId}`)

/** Step: makes the link that is mailed now a good one, should the secret of the portal be another since the last. */
export async function renewLink(
  tx: Transaction,
  guest: { id: string; tokenHash: string },
): Promise<void> {
  const tokenHash = hashOf(guestToken(guest.id))
  if (tokenHash === guest.tokenHash) return
  await tx.update(consultationGuests).set({ tokenHash }).where(eq(consultationGuests.id, guest.id))
}

/** Whoever holds a link: the one guest it was mailed to, and the one consultation it is for. */
export type LinkedGuest = typeof consultationGuests.$inferSelect & {
  consultationSlug: string
  consultationTitle: string
  groupId: string
  groupSlug: string
}

/** The guest that a link stands for, or null when it is unknown. */
export async function findGuestByLink(reader: Reader, token: string): Promise<LinkedGuest | null> {
  const [found] = await reader
    .select({
      guest: consultationGuests,
      consultationSlug: consultations.slug,
      consultationTitle: consultations.title,
      groupId: groups.id,
      groupSlug: groups.slug,
    })
    .from(consultationGuests)
    .innerJoin(consultations, eq(consultations.id, consultationGuests.consultationId))
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .where(eq(consultationGuests.tokenHash, hashOf(token)))
  if (!found) return null
  const { guest, ...where } = found
  return { ...guest, ...where }
}

/** What a guest may act on: their own seat in one consultation, and nothing else. */
export const guestSubject = (guestId: string) => ({ type: "consultation-guest", id: guestId })

/** Whoever holds a link, as an actor: one guest, or the public when the link is good for nothing. */
export async function guestOfLink(token: string): Promise<Actor> {
  const guest = await findGuestByLink(database(), token)
  return guest
    ? { kind: "guest", subjectType: "consultation-guest", subjectId: guest.id }
    : { kind: "public" }
}
