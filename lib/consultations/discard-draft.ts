import { and, eq, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { commentDrafts } from "@/db/schema/comments"
import { draftsOf } from "@/lib/comments/forget-draft"
import type { Author } from "@/lib/comments/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { guestSubject } from "./guest-link"
import type { ownDraftAsGuestInput, ownDraftInput } from "./input"
import { draftPrefix } from "./model"
import { findConsultation } from "./queries"
import { holdSeat } from "./seat"
import { keptPrefix } from "./take-in"

/**
 * Deletes what a member typed in a consultation and did not send, or what came when none was taken: it is theirs
 * alone and was never filed, so no trail tells of it. Does nothing to what is another's or gone.
 */
export async function discardDraft(
  actor: Actor,
  { consultationId, draftId }: z.output<typeof ownDraftInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) throw notFound()
    authorize(actor, "comment.write", { groupId: consultation.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await discard(tx, consultationId, { personId }, draftId)
  })
}

/** The same for a guest, by their link. */
export async function discardDraftAsGuest(
  actor: Actor,
  { token, draftId }: z.output<typeof ownDraftAsGuestInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    authorize(actor, "consultation.comment", guestSubject(guest.id))
    await discard(tx, guest.consultationId, { guestId: guest.id }, draftId)
  })
}

async function discard(
  tx: Transaction,
  consultationId: string,
  author: Author,
  draftId: string,
): Promise<void> {
  const { id, key } = commentDrafts
  const here = or(
    sql`starts_with(${key}, ${draftPrefix(consultationId)})`,
    sql`starts_with(${key}, ${keptPrefix(consultationId)})`,
  )
  await tx.delete(commentDrafts).where(and(eq(id, draftId), draftsOf(author), here))
}
