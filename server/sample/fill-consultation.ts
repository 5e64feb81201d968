import { randomUUID } from "node:crypto"
import { eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { SampleComment, SampleConsultation } from "@/db/sample/consultations"
import { comments } from "@/db/schema/comments"
import { consultationGuests, consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { threads } from "@/db/schema/threads"
import { addComment } from "@/lib/comments/add-comment"
import type { Author } from "@/lib/comments/model"
import { lockThread } from "@/lib/comments/thread-row"
import { fileAnswer } from "@/lib/consultations/file-comment"
import { guestToken } from "@/lib/consultations/guest-link"
import { waitsForCoChair } from "@/lib/consultations/model"
import { decideThread } from "@/lib/consultations/worksheet/decide"
import type { DocumentText } from "@/lib/documents/model"
import { beginDocument } from "@/lib/documents/write-document"
import type { AccountActor } from "@/lib/platform/actor"
import { daysFromNow, now } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import type { Cast } from "./fill-meeting"

/** Who writes in a consultation, and which of them waits for a co-chair. */
type Writers = Map<string, { author: Author; invitedBy: string | null }>

/**
 * Writes one consultation of the sample with its document, guests and comments; resolves to its id and
 * whether it is over. It stands as if the clock had opened it, so that nobody is written to.
 */
export async function fillConsultation(
  tx: Transaction,
  groupId: string,
  { cast, chair }: { cast: Cast; chair: (key: string) => AccountActor },
  sample: SampleConsultation,
): Promise<{ id: string; over: boolean; askedBy: string; closes: number }> {
  const person = (key: string) => {
    const found = cast.get(key)
    if (!found) throw new Error(`The sample knows no ${key}`)
    return found.id
  }
  const text = textOf(sample.document)
  const { title, kind, status } = sample.document
  const askedBy = person(sample.askedBy)
  const document = await beginDocument(tx, {
    ...{ groupId, title, kind, text, authorId: askedBy, responsibleId: askedBy },
  })
  await tx.update(documents).set({ status }).where(eq(documents.id, document.id))
  const [opensAt, closesAt] = [daysFromNow(sample.opens), daysFromNow(sample.closes)]
  const over = closesAt < now()
  const { slug, question, audience } = sample
  const [consultation] = await tx
    .insert(consultations)
    .values({
      ...{ groupId, slug, title: sample.title, question, audience, opensAt, closesAt, askedBy },
      ...{
        openedAt: opensAt,
        remindedAt: over ? closesAt : null,
        closedAt: over ? closesAt : null,
      },
    })
    .returning()
  if (!consultation) throw new Error("A consultation of the sample was not written")
  const { id } = consultation
  const [open] = await tx
    .insert(consultationTexts)
    .values({ consultationId: id, position: 0, documentId: document.id, revision: 1 })
    .returning({ id: consultationTexts.id })
  const writers = await fillGuests(tx, id, sample, askedBy)
  for (const key of cast.keys())
    writers.set(key, { author: { personId: person(key) }, invitedBy: "" })
  const sections = new Map(
    text.content.flatMap((block) =>
      block.type === "heading" ? [[wordsOf(block), block.attrs.id] as const] : [],
    ),
  )
  for (const comment of sample.comments) {
    const place = comment.section ? (sections.get(comment.section) ?? null) : null
    const at = { consultationId: id, consultationTextId: open?.id ?? "", place }
    const threadId = await fillComment(tx, at, writers, comment)
    if (comment.decided) {
      const held = await lockThread(tx, threadId)
      await decideThread(tx, held, { actor: chair(sample.askedBy), ...comment.decided })
    }
  }
  return { id, over, askedBy: sample.askedBy, closes: sample.closes }
}

async function fillGuests(
  tx: Transaction,
  consultationId: string,
  { guests, opens }: SampleConsultation,
  askedBy: string,
): Promise<Writers> {
  const writers: Writers = new Map()
  const rows = guests.map(({ invited, ...guest }) => {
    const id = randomUUID()
    const invitedBy = invited ? askedBy : null
    writers.set(guest.name, { author: { guestId: id }, invitedBy })
    return {
      ...{ id, consultationId, ...guest, invitedBy, tokenHash: hashOf(guestToken(id)) },
      email: `${guest.name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`,
      // Nobody is behind these addresses: nothing is ever mailed to them.
      ...{ confirmedAt: daysFromNow(opens), silencedAt: daysFromNow(opens) },
    }
  })
  await tx.insert(consultationGuests).values(rows)
  return writers
}

/** Files a comment as of its day, with the answers to it; resolves to its thread. */
async function fillComment(
  tx: Transaction,
  at: { consultationId: string; consultationTextId: string; place: string | null },
  writers: Writers,
  { by, day, quote, text, unnamed, answers = [] }: SampleComment,
): Promise<string> {
  const writer = (name: string) => {
    const found = writers.get(name)
    if (!found) throw new Error(`The sample knows no ${name}`)
    return found
  }
  const { author, invitedBy } = writer(typeof by === "string" ? by : by.guest)
  const arrivedAt = daysFromNow(day)
  const { consultationId, ...where } = at
  const filed = await fileAnswer(tx, {
    ...{ consultationId, arrivedAt, author, way: typeof by === "string" ? "portal" : "link" },
    answer: {
      ...{ ...where, quote: quote ?? null, text, unnamed: unnamed ?? false },
      submission: randomUUID(),
    },
    waits: (consultation) => waitsForCoChair(consultation, { invitedBy }),
  })
  if (!filed.filed) throw new Error("A comment of the sample came outside its consultation")
  const { threadId, commentId } = filed
  const ids = [commentId]
  for (const answer of answers) {
    const comment = { text: answer.text, submission: randomUUID(), way: "portal" as const }
    const said = await addComment(tx, {
      ...{ threadId, author: writer(answer.by).author },
      comment: { ...comment, consultationId },
    })
    ids.push(said.commentId)
  }
  await tx.update(threads).set({ createdAt: arrivedAt }).where(eq(threads.id, threadId))
  await tx.update(comments).set({ createdAt: arrivedAt }).where(inArray(comments.id, ids))
  return threadId
}

function textOf({ parts }: SampleConsultation["document"]): DocumentText {
  return {
    schema: 2,
    content: parts.flatMap(({ heading, paragraphs }) => [
      {
        type: "heading" as const,
        attrs: { level: 1, id: randomUUID() },
        content: [{ type: "text" as const, text: heading }],
      },
      ...paragraphs.map((words) => ({
        type: "paragraph" as const,
        content: [{ type: "text" as const, text: words }],
      })),
    ]),
  }
}

const wordsOf = ({ content }: { content?: readonly unknown[] | undefined }): string =>
  (content ?? []).map((node) => (node as { text?: string }).text ?? "").join("")
