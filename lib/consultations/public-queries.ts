import { and, asc, desc, eq, gt, isNotNull, lte, ne, or, type SQL, sql } from "drizzle-orm"
import { compendia, consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { partsOf } from "@/lib/comments/markup"
import type { Part } from "@/lib/comments/model"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { openRows } from "@/lib/record/open-content"
import type { ConsultationAudience } from "./model"
import { type ConsultationStatus, consultationStatus, nextStatusChange } from "./status"

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

export interface PublicConsultation extends PublicConsultationLine {
  question: Part[]
  askedBy: string
  audience: ConsultationAudience
  lateUntil: Date | null
  cancelReason: string | null
  /** What the texts are called; their words are for who takes part. */
  texts: { kind: "minutes" | "document"; title: string; number: number | null }[]
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
  slug: consultations.slug,
  title: consultations.title,
  question: consultations.question,
  audience: consultations.audience,
  opensAt: consultations.opensAt,
  closesAt: consultations.closesAt,
  lateUntil: consultations.lateUntil,
  cancelledAt: consultations.cancelledAt,
  cancelReason: consultations.cancelReason,
  askedBy: people.name,
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

const isNewest = sql`not exists (select from reports newer
  where newer.meeting_id = ${reports.meetingId} and newer.version > ${reports.version})`

/** A consultation that is public, or null. */
export async function findPublicConsultation(
  slug: string,
  consultation: string,
): Promise<PublicConsultation | null> {
  const [row] = await find(slug, eq(consultations.slug, consultation))
  if (!row) return null
  const rows = await database()
    .select({
      meetingId: consultationTexts.meetingId,
      // Published minutes are called what their report calls them: the draft may name more people.
      title: sql<string>`coalesce(${documents.title}, ${reports.content} #>> '{meeting,title}', ${meetings.title}, '')`,
      number: meetings.number,
      reportId: reports.id,
      language: sql<string>`coalesce(${reports.content} ->> 'language', 'en')`,
    })
    .from(consultationTexts)
    .leftJoin(meetings, eq(meetings.id, consultationTexts.meetingId))
    .leftJoin(documents, eq(documents.id, consultationTexts.documentId))
    .leftJoin(reports, and(eq(reports.meetingId, meetings.id), isNewest))
    .where(eq(consultationTexts.consultationId, row.id))
    .orderBy(asc(consultationTexts.position))
  const texts = await openRows(
    database(),
    rows,
    ({ title }) => [title],
    (text, open) => ({ ...text, title: open(text.title) }),
  )
  return {
    ...line(row),
    question: partsOf(row.question),
    askedBy: row.askedBy,
    audience: row.audience,
    lateUntil: row.lateUntil,
    cancelReason: row.cancelReason,
    compendium: row.compendium,
    texts: texts.map(({ meetingId, title, number }) => ({
      kind: meetingId ? ("minutes" as const) : ("document" as const),
      title,
      number,
    })),
  }
}
