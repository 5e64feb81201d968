import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documentRevisions, documents } from "@/db/schema/documents"
import { documentText } from "@/lib/documents/input"
import { sectionsOf } from "@/lib/documents/sections"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { blockText, CLOSING, OPENING, sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import type { TextRef, ThreadAbout } from "./model"

/** Something of a text that a thread can be about. `name` is "" for those that a page words. */
export type TextPlace = {
  about: ThreadAbout
  place: string
  kind: "opening" | "closing" | "stranded" | "item" | "action" | "heading"
  name: string
}

/** What can be commented on in a text, in its order; a row has no parts. Does not authorize. */
export async function readPlaces(reader: Reader, text: TextRef): Promise<TextPlace[]> {
  if (text.kind === "row") return []
  return text.kind === "minutes"
    ? minutesPlacesOf(reader, text.meetingId)
    : documentPlacesOf(reader, text.documentId)
}

/**
 * The sections of the minutes, and behind each the actions in it; before the minutes are started, the
 * items of the agenda.
 */
async function minutesPlacesOf(reader: Reader, meetingId: string): Promise<TextPlace[]> {
  const [agenda, current] = await Promise.all([
    agendaNow(reader, meetingId),
    getCurrentText(reader, meetingId),
  ])
  const items = new Map(agenda.map(({ id, label, title }) => [id, `${label} ${title}`.trim()]))
  if (!current)
    return [...items].map(([place, name]) => ({ about: "item", kind: "item", place, name }))
  return current.text.order.flatMap((place): TextPlace[] => {
    const name = items.get(place) ?? ""
    const kind = items.has(place)
      ? "item"
      : place === OPENING
        ? "opening"
        : place === CLOSING
          ? "closing"
          : "stranded"
    const actions = sectionOf(current.text, place).content.flatMap((block): TextPlace[] =>
      block.type === "action"
        ? [{ about: "action", kind: "action", place: block.attrs.id, name: blockText(block) }]
        : [],
    )
    return [{ about: "section", kind, place, name }, ...actions]
  })
}

/** The headings of a document as it was last saved, and before them what stands before the first. */
async function documentPlacesOf(reader: Reader, documentId: string): Promise<TextPlace[]> {
  const [current] = await reader
    .select({ text: documentRevisions.text })
    .from(documents)
    .innerJoin(
      documentRevisions,
      and(
        eq(documentRevisions.documentId, documents.id),
        eq(documentRevisions.number, documents.revision),
      ),
    )
    .where(eq(documents.id, documentId))
  if (!current) return []
  return sectionsOf(documentText.parse(current.text)).map(({ id, title }) => ({
    ...{ about: "section", kind: "heading", place: id, name: title },
  }))
}
