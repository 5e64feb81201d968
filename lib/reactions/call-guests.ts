import { consultationCalls } from "@/db/schema/consultations"
import { countClosings } from "@/lib/consultations/count-closings"
import { guestsToWriteTo } from "@/lib/consultations/guests-to-write-to"
import { type Call, whoHasOpening, writeCall } from "@/lib/consultations/letters"
import { findConsultation } from "@/lib/consultations/queries"
import { type ConsultationStatus, consultationStatus } from "@/lib/consultations/status"
import { listTexts } from "@/lib/consultations/texts"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"

/** Mails written in one transaction. */
const batch = 50

/** What a consultation has to be for a call to be true when its job runs; anything for the result. */
const onlyWhile: Partial<Record<Call, readonly ConsultationStatus[]>> = {
  opening: ["open"],
  reminder: ["open"],
  moved: ["open"],
  closed: ["late", "closed"],
  late: ["late"],
  cancelled: ["cancelled"],
}
const goesTo = {
  opening: "unaware",
  reminder: "unanswered",
  moved: "knowing",
  closed: "knowing",
  late: "kept",
  cancelled: "knowing",
  result: "all",
} as const

/**
 * Under which name it is kept that somebody was written to: of an end, with that end. After a closing
 * that was told the same end is another one.
 */
async function keptAs(call: Call, { id, closesAt }: { id: string; closesAt: Date }) {
  if (call === "opening" || call === "cancelled" || call === "result") return call
  const end = `end ${closesAt.toISOString()}`
  if (call !== "moved") return `${end} ${call}`
  const closings = await countClosings(database(), id)
  return closings === 0 ? end : `${end} again ${closings}`
}

/**
 * Writes to the guests of a consultation, to each once for each kind of call (and for each end that it is
 * moved to or reminded of, or after which late ones are allowed), however often it runs. Of the opening to
 * those who do not know of it; before the end to those who have not answered; of another end, and that it
 * was closed early or is called off, to those who know that it opened; that late comments are taken, to
 * those whose words came when none were. Nothing about what is no longer so.
 */
export async function callGuests(consultationId: string, call: Call): Promise<void> {
  const consultation = await findConsultation(database(), consultationId)
  if (!consultation) return
  const status = consultationStatus(consultation, now())
  if (!(onlyWhile[call] ?? [status]).includes(status)) return
  const kind = await keptAs(call, consultation)
  const [guests, texts] = await Promise.all([
    guestsToWriteTo(database(), consultationId, goesTo[call]),
    listTexts(database(), [consultationId]),
  ])
  const subject = { ...consultation, texts }
  for (let from = 0; from < guests.length; from += batch) {
    const some = guests.slice(from, from + batch)
    await transaction(async (tx) => {
      const rows = some.map(({ id }) => ({ consultationId, kind, recipientId: id }))
      const told = await tx
        .insert(consultationCalls)
        .values(rows)
        .onConflictDoNothing()
        .returning({ id: consultationCalls.recipientId })
      const fresh = new Set(told.map(({ id }) => id))
      const begun = await whoHasOpening(tx, consultationId, [...fresh])
      for (const guest of some)
        if (fresh.has(guest.id))
          await writeCall(tx, call, subject, { ...guest, hasOpening: begun.has(guest.id) })
    })
  }
}
