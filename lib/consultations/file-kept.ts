import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { commentDrafts } from "@/db/schema/comments"
import { countAttempt, holdCount, limitMinutes } from "@/lib/accounts/limit"
import { draftsOf } from "@/lib/comments/forget-draft"
import type { Author } from "@/lib/comments/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { answerInThread } from "./answer-in-thread"
import { type Filed, fileAnswer } from "./file-comment"
import { guestSubject } from "./guest-link"
import type { ownDraftAsGuestInput, ownDraftInput } from "./input"
import type { LockedConsultation } from "./lock"
import { commentsPer, waitsForCoChair } from "./model"
import { findConsultation } from "./queries"
import { holdSeat } from "./seat"
import { keptPrefix } from "./take-in"

type FiledKept = { late: boolean; waiting: boolean }

/**
 * Files what a member sent when no comments were taken, as they sent it: after the end as a late one.
 * Refuses with `conflict` while still none are taken, so that it stays kept, and what is kept no more.
 */
export async function fileKept(
  actor: Actor,
  { consultationId, draftId }: z.output<typeof ownDraftInput>,
): Promise<FiledKept> {
  const filed = await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) throw notFound()
    authorize(actor, "comment.write", { groupId: consultation.groupId })
    const personId = personOf(actor)
    if (!personId) throw new Refusal("forbidden", "forbidden")
    const waits = () => false
    return file(tx, { consultationId, draftId, author: { personId }, waits })
  })
  return orRefused(filed)
}

/** The same for a guest, by their link; it waits for a co-chair where their comments do. */
export async function fileKeptAsGuest(
  actor: Actor,
  { token, draftId }: z.output<typeof ownDraftAsGuestInput>,
): Promise<FiledKept> {
  const filed = await transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    const { id: guestId, consultationId } = guest
    authorize(actor, "consultation.comment", guestSubject(guestId))
    if (!guest.confirmedAt) throw new Refusal("conflict", "consultation.confirmFirst")
    const waits = (consultation: LockedConsultation) => waitsForCoChair(consultation, guest)
    return file(tx, { consultationId, draftId, author: { guestId }, waits })
  })
  return orRefused(filed)
}

/** It was kept again by the transaction that ended before this refuses. */
function orRefused(filed: Filed | null): FiledKept {
  if (!filed)
    throw new Refusal("too_many", "consultation.tooManyComments", { minutes: limitMinutes })
  if (!filed.filed) throw new Refusal("conflict", filed.lack, {}, {}, { kept: true })
  return { late: filed.late, waiting: filed.waiting }
}

type Which = {
  consultationId: string
  draftId: string
  author: Author
  waits: (consultation: LockedConsultation) => boolean
}

/** Null beyond the limit of comments. */
async function file(
  tx: Transaction,
  { consultationId, draftId, author, waits }: Which,
): Promise<Filed | null> {
  const isGuest = "guestId" in author
  const whose = isGuest ? author.guestId : author.personId
  // Pressed twice at once, the second finds that the first filed it.
  await holdCount(tx, "consultation.comment", whose)
  const prefix = keptPrefix(consultationId)
  const [kept] = await tx
    .select()
    .from(commentDrafts)
    .where(
      and(
        ...[eq(commentDrafts.id, draftId), draftsOf(author), isNotNull(commentDrafts.keptBecause)],
        sql`starts_with(${commentDrafts.key}, ${prefix})`,
      ),
    )
  if (!kept) throw new Refusal("conflict", "consultation.notKept")
  if (!(await countAttempt(tx, "consultation.comment", whose, commentsPer))) return null
  const { key: draft, text, place, quote, unnamed, consultationTextId, threadId } = kept
  const submission = draft.slice(prefix.length)
  const way = isGuest ? ("link" as const) : ("portal" as const)
  const sent = { consultationId, arrivedAt: now(), way, draft, waits }
  if (threadId !== null && isGuest)
    return answerInThread(tx, { ...sent, author, threadId, text, submission, unnamed })
  if (consultationTextId === null) throw new Refusal("conflict", "consultation.keptNowhere")
  const answer = { consultationTextId, place, quote, text, submission, unnamed }
  return fileAnswer(tx, { ...sent, author, answer })
}
