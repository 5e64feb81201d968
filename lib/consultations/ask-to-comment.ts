import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { countLetter, refuseBeyond } from "@/lib/accounts/limit"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow, now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { addGuests } from "./add-guests"
import { giveSeats } from "./give-seats"
import type { askToCommentInput } from "./input"
import { writeGuestLink } from "./letters"
import { consultationStatus } from "./status"

/** Days for which a seat that nobody confirmed is kept. */
const confirmDays = 7

/**
 * Mails a link to whoever wants to comment: anyone where the consultation is for anyone, and those who
 * were invited where it is for them. The answer is the same for every address. Refuses with `too_many`
 * beyond the limits, though that of a day keeps no letter from a guest who was invited or confirmed, and
 * with `conflict` while nothing can be said.
 */
export async function askToComment(
  actor: Actor,
  input: z.output<typeof askToCommentInput> & { network: string },
): Promise<void> {
  authorize(actor, "record.read")
  const count = await transaction(async (tx) => {
    const [found] = await tx
      .select({ consultation: consultations, group: groups })
      .from(consultations)
      .innerJoin(groups, eq(groups.id, consultations.groupId))
      .where(and(eq(groups.slug, input.slug), eq(consultations.slug, input.consultation)))
    if (!found || found.consultation.audience === "members") throw notFound()
    const { consultation, group } = found
    const status = consultationStatus(consultation, now())
    if (status !== "open" && status !== "late")
      throw new Refusal("conflict", "consultation.notOpen")
    const known = and(
      ofAddress(consultation.id, input.email),
      or(isNotNull(consultationGuests.invitedBy), isNotNull(consultationGuests.confirmedAt)),
    )
    const isKnown = (await tx.$count(consultationGuests, known)) > 0
    const within = await countLetter(tx, "consultation", input)
    // A stranger could use up the day of a guest who lost their link: it is sent, and no answer tells of a seat.
    if (within === "soon" || (within === "tomorrow" && !isKnown)) return within
    const { id: consultationId, audience } = consultation
    if (audience === "anyone") {
      await forgetUnconfirmed(tx)
      const { email, locale } = input
      const seat = { consultationId, emails: [email], invitedBy: null }
      await addGuests(tx, { ...seat, locale })
      await giveSeats(tx, seat)
    }
    const [guest] = await tx
      .select()
      .from(consultationGuests)
      .where(ofAddress(consultationId, input.email))
    if (guest) await writeGuestLink(tx, { ...consultation, group }, guest)
    return within
  })
  refuseBeyond(count, "consultation.tooManyLinks")
}

/** The seat of an address in a consultation, unless it was taken back. */
const ofAddress = (consultationId: string, email: string) =>
  and(
    eq(consultationGuests.consultationId, consultationId),
    eq(consultationGuests.email, email),
    isNull(consultationGuests.takenBackAt),
  )

async function forgetUnconfirmed(tx: Transaction): Promise<void> {
  await tx
    .delete(consultationGuests)
    .where(
      and(
        isNull(consultationGuests.confirmedAt),
        isNull(consultationGuests.invitedBy),
        lt(consultationGuests.createdAt, daysFromNow(-confirmDays)),
        sql`not exists (select from ${comments} where ${comments.guestId} = ${consultationGuests.id})`,
      ),
    )
}
