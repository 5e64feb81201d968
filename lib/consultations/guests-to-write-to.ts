import { and, asc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { commentDrafts, comments } from "@/db/schema/comments"
import { consultationCalls, consultationGuests, consultations } from "@/db/schema/consultations"
import { isSendable } from "./take-in"

/** Somebody without an account, as a mail to them needs them. */
export type GuestForMail = {
  id: string
  email: string
  name: string
  locale: string
  tokenHash: string
}

/** A guest's comment that was refused or withdrawn is still an answer: they need no reminder. */
const answeredByGuest = sql`exists (select from ${comments} where ${comments.guestId} = ${consultationGuests.id})`

const toldOfOpening = sql`exists (select from ${consultationCalls} where
  ${consultationCalls.consultationId} = ${consultationGuests.consultationId} and ${consultationCalls.kind} = 'opening'
  and ${consultationCalls.recipientId} = ${consultationGuests.id})`

const hasKept = sql`exists (select from ${commentDrafts} where ${commentDrafts.guestId} = ${consultationGuests.id}
  and ${isSendable})`

const opening = sql<Date>`(select ${consultations.opensAt} from ${consultations}
  where ${consultations.id} = ${consultationGuests.consultationId})`

const isForGuests = sql`exists (select from ${consultations}
  where ${consultations.id} = ${consultationGuests.consultationId} and ${consultations.audience} <> 'members')`

/**
 * The guests who are written to: invited, or confirmed, not taken back, and who did not ask for silence. With
 * `knowing` those of them who know that it opened, with `kept` those whose comments came when none were
 * taken; `unaware` are not those who came by themselves once it was open. Nobody where it is for members
 * alone. Does not authorize.
 */
export async function guestsToWriteTo(
  reader: Reader,
  consultationId: string,
  which: "all" | "unaware" | "unanswered" | "knowing" | "kept",
): Promise<GuestForMail[]> {
  const reached = sql`(${isNotNull(consultationGuests.invitedBy)} or ${isNotNull(consultationGuests.confirmedAt)})`
  return reader
    .select({
      id: consultationGuests.id,
      email: consultationGuests.email,
      name: consultationGuests.name,
      locale: consultationGuests.locale,
      tokenHash: consultationGuests.tokenHash,
    })
    .from(consultationGuests)
    .where(
      and(
        eq(consultationGuests.consultationId, consultationId),
        isNull(consultationGuests.silencedAt),
        isNull(consultationGuests.takenBackAt),
        isForGuests,
        reached,
        which === "kept" ? hasKept : undefined,
        which === "unanswered" ? sql`not ${answeredByGuest}` : undefined,
        which === "unaware"
          ? or(
              isNotNull(consultationGuests.invitedBy),
              isNull(consultationGuests.confirmedAt),
              lt(consultationGuests.confirmedAt, opening),
            )
          : undefined,
        which === "knowing"
          ? or(isNotNull(consultationGuests.confirmedAt), toldOfOpening)
          : undefined,
      ),
    )
    .orderBy(asc(consultationGuests.email))
}
