import { and, eq, or, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documentRevisions, documents } from "@/db/schema/documents"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { documentText } from "@/lib/documents/input"
import type { DocumentText } from "@/lib/documents/model"
import { sectionsOf } from "@/lib/documents/sections"
import type { AgendaItem } from "@/lib/meetings/agenda"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { docText, isEmptyDoc, type MinutesText, sectionOf } from "@/lib/minutes/model"
import { storedText } from "@/lib/minutes/read-text"
import type { ConsultationText } from "./model"
import { listTexts } from "./texts"

/**
 * A part of a text that can be commented on by itself. `title` is "" for one that has no name of its own;
 * `notes` are read behind the words of all parts.
 */
export type OpenSection = { place: string; title: string; words: string; notes: string }

/** A text as it stood when the window opened, or as it stands while it is only planned. */
export type OpenText = ConsultationText & {
  number: number | null
  slug: string
  sections: OpenSection[]
  body:
    | { kind: "minutes"; text: MinutesText; agenda: AgendaItem[] }
    | { kind: "document"; text: DocumentText }
}

/** The texts of a consultation to be read, in their order. Does not authorize. */
export async function readOpenTexts(reader: Reader, consultationId: string): Promise<OpenText[]> {
  const texts = await listTexts(reader, [consultationId])
  const [written, kept] = await Promise.all([
    readMinutes(reader, texts),
    readDocuments(reader, texts),
  ])
  // One consultation opens a handful of texts; each meeting has an agenda of its own to be asked for.
  const bodies = await Promise.all(
    texts.map(async ({ kind, textId }) => {
      if (kind === "document") return documentBody(kept.get(textId))
      return minutesBody(written.get(textId), await agendaNow(reader, textId))
    }),
  )
  return texts.flatMap(({ consultationId: _, ...text }, place) => {
    const read = bodies[place]
    return read ? [{ ...text, ...read }] : []
  })
}

type Listed = Pick<ConsultationText, "kind" | "textId" | "revision">
const of = (kind: ConsultationText["kind"], texts: readonly Listed[]) =>
  texts.filter((text) => text.kind === kind)

async function readMinutes(reader: Reader, texts: readonly Listed[]) {
  const wanted = of("minutes", texts)
  if (wanted.length === 0) return new Map<string, unknown>()
  const rows = await reader
    .select({ id: minutes.meetingId, text: minutesRevisions.text })
    .from(minutes)
    .innerJoin(minutesRevisions, eq(minutesRevisions.meetingId, minutes.meetingId))
    .where(
      or(
        ...wanted.map(({ textId, revision }) =>
          and(
            eq(minutes.meetingId, textId),
            eq(minutesRevisions.number, revision ?? sql`${minutes.revision}`),
          ),
        ),
      ),
    )
  return new Map<string, unknown>(rows.map(({ id, text }) => [id, text]))
}

async function readDocuments(reader: Reader, texts: readonly Listed[]) {
  const wanted = of("document", texts)
  if (wanted.length === 0) return new Map<string, unknown>()
  const rows = await reader
    .select({ id: documents.id, text: documentRevisions.text })
    .from(documents)
    .innerJoin(documentRevisions, eq(documentRevisions.documentId, documents.id))
    .where(
      or(
        ...wanted.map(({ textId, revision }) =>
          and(
            eq(documents.id, textId),
            eq(documentRevisions.number, revision ?? sql`${documents.revision}`),
          ),
        ),
      ),
    )
  return new Map<string, unknown>(rows.map(({ id, text }) => [id, text]))
}

function minutesBody(stored: unknown, agenda: AgendaItem[]) {
  if (stored === undefined) return null
  return readMinutesBody(storedText(stored), agenda)
}

/** Minutes as an open text: their sections in order, each with what it is called and its words. */
export function readMinutesBody(text: MinutesText, agenda: AgendaItem[]) {
  const titles = new Map(agenda.map((item) => [item.id, `${item.label} ${item.title}`.trim()]))
  const sections = text.order.flatMap((place): OpenSection[] => {
    const doc = sectionOf(text, place)
    const title = titles.get(place) ?? ""
    return isEmptyDoc(doc) ? [] : [{ place, title, words: docText(doc), notes: "" }]
  })
  return { sections, body: { kind: "minutes" as const, text, agenda } }
}

function documentBody(stored: unknown) {
  if (stored === undefined) return null
  const text = documentText.parse(stored)
  const sections = sectionsOf(text).map(({ id: place, ...section }) => ({ place, ...section }))
  return { sections, body: { kind: "document" as const, text } }
}
