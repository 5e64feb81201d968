import { consultationCalls } from "@/db/schema/consultations"
import { writeCall } from "@/lib/consultations/letters"
import { findConsultation, guestsToWriteTo } from "@/lib/consultations/queries"
import { consultationStatus } from "@/lib/consultations/status"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"

type Call = "opening" | "reminder" | "result"

/** Mails written in one transaction. */
const batch = 50

/**
 * Writes to the guests of a consultation, to each once for each kind of call, however often it runs: at the
 * opening, before the end to those who have not answered, with the result. Nothing about what is no longer so.
 */
export async function callGuests(consultationId: string, call: Call): Promise<void> {
  const consultation = await findConsultation(database(), consultationId)
  if (!consultation) return
  const open = consultationStatus(consultation, now()) === "open"
  if (call !== "result" && !open) return
  const which = call === "reminder" ? "unanswered" : "all"
  const guests = await guestsToWriteTo(database(), consultationId, which)
  for (let from = 0; from < guests.length; from += batch) {
    const some = guests.slice(from, from + batch)
    await transaction(async (tx) => {
      const rows = some.map(({ id }) => ({ consultationId, kind: call, recipientId: id }))
      const told = await tx
        .insert(consultationCalls)
        .values(rows)
        .onConflictDoNothing()
        .returning({ id: consultationCalls.recipientId })
      const fresh = new Set(told.map(({ id }) => id))
      for (const guest of some)
        if (fresh.has(guest.id)) await writeCall(tx, call, consultation, guest)
    })
  }
}
