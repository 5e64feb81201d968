import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import { addComment } from "@/lib/comments/add-comment"
import { countedIn } from "@/lib/comments/open-consultation"
import { answerInThread } from "@/lib/consultations/answer-in-thread"
import { confirmSeat } from "@/lib/consultations/confirm-seat"
import { fileAnswer } from "@/lib/consultations/file-comment"
import { isUnnamedByMail } from "@/lib/consultations/mailed-answers"
import { waitsForCoChair } from "@/lib/consultations/model"
import { Refusal } from "@/lib/platform/errors"
import type { Sender } from "./sender"
import type { Target } from "./target"

/** The words of a mail, with whose they are and where they belong. */
type Words = {
  id: string
  receivedAt: Date
  text: string
  /** How its author calls themselves in it, or "". */
  name: string
  sender: Sender
  target: Target
}
type Guest = NonNullable<Sender["guest"]>
/** `named` is the name under which a guest stands there who never said one; null for all others. */
type Filed = { commentId: string; named: string | null } | { lack: string }

/**
 * Step: files the words of a mail where they belong, late if they are; or keeps them for their author and
 * gives as `lack` why they are not filed. The id of the mail makes sure that it is filed once.
 */
export async function fileComment(tx: Transaction, words: Words): Promise<Filed> {
  const { guest } = words.sender
  const { place, consultationId } = words.target
  if (guest && guest.consultationId !== consultationId) throw new Refusal("forbidden", "forbidden")
  const named = guest ? await seat(tx, words, guest) : null
  const unnamed = guest !== null && (await isUnnamedByMail(tx, guest.id)) === true
  if ("threadId" in place)
    return { ...(await fileInThread(tx, words, place.threadId, unnamed)), named }
  if (consultationId === null) throw new Error("An answer belongs to a thread or a consultation")
  const filed = await fileAnswer(tx, {
    consultationId,
    arrivedAt: words.receivedAt,
    author: words.sender.author,
    way: "mail",
    answer: {
      consultationTextId: place.consultationTextId,
      place: null,
      quote: null,
      text: words.text,
      submission: words.id,
      unnamed,
    },
    waits: (consultation) => waitsForCoChair(consultation, guest),
  })
  return filed.filed ? { commentId: filed.commentId, named } : { lack: filed.lack }
}

async function fileInThread(
  tx: Transaction,
  words: Words,
  threadId: string,
  unnamed: boolean,
): Promise<{ commentId: string } | { lack: string }> {
  const { sender, target, text, id: submission } = words
  const { author, guest } = sender
  const way = "mail" as const
  const comment = { text, submission, way }
  const { consultationId } = target
  if (consultationId === null) return addComment(tx, { threadId, author, comment })
  if (!guest || !("guestId" in author)) {
    // After the end a member speaks to the group, as on its desk; a guest has nothing more to say.
    const counted = await countedIn(tx, consultationId, words.receivedAt)
    return addComment(tx, { threadId, author, comment: { ...comment, ...counted } })
  }
  const filed = await answerInThread(tx, {
    ...{ consultationId, threadId, arrivedAt: words.receivedAt, author, way, text, submission },
    unnamed,
    waits: (consultation) => waitsForCoChair(consultation, guest),
  })
  return filed.filed ? { commentId: filed.commentId } : { lack: filed.lack }
}

/**
 * Whoever answers from the address to which the notice went holds it. The name of their mail is theirs
 * while they never said one; gives it when they stand under it from now on.
 */
async function seat(tx: Transaction, words: Words, guest: Guest): Promise<string | null> {
  const { sender, target, name, receivedAt: at } = words
  if (guest.confirmedAt && (guest.name !== "" || name === "")) return null
  const isNameless = guest.name === ""
  if (isNameless)
    await tx
      .update(consultationGuests)
      .set({ name })
      .where(and(eq(consultationGuests.id, guest.id), eq(consultationGuests.name, "")))
  const data = await confirmSeat(tx, { guestId: guest.id, at })
  if (data)
    await record(tx, {
      name: "consultation.confirmed",
      actor: sender.actor,
      groupId: target.groupId,
      subject: { type: "consultation", id: guest.consultationId },
      data,
    })
  return isNameless ? name : null
}
