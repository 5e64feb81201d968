import { createHash, randomBytes } from "node:crypto"
import type postgres from "postgres"

export type ArrangedConsultation = {
  /** Its address, its id, and the id of its text. */
  consultation: string
  consultationId: string
  consultationText: string
  /** A guest's comment in it that waits to be admitted, and its thread. */
  waitingComment: string
  waitingThread: string
  /** Somebody who was invited to it. */
  invitedGuest: string
}

/** A compendium of the consultation below to which nobody said anything. */
const emptyCompendium = {
  schema: 1,
  version: 1,
  publishedAt: "2026-01-01T00:00:00.000Z",
  group: { slug: "wg-strategy", shortName: "WG-Strategy", name: "Strategy" },
  consultation: {
    slug: "the-rules",
    title: "The rules",
    question: "What is missing?",
    audience: "anyone",
    askedBy: "Zoe Example",
    opensAt: "2025-12-01T00:00:00.000Z",
    closesAt: "2025-12-31T00:00:00.000Z",
  },
  texts: [{ kind: "document", title: "Rules", number: null, revision: 1 }],
  entries: [],
}

/** An open consultation of a document, "The rules", with a compendium and a comment that waits. */
export async function arrangeConsultation(
  sql: postgres.Sql,
  groupId: string,
  askedBy: string,
  documentId: string,
): Promise<ArrangedConsultation> {
  const [consultation] = await sql<{ id: string; text: string }[]>`
    with consultation as (
      insert into consultations (group_id, slug, title, question, audience, opens_at, closes_at,
        opened_at, asked_by)
      values (${groupId}, 'the-rules', 'The rules', 'What is missing?', 'anyone',
        now() - interval '1 day', now() + interval '9 days', now() - interval '1 day',
        ${askedBy}) returning id)
    insert into consultation_texts (consultation_id, position, document_id, revision)
    select consultation.id, 0, ${documentId}, 1 from consultation
    returning consultation_id as id, id as text`
  await sql`
    insert into compendia (consultation_id, version, content, sha256, published_by, published_at)
    values (${consultation?.id ?? ""}, 1, ${sql.json(emptyCompendium)}, ${"0".repeat(64)},
      ${askedBy}, now())`
  const [waiting] = await sql<{ id: string; thread: string }[]>`
    with thread as (
      insert into threads (group_id, document_id, about, consultation_id)
      values (${groupId}, ${documentId}, 'text', ${consultation?.id ?? ""}) returning id),
    guest as (
      insert into consultation_guests (consultation_id, email, name, token_hash, confirmed_at)
      values (${consultation?.id ?? ""}, 'guest@example.org', 'Zoe Example',
        ${createHash("sha256").update(randomBytes(32)).digest("hex")}, now()) returning id)
    insert into comments (thread_id, guest_id, text, submission, consultation_id, moderation)
    select thread.id, guest.id, 'Add a date.', gen_random_uuid(), ${consultation?.id ?? ""}, 'waiting'
    from thread, guest returning id, thread_id as thread`
  const [invited] = await sql<{ id: string }[]>`
    insert into consultation_guests (consultation_id, email, token_hash, invited_by)
    values (${consultation?.id ?? ""}, 'invited@example.org',
      ${createHash("sha256").update(randomBytes(32)).digest("hex")}, ${askedBy}) returning id`
  if (!consultation || !waiting || !invited) throw new Error("The consultation was not written")
  return {
    consultation: "the-rules",
    consultationId: consultation.id,
    consultationText: consultation.text,
    waitingComment: waiting.id,
    waitingThread: waiting.thread,
    invitedGuest: invited.id,
  }
}
