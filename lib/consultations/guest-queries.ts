import { and, asc, eq, isNotNull, isNull, like } from "drizzle-orm"
import { commentDrafts, comments } from "@/db/schema/comments"
import { compendia } from "@/db/schema/consultations"
import { threads } from "@/db/schema/threads"
import { partsOf } from "@/lib/comments/markup"
import type { Disposition, EarlierWords, Moderation, Part } from "@/lib/comments/model"
import { readEarlier } from "@/lib/comments/read-earlier"
import { editLack, nameLack } from "@/lib/comments/status"
import { publicLeads } from "@/lib/documents/public-leads"
import type { StakeholderGroup } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type AnswerToGuest, answersTo } from "./answers-to-guests"
import { lostName } from "./consulted-name"
import { findGuestByLink, guestSubject } from "./guest-link"
import { isUnnamedByMail } from "./mailed-answers"
import { findConsultation } from "./queries"
import { type ReadDrafts, readDrafts } from "./read-drafts"
import { takenBack } from "./seat"
import { type ConsultationStatus, consultationStatus, isTaking } from "./status"
import { isSendable, keptPrefix } from "./take-in"
import { type ReadableText, withLeads } from "./text-leads"
import { aboutsWithoutNames, readTextsForGuests } from "./texts-for-guests"

/** One's own comment, as its author sees it. `about` are the words that it is about, "" for a section. */
export type OwnComment = {
  id: string
  textId: string
  place: string | null
  about: string
  /** As typed; "" when its author took it back. */
  text: string
  parts: Part[]
  /** When its author gave it other words, and what it said before, the oldest first. */
  editedAt: Date | null
  earlier: EarlierWords[]
  /** Whether it may be given other words, but for the clock: it is not hidden and its thread is open. */
  editable: boolean
  late: boolean
  unnamed: boolean
  /** Whether its author may still say if it is published under their name. */
  nameable: boolean
  moderation: Moderation
  createdAt: Date
  /** Whether its author took it back. */
  withdrawn: boolean
  /** Why a co-chair hid it, which others read in its place; null of one that is not hidden. */
  hidden: { reason: string } | null
  /** What the co-chairs answered to it where its author is a guest; members read it in the thread. */
  answers: AnswerToGuest[]
  /** What became of its thread; null while that is open, and but for the last of one's comments there. */
  outcome: { disposition: Disposition; reason: string } | null
}

/** One's own comment that came when none was taken. */
export type KeptComment = {
  id: string
  text: string
  quote: string | null
  because: string
  savedAt: Date
  /** Whether the portal knows where it belongs, so that it can be filed once comments are taken. */
  sendable: boolean
}

export type ConsultationForGuest = {
  id: string
  slug: string
  title: string
  question: Part[]
  askedBy: string
  group: { slug: string; shortName: string; name: string }
  status: ConsultationStatus
  opensAt: Date
  closesAt: Date
  lateUntil: Date | null
  cancelReason: string | null
  guest: {
    name: string
    organisation: string
    stakeholderGroup: StakeholderGroup | null
    confirmed: boolean
    silenced: boolean
    /** Whether they are not named beside what they mailed; null while they mailed nothing. */
    unnamedByMail: boolean | null
  }
  /** What is open to be read and commented on; nothing before the address is confirmed, or the opening. Links lead to what is published. */
  texts: ReadableText[]
  own: OwnComment[]
  kept: KeptComment[]
} & ReadDrafts

/**
 * All that a guest sees by their link: what is asked, the texts that are open, their own comments with what
 * the co-chairs answered and what became of them, and nothing of anybody else. `not_found` when the link is
 * unknown or for another consultation, and `conflict` when the invitation was taken back.
 */
