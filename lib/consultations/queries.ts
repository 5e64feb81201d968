import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { compendia, consultationGuests, consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { isReadable, type Viewer } from "@/lib/comments/viewer"
import { getDeskGroup } from "@/lib/groups/queries"
import { keptName } from "@/lib/people/kept"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import type { ConsultationText } from "./model"
import { type ConsultationStatus, consultationStatus } from "./status"
import { listTexts } from "./texts"

export type ConsultationLine = {
  id: string
  slug: string
  title: string
  status: ConsultationStatus
  opensAt: Date
  closesAt: Date
  /** How many of its comments the reader may read. */
  comments: number
}

/** Whoever asks, as a reader of comments of a group. */
function viewerOf(actor: Actor, groupId: string): Viewer {
  const personId = personOf(actor)
  const author = personId === null ? null : { personId }
  return { author, moderates: can(actor, "comment.hide", { groupId }) }
}

/** The consultations of a group, the latest end first. */
export async function listConsultations(actor: Actor, slug: string): Promise<ConsultationLine[]> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "consultation.read", { groupId: group.id })
  const rows = await database()
    .select({
      id: consultations.id,
      slug: consultations.slug,
      title: consultations.title,
      opensAt: consultations.opensAt,
      closesAt: consultations.closesAt,
      lateUntil: consultations.lateUntil,
      cancelledAt: consultations.cancelledAt,
      comments: database().$count(
        comments,
        and(eq(comments.consultationId, consultations.id), isReadable(viewerOf(actor, group.id))),
      ),
    })
    .from(consultations)
    .where(eq(consultations.groupId, group.id))
    .orderBy(desc(consultations.closesAt))
  return rows.map(({ lateUntil, cancelledAt, ...row }) => ({
    ...row,
    status: consultationStatus({ ...row, lateUntil, cancelledAt }, now()),
  }))
}

/** A consultation as its row stands, with the address and the name of its group and who asks. Does not authorize. */
export type FoundConsultation = typeof consultations.$inferSelect & {
  group: { id: string; slug: string; shortName: string; name: string; mailingList: string | null }
  askedByName: string
}

const found = { consultation: consultations, group: groups, askedByName: keptName }

/** The consultation of an id, or null. Does not authorize. */
export async function findConsultation(
  reader: Reader,
  consultationId: string,
): Promise<FoundConsultation | null> {
  const [row] = await reader
    .select(found)
    .from(consultations)
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .innerJoin(people, eq(people.id, consultations.askedBy))
    .where(eq(consultations.id, consultationId))
  return row ? { ...row.consultation, group: row.group, askedByName: row.askedByName } : null
}

/** The texts of a consultation in their order. Does not authorize. */
export async function textsOfConsultation(
  reader: Reader,
  consultationId: string,
): Promise<(ConsultationText & { number: number | null; slug: string })[]> {
  return listTexts(reader, [consultationId])
}

export type ConsultationForDesk = FoundConsultation & {
  status: ConsultationStatus
  texts: Awaited<ReturnType<typeof textsOfConsultation>>
  /** `comments` and `late` of those that the reader may read. */
  counts: { comments: number; waiting: number; late: number; guests: number }
  /** The newest version of its compendium; null while none is published. */
  compendium: number | null
  may: { hold: boolean; comment: boolean }
}

/** A consultation as the desk shows it. Refuses with `not_found` whoever does not work in the group. */
export async function getConsultation(
  actor: Actor,
  slug: string,
  consultationSlug: string,
): Promise<ConsultationForDesk> {
  const group = await getDeskGroup(actor, slug)
  const subject = { groupId: group.id }
  authorize(actor, "consultation.read", subject)
  const db = database()
  const [row] = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(eq(consultations.groupId, group.id), eq(consultations.slug, consultationSlug)))
  const consultation = row ? await findConsultation(db, row.id) : null
  if (!consultation) throw notFound()
  const { id } = consultation
  const ofThis = eq(comments.consultationId, id)
  const readable = isReadable(viewerOf(actor, group.id))
  const [texts, [said], [invited], [published]] = await Promise.all([
    textsOfConsultation(db, id),
    db
      .select({
        comments: sql`count(*) filter (where ${readable})`.mapWith(Number),
        waiting:
          sql`count(*) filter (where ${comments.moderation} = 'waiting' and ${comments.withdrawnAt} is null)`.mapWith(
            Number,
          ),
        late: sql`count(*) filter (where ${comments.late} and ${readable})`.mapWith(Number),
      })
      .from(comments)
      .where(ofThis),
    db
      .select({ n: count() })
      .from(consultationGuests)
      .where(
        and(eq(consultationGuests.consultationId, id), isNull(consultationGuests.takenBackAt)),
      ),
    db
      .select({ version: compendia.version })
      .from(compendia)
      .where(eq(compendia.consultationId, id))
      .orderBy(desc(compendia.version))
      .limit(1),
  ])
  return {
    ...consultation,
    status: consultationStatus(consultation, now()),
    texts,
    counts: { ...(said ?? { comments: 0, waiting: 0, late: 0 }), guests: invited?.n ?? 0 },
    compendium: published?.version ?? null,
    may: {
      hold: can(actor, "consultation.hold", subject),
      comment: can(actor, "comment.write", subject),
    },
  }
}

export type GuestLine = {
  id: string
  name: string
  email: string
  organisation: string
  invited: boolean
  /** When a co-chair took the invitation back. */
  takenBackAt: Date | null
  confirmedAt: Date | null
  comments: number
}

/** Who without an account was invited or came by themselves, for the co-chairs. */
export async function listGuests(actor: Actor, consultationId: string): Promise<GuestLine[]> {
  const consultation = await findConsultation(database(), consultationId)
  if (!consultation) throw notFound()
  authorize(actor, "consultation.hold", { groupId: consultation.groupId })
  return database()
    .select({
      id: consultationGuests.id,
      name: consultationGuests.name,
      email: consultationGuests.email,
      organisation: consultationGuests.organisation,
      invited: sql<boolean>`${consultationGuests.invitedBy} is not null`,
      takenBackAt: consultationGuests.takenBackAt,
      confirmedAt: consultationGuests.confirmedAt,
      comments: database().$count(comments, eq(comments.guestId, consultationGuests.id)),
    })
    .from(consultationGuests)
    .where(eq(consultationGuests.consultationId, consultationId))
    .orderBy(asc(consultationGuests.email))
}
