import { and, asc, eq, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { isNewest } from "@/lib/record/newest-version"
import { openRows } from "@/lib/record/open-content"
import type { ReportAgendaItem } from "@/lib/reports/model"

/** `id`: of the text in its consultation; `textId`: of the meeting or the document. */
export type PublicName = {
  id: string
  textId: string
  kind: "minutes" | "document"
  title: string
  number: number | null
  published: boolean
  /** What the items of published minutes are called, by their ids; null of all other texts. */
  items: ReadonlyMap<string, string> | null
}

/** What the texts of a consultation are called in public, in their order; `published` where the record says so. */
export async function publicNamesOf(reader: Reader, consultationId: string): Promise<PublicName[]> {
  const rows = await reader
    .select({
      id: consultationTexts.id,
      meetingId: consultationTexts.meetingId,
      documentId: consultationTexts.documentId,
      // Published minutes are called what their report calls them: the draft may name more people, and
      // a number that is being corrected is public with its correction.
      title: sql<string>`coalesce(${documents.title}, ${reports.content} #>> '{meeting,title}', ${meetings.title}, '')`,
      number: sql<number | null>`coalesce(${reports.number}, ${meetings.number})`,
      agenda: sql<ReportAgendaItem[]>`coalesce(${reports.content} -> 'agenda', '[]')`,
      reportId: reports.id,
      language: sql<string>`coalesce(${reports.content} ->> 'language', 'en')`,
    })
    .from(consultationTexts)
    .leftJoin(meetings, eq(meetings.id, consultationTexts.meetingId))
    .leftJoin(documents, eq(documents.id, consultationTexts.documentId))
    .leftJoin(reports, and(eq(reports.meetingId, meetings.id), isNewest))
    .where(eq(consultationTexts.consultationId, consultationId))
    .orderBy(asc(consultationTexts.position))
  const texts = await openRows(
    reader,
    rows,
    ({ title, agenda }) => [title, ...itemsOf(agenda).map((item) => item.title)],
    ({ title, agenda, ...text }, open) => ({
      ...text,
      title: open(title),
      agenda: itemsOf(agenda).map((item) => ({ ...item, title: open(item.title) })),
    }),
  )
  return texts.map(({ id, meetingId, documentId, title, number, reportId, agenda }) => ({
    ...{ id, title, number, textId: meetingId ?? documentId ?? "" },
    kind: meetingId ? ("minutes" as const) : ("document" as const),
    published: reportId !== null,
    items: reportId === null ? null : namesOf(agenda),
  }))
}

const namesOf = (agenda: readonly ReportAgendaItem[]) =>
  new Map(itemsOf(agenda).map(({ id, label, title }) => [id, `${label} ${title}`]))

/** The items of an agenda in reading order, each without those under it. */
const itemsOf = (agenda: readonly ReportAgendaItem[]): ReportAgendaItem[] =>
  agenda.flatMap(({ children, ...item }) => [{ ...item, children: [] }, ...itemsOf(children)])