export async function getConsultationForGuest(
  actor: Actor,
  token: string,
  at: { group: string; consultation: string },
): Promise<ConsultationForGuest> {
  const db = database()
  const guest = await findGuestByLink(db, token)
  if (guest?.groupSlug !== at.group || guest.consultationSlug !== at.consultation) throw notFound()
  authorize(actor, "consultation.confirm", guestSubject(guest.id))
  const consultation = await findConsultation(db, guest.consultationId)
  if (!consultation) throw notFound()
  if (guest.takenBackAt || consultation.audience === "members") throw takenBack()
  const { id, title, askedByName, group, opensAt, closesAt, lateUntil, cancelReason } = consultation
  const status = consultationStatus(consultation, now())
  const opened = guest.confirmedAt !== null && status !== "planned" && status !== "cancelled"
  const of = { groupId: group.id, groupSlug: group.slug }
  const [texts, own, kept, unnamedByMail] = await Promise.all([
    opened
      ? withLeads(await readTextsForGuests(db, id), (text, documentId) =>
          publicLeads(db, text, { ...of, documentId }),
        )
      : [],
    ownComments({ guestId: guest.id }, id).then((own) => aboutsWithoutNames(db, id, own)),
    keptComments({ guestId: guest.id }, id),
    isUnnamedByMail(db, guest.id),
  ])
  const drafts = await readDrafts(
    db,
    { guestId: guest.id },
    { consultationId: id, textIds: texts.map((text) => text.id), taken: isTaking(status) },
  )
  const { name, organisation, stakeholderGroup, confirmedAt, silencedAt } = guest
  return {
    ...{
      id,
      slug: at.consultation,
      title,
      status,
      opensAt,
      closesAt,
      lateUntil,
      cancelReason,
      texts,
      own,
      kept,
    },
    ...drafts,
    question: partsOf(consultation.question),
    askedBy: askedByName,
    group: { slug: group.slug, shortName: group.shortName, name: group.name },
    guest: {
      ...{ name, organisation, stakeholderGroup },
      confirmed: confirmedAt !== null,
      silenced: silencedAt !== null,
      unnamedByMail,
    },
  }
}

/** Whose comments are meant: a member's or a guest's. */
type Whose = { personId: string } | { guestId: string }

/** One's own comments in a consultation, as they were made. Does not authorize. */
export async function ownComments(whose: Whose, consultationId: string): Promise<OwnComment[]> {
  const mine =
    "guestId" in whose ? eq(comments.guestId, whose.guestId) : eq(comments.authorId, whose.personId)
  const rows = await database()
    .select({ comment: comments, thread: threads })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(mine, eq(comments.consultationId, consultationId)))
    .orderBy(asc(comments.seq))
  const edited = rows.flatMap(({ comment }) =>
    comment.editedAt && !comment.withdrawnAt ? comment.id : [],
  )
  const [earlier, published, answers] = await Promise.all([
    readEarlier(database(), edited),
    database().$count(compendia, eq(compendia.consultationId, consultationId)),
    "guestId" in whose ? answersTo(database(), { ...whose, consultationId }) : [],
  ])
  /** The last of one's own comments in a thread that stands before something. */
  const lastBefore = (threadId: string, seq = Number.POSITIVE_INFINITY) =>
    rows.findLast(({ comment }) => comment.threadId === threadId && comment.seq < seq)?.comment.id
  return rows.map(({ comment, thread }) => ({
    answers: answers.filter(({ threadId, seq }) => lastBefore(threadId, seq) === comment.id),
    outcome:
      thread.disposition && lastBefore(thread.id) === comment.id
        ? { disposition: thread.disposition, reason: thread.reason }
        : null,
    id: comment.id,
    textId: thread.meetingId ?? thread.documentId ?? "",
    place: thread.place,
    about: thread.quote || lostName(thread, consultationId),
    text: comment.withdrawnAt ? "" : comment.text,
    editedAt: comment.editedAt,
    earlier: earlier.get(comment.id) ?? [],
    editable: editLack({ ...comment, hidden: comment.hiddenAt }, thread) === null,
    parts: comment.withdrawnAt ? [] : partsOf(comment.text),
    withdrawn: comment.withdrawnAt !== null,
    hidden: comment.hiddenAt ? { reason: comment.hiddenReason ?? "" } : null,
    late: comment.late,
    unnamed: comment.unnamed,
    nameable: nameLack(comment, published > 0) === null,
    moderation: comment.moderation,
    createdAt: comment.createdAt,
  }))
}

/** One's own comments that came when none was taken. Does not authorize. */
export async function keptComments(whose: Whose, consultationId: string): Promise<KeptComment[]> {
  const mine =
    "guestId" in whose
      ? and(isNull(commentDrafts.personId), eq(commentDrafts.guestId, whose.guestId))
      : eq(commentDrafts.personId, whose.personId)
  const rows = await database()
    .select({
      id: commentDrafts.id,
      text: commentDrafts.text,
      quote: commentDrafts.quote,
      because: commentDrafts.keptBecause,
      savedAt: commentDrafts.savedAt,
      sendable: isSendable,
    })
    .from(commentDrafts)
    .where(
      and(
        mine,
        isNotNull(commentDrafts.keptBecause),
        like(commentDrafts.key, `${keptPrefix(consultationId)}%`),
      ),
    )
    .orderBy(asc(commentDrafts.savedAt))
  return rows.map(({ because, ...row }) => ({ ...row, because: because ?? "" }))
}
