import { deskLeads } from "@/lib/documents/leads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type KeptComment, keptComments, type OwnComment, ownComments } from "./guest-queries"
import { readOpenTexts } from "./open-texts"
import { findConsultation } from "./queries"
import { type ReadDrafts, readDrafts } from "./read-drafts"
import { consultationStatus, isTaking } from "./status"
import { type ReadableText, withLeads } from "./text-leads"

/**
 * The texts of a consultation as they stood at its opening, with their links leading to the desk in a
 * language, and what the reader said, for members.
 */
export async function getDeskTexts(
  actor: Actor,
  consultationId: string,
  locale: string,
): Promise<{ texts: ReadableText[]; own: OwnComment[]; kept: KeptComment[] } & ReadDrafts> {
  const consultation = await findConsultation(database(), consultationId)
  if (!consultation) throw notFound()
  authorize(actor, "consultation.read", { groupId: consultation.groupId })
  const personId = personOf(actor)
  const [texts, own, kept] = await Promise.all([
    readOpenTexts(database(), consultationId),
    personId ? ownComments({ personId }, consultationId) : [],
    personId ? keptComments({ personId }, consultationId) : [],
  ])
  const of = { groupId: consultation.groupId, groupSlug: consultation.group.slug, locale }
  const readable = await withLeads(texts, (text, documentId) =>
    deskLeads(database(), text, { ...of, documentId }),
  )
  const taken = isTaking(consultationStatus(consultation, now()))
  const textIds = texts.map(({ id }) => id)
  const drafts = personId
    ? await readDrafts(database(), { personId }, { consultationId, textIds, taken })
    : { drafts: {}, unsent: [] }
  return { texts: readable, own, kept, ...drafts }
}
