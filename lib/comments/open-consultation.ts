import { and, asc, desc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { takenNow } from "@/lib/consultations/taken-now"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import type { TakingConsultation, TextRef } from "./model"
import { ofConsultedText } from "./read-marks"

/** The consultation to which a comment counts, and whether as a late one. */
export type Counted = { consultationId: string; late: boolean }

/**
 * The consultations that take comments on a text at this moment: those that are open, then those that
 * still take late ones, each with the one that closes first before the others. No consultation asks about
 * rows. Does not authorize.
 */
export async function consultationsTaking(
  reader: Reader,
  text: TextRef,
): Promise<TakingConsultation[]> {
  if (text.kind === "row") return []
  // By the clock, not by the job that follows it.
  const at = now()
  const isOpen = gt(consultations.closesAt, at) as SQL<boolean>
  return reader
    .select({
      id: consultations.id,
      slug: consultations.slug,
      title: consultations.title,
      late: sql<boolean>`not ${isOpen}`,
    })
    .from(consultationTexts)
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(
      and(
        ofConsultedText(text),
        lte(consultations.opensAt, at),
        or(isOpen, gt(consultations.lateUntil, at)),
        isNull(consultations.cancelledAt),
      ),
    )
    .orderBy(desc(isOpen), asc(consultations.closesAt), asc(consultations.id))
}

/**
 * Step: the consultation to which a comment on a text counts at this moment, or null: the one that is
 * `chosen`, else the first of `consultationsTaking`. It is held against being closed until the transaction
 * ends. `conflict` when the chosen one takes no comments any more. Does not authorize.
 */
export async function openConsultationOf(
  tx: Transaction,
  text: TextRef,
  chosen: string | null = null,
): Promise<Counted | null> {
  const taking = await consultationsTaking(tx, text)
  const found = chosen === null ? taking[0] : taking.find(({ id }) => id === chosen)
  const counted = found ? await countedIn(tx, found.id, now()) : null
  if (chosen !== null && !counted) throw noLongerTaken()
  return counted
}

/**
 * Whoever was told that their words count to a consultation sends them anew once they do not: what they
 * say is then said among the group.
 */
export const noLongerTaken = () => new Refusal("conflict", "comment.consultationOver")

/**
 * Step: how what arrived at an instant counts in a consultation; null when it takes no comment, and what
 * is said in its threads is said among the group. It is held, so that one which closes meanwhile counts
 * it. Does not authorize.
 */
export async function countedIn(
  tx: Transaction,
  consultationId: string,
  arrivedAt: Date,
): Promise<Counted | null> {
  const [held] = await tx
    .select()
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for("share")
  const taking = held && (await takenNow(tx, held, arrivedAt))
  return taking && "late" in taking ? { consultationId, late: taking.late } : null
}
