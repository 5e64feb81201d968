import { randomUUID } from "node:crypto"
import { eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { quoteRequests } from "@/db/schema/reviews"
import { now } from "@/lib/platform/clock"
import { writeMails } from "@/lib/platform/mail"
import { addressesOf } from "./addresses"
import { type LetterRequest, type LetterSubject, quoteLetter } from "./letters"
import { quoteTokenHash } from "./quote-link"
import { freeName, type QuotedPerson } from "./quoted"

/** In which review, and of which revision of the minutes. */
export type Asking = LetterSubject & { reviewId: string; meetingId: string; revision: number }

/**
 * Step: asks people about their words: each gets a request, and one mail where an address of theirs is
 * known. Resolves to how many were written to.
 */
export async function askPeople(
  tx: Transaction,
  people: readonly QuotedPerson[],
  asking: Asking,
): Promise<number> {
  if (people.length === 0) return 0
  const { reviewId, meetingId, revision } = asking
  const known = await tx
    .select({ name: quoteRequests.name })
    .from(quoteRequests)
    .where(eq(quoteRequests.reviewId, reviewId))
  const taken = new Set(known.map((each) => each.name))
  const rows = people.map(({ personId, name: given, statements }) => {
    const name = freeName(given, taken)
    taken.add(name)
    const id = randomUUID()
    return {
      id,
      reviewId,
      meetingId,
      personId,
      name,
      revision,
      statements,
      tokenHash: quoteTokenHash(id),
    }
  })
  await tx.insert(quoteRequests).values(rows)
  return mailRequests(tx, rows, asking)
}

type ToMail = LetterRequest & { personId: string | null }

/** Step: writes to those of whom an address is known, and notes when. Resolves to how many that are. */
export async function mailRequests(
  tx: Transaction,
  requests: readonly ToMail[],
  subject: LetterSubject,
): Promise<number> {
  const known = await addressesOf(
    tx,
    requests.flatMap(({ personId }) => personId ?? []),
  )
  const mailed = requests.flatMap((request) => {
    const to = known.get(request.personId ?? "")
    return to ? [{ id: request.id, letter: quoteLetter("asked", request, to, subject) }] : []
  })
  if (mailed.length === 0) return 0
  await writeMails(
    tx,
    mailed.map(({ letter }) => letter),
  )
  await tx
    .update(quoteRequests)
    .set({ mailedAt: now() })
    .where(
      inArray(
        quoteRequests.id,
        mailed.map(({ id }) => id),
      ),
    )
  return mailed.length
}
