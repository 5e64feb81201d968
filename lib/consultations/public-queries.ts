import { and, desc, eq, gt, isNotNull, lte, ne, or, type SQL, sql } from "drizzle-orm"
import { compendia, consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { partsOf } from "@/lib/comments/markup"
import type { Part } from "@/lib/comments/model"
import { publicLeads } from "@/lib/documents/public-leads"
import { keptName } from "@/lib/people/kept"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { textsWithErasure } from "./erased-texts"
import type { ConsultationAudience } from "./model"
import { publicNamesOf } from "./public-names"
import { type ConsultationStatus, consultationStatus, nextStatusChange } from "./status"
import { type ReadableText, withLeads } from "./text-leads"
import { readTextsForGuests } from "./texts-for-guests"

/** A consultation in a public list. */
export interface PublicConsultationLine {
  slug: string
  title: string
  status: ConsultationStatus
  opensAt: Date
  closesAt: Date
  /** When the line will be another by the clock alone. */
  until: Date | null
}

type NamedText = { kind: "minutes" | "document"; title: string; number: number | null }

export interface PublicConsultation extends PublicConsultationLine {
  question: Part[]
  askedBy: string
  audience: ConsultationAudience
  lateUntil: Date | null
  cancelReason: string | null
  /** What the texts are called. */
  texts: NamedText[]
  /** Whether anybody may read the texts themselves: from the opening on, where anyone may comment. */
  readable: boolean
  /** The newest version of the compendium; null before the first. */
  compendium: number | null
}

const compendium = sql<number | null>`(select max(${compendia.version}) from ${compendia}
  where ${compendia.consultationId} = ${consultations.id})`

/** Public is what others than members may answer, from its opening on; and whatever has a compendium. */
export const isPublic = (at: Date): SQL | undefined =>
  or(
    isNotNull(compendium),
    and(
      ne(consultations.audience, "members"),
      or(isNotNull(consultations.openedAt), lte(consultations.opensAt, at)),
      // Called off before it opened, it was never announced.
      or(
        sql`${consultations.cancelledAt} is null`,
        gt(consultations.cancelledAt, consultations.opensAt),
      ),
    ),
  )

const shown = {
  id: consultations.id,
  groupId: consultations.groupId,
  slug: consultations.slug,
  title: consultations.title,
  question: consultations.question,
  audience: consultations.audience,
  opensAt: consultations.opensAt,
  closesAt: consultations.closesAt,
  openedAt: consultations.openedAt,
  lateUntil: consultations.lateUntil,
  cancelledAt: consultations.cancelledAt,
  cancelReason: consultations.cancelReason,
  askedBy: keptName,
  compendium,
}

const find = (slug: string, more?: SQL) =>
  database()
    .select(shown)
    .from(consultations)
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .innerJoin(people, eq(people.id, consultations.askedBy))
    .where(and(eq(groups.slug, slug), isPublic(now()), more))
    .orderBy(desc(consultations.closesAt))

type Row = Awaited<ReturnType<typeof find>>[number]

function line(row: Row): PublicConsultationLine {
  const { slug, title, opensAt, closesAt } = row
  const at = now()
  const status = consultationStatus(row, at)
  return { slug, title, opensAt, closesAt, status, until: nextStatusChange(row, at) }
}

/** The consultations of a group that are public, the latest end first. */
export async function listPublicConsultations(slug: string): Promise<PublicConsultationLine[]> {
  return (await find(slug)).map(line)
}

/** A consultation that is public, or null. */
export async function findPublicConsultation(
  slug: string,
  consultation: string,
): Promise<PublicConsultation | null> {
  const [row] = await find(slug, eq(consultations.slug, consultation))
  if (!row) return null
  const texts = await publicNamesOf(database(), row.id)
  return {
    ...line(row),
    question: partsOf(row.question),
    askedBy: row.askedBy,
    audience: row.audience,
    lateUntil: row.lateUntil,
    cancelReason: row.cancelReason,
    compendium: row.compendium,
    texts: texts.map(({ kind, title, number }) => ({ kind, title, number })),
    readable: isReadable(row),
  }
}

/** Only what a co-chair opened to anyone, and once the portal has opened it: the words of that moment. */
function isReadable(row: Row): boolean {
  const status = consultationStatus(row, now())
  const isOpened = row.openedAt !== null && status !== "planned" && status !== "cancelled"
  return row.audience === "anyone" && isOpened
}

export interface PublicTexts extends PublicConsultationLine {
  /** In their order. `text` is null where a name was erased from the published record since. */
  texts: (NamedText & { text: ReadableText | null })[]
}

/**
 * The texts of a consultation that is open to anyone, or was, as they stood at the opening and as its
 * guests read them. Null where they are not for everybody: for members, for who is invited, before the
 * opening, and once it was called off.
 */
export async function findPublicTexts(
  slug: string,
  consultation: string,
): Promise<PublicTexts | null> {
  const [row] = await find(slug, eq(consultations.slug, consultation))
  if (!row || !isReadable(row)) return null
  const of = { groupId: row.groupId, groupSlug: slug }
  const named = await publicNamesOf(database(), row.id)
  const [open, erased] = await Promise.all([
    readTextsForGuests(database(), row.id),
    textsWithErasure(
      database(),
      named.map(({ textId }) => textId),
    ),
  ])
  const shown = open.filter(({ textId, revision }) => revision !== null && !erased.has(textId))
  const texts = await withLeads(shown, (text, documentId) =>
    publicLeads(database(), text, { ...of, documentId }),
  )
  return {
    ...line(row),
    texts: named.map(({ id, kind, title, number, published }) => {
      const text = texts.find((each) => each.id === id) ?? null
      return { kind, number, title: published || !text ? title : text.title, text }
    }),
  }
}
