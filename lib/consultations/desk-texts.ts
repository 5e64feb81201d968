import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type KeptComment, keptComments, type OwnComment, ownComments } from "./guest-queries"
import { type OpenText, readOpenTexts } from "./open-texts"
import { findConsultation } from "./queries"

/** The texts of a consultation as they stood at its opening, and what the reader said, for members. */
export async function getDeskTexts(
  actor: Actor,
  consultationId: string,
): Promise<{ texts: OpenText[]; own: OwnComment[]; kept: KeptComment[] }> {
  const consultation = await findConsultation(database(), consultationId)
  if (!consultation) throw notFound()
  authorize(actor, "consultation.read", { groupId: consultation.groupId })
  const personId = personOf(actor)
  const [texts, own, kept] = await Promise.all([
    readOpenTexts(database(), consultationId),
    personId ? ownComments({ personId }, consultationId) : [],
    personId ? keptComments({ personId }, consultationId) : [],
  ])
  return { texts, own, kept }
}
