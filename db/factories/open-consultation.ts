import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { consultationGuests, consultations, consultationTexts } from "../schema/consultations"
import { documentRevisions, documents } from "../schema/documents"

const day = 86_400_000

/** A document with headings and a paragraph under each; ids of its blocks are given. */
export async function arrangeDocument(
  db: Database,
  given: {
    groupId: string
    title?: string
    parts: { id: string; heading: string; words: string }[]
  },
): Promise<{ id: string; slug: string }> {
  const { groupId, parts, title = "Charter" } = given
  const slug = `charter-${randomUUID().slice(0, 8)}`
  const [document] = await db
    .insert(documents)
    .values({ groupId, slug, title, revision: 1 })
    .returning({ id: documents.id, slug: documents.slug })
  if (!document) throw new Error("A document was not written")
  const content = parts.flatMap(({ id, heading, words }) => [
    { type: "heading", attrs: { id, level: 2 }, content: [{ type: "text", text: heading }] },
    { type: "paragraph", content: [{ type: "text", text: words }] },
  ])
  await db
    .insert(documentRevisions)
    .values({ documentId: document.id, number: 1, text: { schema: 2, content } })
  return document
}

/** A consultation on a document that opened yesterday and closes in a week, unless the test says otherwise. */
export async function arrangeConsultation(
  db: Database,
  given: Partial<typeof consultations.$inferInsert> & {
    groupId: string
    askedBy: string
    documentId: string
  },
) {
  const { documentId, ...facts } = given
  const opensAt = facts.opensAt ?? new Date(Date.now() - day)
  const [consultation] = await db
    .insert(consultations)
    .values({
      slug: `charter-${randomUUID().slice(0, 8)}`,
      title: "The charter",
      question: "Is anything missing?",
      audience: "invited",
      closesAt: new Date(Date.now() + 7 * day),
      openedAt: opensAt,
      ...facts,
      opensAt,
    })
    .returning()
  if (!consultation) throw new Error("A consultation was not written")
  await db
    .insert(consultationTexts)
    .values({ consultationId: consultation.id, position: 0, documentId, revision: 1 })
  return consultation
}

/** Somebody who was invited to a consultation and has no account. */
export async function arrangeGuest(
  db: Database,
  given: Partial<typeof consultationGuests.$inferInsert> & { consultationId: string },
) {
  const [guest] = await db
    .insert(consultationGuests)
    .values({
      email: `${randomUUID().slice(0, 8)}@example.org`,
      name: "Otto Velander",
      tokenHash: randomUUID(),
      ...given,
    })
    .returning()
  if (!guest) throw new Error("A guest was not written")
  return guest
}
