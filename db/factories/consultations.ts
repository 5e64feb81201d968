import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { consultations, consultationTexts } from "../schema/consultations"
import { documentRevisions, documents } from "../schema/documents"

/** A document of a group with one heading and a paragraph under it, or with the blocks that are given. */
export async function arrangeDocument(
  db: Database,
  given: {
    groupId: string
    title?: string
    words?: string
    content?: readonly unknown[] | undefined
  },
) {
  const heading = randomUUID()
  const line = (text: string) => [{ type: "text", text }]
  const [document] = await db
    .insert(documents)
    .values({
      groupId: given.groupId,
      slug: `text-${randomUUID().slice(0, 8)}`,
      title: given.title ?? "Activity plan",
      revision: 1,
    })
    .returning()
  if (!document) throw new Error("A document was not written")
  const text = {
    schema: 2,
    content: given.content ?? [
      { type: "heading", attrs: { level: 1, id: heading }, content: line("Aims") },
      { type: "paragraph", content: line(given.words ?? "The group meets every two weeks.") },
    ],
  }
  await db.insert(documentRevisions).values({ documentId: document.id, number: 1, text })
  return { ...document, heading }
}

/** A consultation of one document, as its row stands; nothing of it was done by the clock yet. */
export async function arrangeConsultation(
  db: Database,
  given: Partial<typeof consultations.$inferInsert> & {
    groupId: string
    askedBy: string
    opensAt: Date
    closesAt: Date
    content?: readonly unknown[]
  },
) {
  const { content, ...facts } = given
  const document = await arrangeDocument(db, { groupId: facts.groupId, content })
  const [consultation] = await db
    .insert(consultations)
    .values({
      slug: `ask-${randomUUID().slice(0, 8)}`,
      title: "The activity plan",
      question: "What is missing?",
      audience: "members",
      ...facts,
    })
    .returning()
  if (!consultation) throw new Error("A consultation was not written")
  const [text] = await db
    .insert(consultationTexts)
    .values({ consultationId: consultation.id, position: 0, documentId: document.id })
    .returning()
  return { ...consultation, document, textId: text?.id ?? "" }
}
