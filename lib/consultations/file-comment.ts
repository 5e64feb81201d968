import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { beginThread } from "@/lib/comments/begin-thread"
import { forgetDraft } from "@/lib/comments/forget-draft"
import { type Author, type CommentWay, textRefOf } from "@/lib/comments/model"
import { holdWhose } from "@/lib/live/place-threads"
import { notFound, Refusal } from "@/lib/platform/errors"
import { nameIn } from "./consulted-name"
import type { LockedConsultation } from "./lock"
import { draftKey } from "./model"
import { type OpenText, readOpenTexts } from "./open-texts"
import { findQuote } from "./quote"
import { forgetKept, takeIn } from "./take-in"
import { withoutNames } from "./texts-for-guests"

/** What somebody says in a consultation, and to which part of which of its texts. */
export type NewAnswer = {
  consultationTextId: string
  /** A section of the text; the whole text without one. */
  place: string | null
  /** Words of the text that it is about, as they were copied. */
  quote: string | null
  text: string
  submission: string
  unnamed: boolean
}

export type Filed =
  | { filed: true; commentId: string; threadId: string; late: boolean; waiting: boolean }
  | { filed: false; lack: string }

/**
 * Step: files a comment in a consultation as a thread of its own, if it arrived in time; otherwise it is
 * kept for its author. Refuses a text that is not open in it, and words that do not stand there.
 */
export async function fileAnswer(
  tx: Transaction,
  given: {
    consultationId: string
    arrivedAt: Date
    author: Author
    way: CommentWay
    answer: NewAnswer
    /** The key of the draft that it was typed as; that of the form of its text when it is left out. */
    draft?: string
    /** Whether it waits for a co-chair, asked with the consultation in hand. */
    waits: (consultation: LockedConsultation) => boolean
  },
): Promise<Filed> {
  const { consultationId, arrivedAt, author, way, answer } = given
  const { text, submission, unnamed, place, quote } = answer
  const said = { text, submission, place, quote, unnamed }
  const [named] = await tx
    .select()
    .from(consultationTexts)
    .where(
      and(
        eq(consultationTexts.consultationId, consultationId),
        eq(consultationTexts.id, answer.consultationTextId),
      ),
    )
  const ref = named && refOf(named)
  if (ref) await holdWhose(tx, ref)
  const consultationTextId = named?.id ?? null
  const taken = await takeIn(tx, { consultationId, arrivedAt, author, ...said, consultationTextId })
  if ("before" in taken) return { filed: true, ...taken.before, late: false, waiting: false }
  const draft = given.draft ?? draftKey(consultationId, answer.consultationTextId)
  if (!taken.filed) {
    await forgetDraft(tx, author, draft)
    return { filed: false, lack: taken.lack }
  }
  const waiting = given.waits(taken.consultation)
  if (!ref) throw notFound()
  const where = await placeOf(tx, { consultationId, author, answer })
  const { threadId, commentId } = await beginThread(tx, {
    groupId: taken.consultation.groupId,
    text: ref,
    ...where,
    consultationId,
    author,
    comment: {
      text,
      submission,
      way,
      late: taken.late,
      unnamed,
      moderation: waiting ? "waiting" : "admitted",
      consultationId,
      draft,
    },
  })
  await forgetKept(tx, { consultationId, author, submission })
  return { filed: true, threadId, commentId, late: taken.late, waiting }
}

const refOf = ({ meetingId, documentId }: typeof consultationTexts.$inferSelect) =>
  meetingId ? textRefOf("minutes", meetingId) : textRefOf("document", documentId ?? "")

/** What the thread is about: the whole text, a section, or words of the text with what stands around them. */
async function placeOf(
  tx: Transaction,
  { consultationId, author, answer }: { consultationId: string; author: Author; answer: NewAnswer },
) {
  const { place, quote } = answer
  if (place === null && quote === null) return { about: "text" as const, place: null }
  const written = await readOpenTexts(tx, consultationId)
  // What a guest cannot read they cannot quote either: nobody finds out by trying who said what.
  const texts = "guestId" in author ? await withoutNames(tx, written) : written
  const text = texts.find(({ id }) => id === answer.consultationTextId)
  if (place !== null) checkSection(text, place)
  if (quote === null) {
    const itself = written.find(({ id }) => id === text?.id)
    const wasAbout = itself && place !== null ? nameIn(itself, place) : ""
    return { about: "section" as const, place, wasAbout }
  }
  const found = text ? findQuote(text, quote, place) : null
  if (!text || !found)
    throw new Refusal("invalid", "fields", {}, { quote: "consultation.quoteUnknown" })
  // The text itself knows best what stands around words that it has.
  const itself = written.find(({ id }) => id === text.id)
  const section = text.kind === "document" ? place : found.place
  const there = itself ? findQuote(itself, quote, section) : null
  return { about: "passage" as const, ...(there ?? found) }
}

function checkSection(text: OpenText | undefined, place: string): void {
  if (!text?.sections.some((each) => each.place === place))
    throw new Refusal("invalid", "fields", {}, { place: "consultation.noSuchSection" })
}
