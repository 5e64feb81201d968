import { and, asc, desc, eq, isNull, ne } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { meetings } from "@/db/schema/meetings"
import { minutes } from "@/db/schema/minutes"
import { personSettings } from "@/db/schema/notices"
import { threads } from "@/db/schema/threads"
import { partsOf } from "@/lib/comments/markup"
import type { Moderation, Part } from "@/lib/comments/model"
import { zoneNames } from "@/lib/meetings/zones"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { textKey } from "./model"
import { findConsultation } from "./queries"

/** A text of the group that can be opened for comments, as a form offers it. */
export type OfferedText = {
  key: string
  kind: "minutes" | "document"
  title: string
  number: number | null
}

export type ConsultationFormLists = {
  texts: OfferedText[]
  zones: string[]
  /** The zone in which whoever asks wants to read times. */
  zone: string
}

/** What the form of a consultation offers: documents by title, then minutes from the latest meeting on. */
export async function getConsultationFormLists(
  actor: Actor,
  groupId: string,
): Promise<ConsultationFormLists> {
  authorize(actor, "consultation.hold", { groupId })
  const personId = personOf(actor)
  const [kept, written, [settings]] = await Promise.all([
    database()
      .select({ textId: documents.id, title: documents.title })
      .from(documents)
      .where(eq(documents.groupId, groupId))
      .orderBy(asc(documents.title)),
    database()
      .select({ textId: meetings.id, title: meetings.title, number: meetings.number })
      .from(meetings)
      .innerJoin(minutes, eq(minutes.meetingId, meetings.id))
      .where(eq(meetings.groupId, groupId))
      .orderBy(desc(meetings.startsAt)),
    personId
      ? database()
          .select({ zone: personSettings.zone })
          .from(personSettings)
          .where(eq(personSettings.personId, personId))
      : [],
  ])
  const zone = settings?.zone ?? "UTC"
  const offer = (kind: OfferedText["kind"]) => {
    return ({
      textId,
      title,
      number = null,
    }: {
      textId: string
      title: string
      number?: number | null
    }) => ({
      ...{ kind, title, number },
      key: textKey({ kind, textId }),
    })
  }
  return {
    texts: [...kept.map(offer("document")), ...written.map(offer("minutes"))],
    zones: zoneNames(zone),
    zone,
  }
}

/** A comment of a guest that waits for a co-chair, or was not admitted. */
export type QueuedComment = {
  id: string
  moderation: Moderation
  name: string
  email: string
  about: string
  parts: Part[]
  createdAt: Date
  /** When its author gave it these words, ISO 8601; "" for the first ones. */
  seen: string
}

/** Comments that wait to be admitted, the oldest first, and behind them those that were refused. */
export async function listQueue(actor: Actor, consultationId: string): Promise<QueuedComment[]> {
  const consultation = await findConsultation(database(), consultationId)
  if (!consultation) throw notFound()
  authorize(actor, "consultation.hold", { groupId: consultation.groupId })
  const rows = await database()
    .select({ comment: comments, guest: consultationGuests, quote: threads.quote })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(consultationGuests, eq(consultationGuests.id, comments.guestId))
    .where(
      and(
        eq(comments.consultationId, consultationId),
        ne(comments.moderation, "admitted"),
        isNull(comments.withdrawnAt),
      ),
    )
    .orderBy(asc(comments.moderation), asc(comments.seq))
  return rows.map(({ comment, guest, quote }) => ({
    id: comment.id,
    moderation: comment.moderation,
    name: guest.name,
    email: guest.email,
    about: quote,
    parts: partsOf(comment.text),
    createdAt: comment.createdAt,
    seen: comment.editedAt?.toISOString() ?? "",
  }))
}
