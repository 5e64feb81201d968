import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationTexts } from "@/db/schema/consultations"
import { holdRate } from "@/lib/comments/limit"
import type { Author } from "@/lib/comments/model"
import { tidy } from "@/lib/comments/tidy"
import { writeDraft } from "@/lib/comments/write-draft"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { guestSubject } from "./guest-link"
import type { keepAnswerAsGuestInput, keepAnswerInput, keepEditAsGuestInput } from "./input"
import { type AnswerDraft, draftKey } from "./model"
import { findConsultation } from "./queries"
import { holdSeat } from "./seat"

type Typed = AnswerDraft & { consultationTextId: string }

/**
 * Keeps what a member types in the form of a consultation and has not sent, for them alone, also when its
 * end comes meanwhile; resolves to whether it is kept. `too_many` beyond the limit of a person.
 */
export async function keepAnswer(
  actor: Actor,
  { consultationId, ...typed }: z.output<typeof keepAnswerInput>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) throw notFound()
    authorize(actor, "comment.write", { groupId: consultation.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "drafts")
    return keep(tx, consultationId, { personId }, typed)
  })
}

/** The same for a guest, by their link. Refuses with `conflict` whoever has not confirmed their address. */
export async function keepAnswerAsGuest(
  actor: Actor,
  { token, ...typed }: z.output<typeof keepAnswerAsGuestInput>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    authorize(actor, "consultation.comment", guestSubject(guest.id))
    if (!guest.confirmedAt) throw new Refusal("conflict", "consultation.confirmFirst")
    await holdRate(tx, guest.id, "drafts")
    return keep(tx, guest.consultationId, { guestId: guest.id }, typed)
  })
}

/** The same for other words that a guest types for a comment of theirs; those that it has are no draft. */
export async function keepEditAsGuest(
  actor: Actor,
  { token, commentId, text }: z.output<typeof keepEditAsGuestInput>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    authorize(actor, "consultation.comment", guestSubject(guest.id))
    await holdRate(tx, guest.id, "drafts")
    const [comment] = await tx
      .select({ text: comments.text })
      .from(comments)
      .where(
        and(
          eq(comments.id, commentId),
          eq(comments.guestId, guest.id),
          isNull(comments.withdrawnAt),
        ),
      )
    if (!comment) throw notFound()
    const key = draftKey(guest.consultationId, commentId)
    const words = tidy(text) === comment.text ? "" : text
    return writeDraft(tx, { guestId: guest.id }, { key, text: words })
  })
}

async function keep(
  tx: Transaction,
  consultationId: string,
  author: Author,
  { consultationTextId, ...typed }: Typed,
): Promise<boolean> {
  const named = and(
    eq(consultationTexts.consultationId, consultationId),
    eq(consultationTexts.id, consultationTextId),
  )
  if ((await tx.$count(consultationTexts, named)) === 0) throw notFound()
  return writeDraft(tx, author, { key: draftKey(consultationId, consultationTextId), ...typed })
}
