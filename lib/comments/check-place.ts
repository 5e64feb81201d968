import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { agendaItems } from "@/db/schema/meetings"
import { findCurrentText } from "@/lib/documents/current-text"
import { findRevisionText } from "@/lib/documents/find-revision"
import { sectionsOf } from "@/lib/documents/sections"
import { CLOSING, OPENING, sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { Refusal } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import type { TextRef, ThreadAbout } from "./model"

/**
 * Refuses with `invalid` a section, an item or an action that the text does not have, and any part of a
 * row. A section whose item has left the agenda stays as long as its text does. Passages are not asked:
 * they carry their words, also when somebody just deleted them (`checkSaid` asks whether they ever stood there).
 */
export async function checkPlace(
  reader: Reader,
  text: TextRef,
  about: ThreadAbout,
  place: string | null,
): Promise<void> {
  if (about === "passage" && text.kind !== "row") return
  // That only the whole text has no place is asked where a thread begins.
  if (about === "text" || place === null) return
  const isThere =
    text.kind === "minutes"
      ? await isInMinutes(reader, text.meetingId, about, place)
      : text.kind === "document" &&
        about === "section" &&
        (await isSection(reader, text.documentId, place))
  if (!isThere) throw new Refusal("invalid", "comment.place")
}

async function isInMinutes(
  reader: Reader,
  meetingId: string,
  about: ThreadAbout,
  place: string,
): Promise<boolean> {
  if (about === "section" && [OPENING, CLOSING].includes(place)) return true
  if (about !== "action" && isId(place)) {
    const item = and(eq(agendaItems.id, place), eq(agendaItems.meetingId, meetingId))
    if ((await reader.$count(agendaItems, item)) > 0) return true
  }
  const text = about === "item" ? undefined : (await getCurrentText(reader, meetingId))?.text
  if (!text) return false
  if (about === "section") return text.order.includes(place)
  return text.order.some((section) =>
    sectionOf(text, section).content.some(
      (block) => block.type === "action" && block.attrs.id === place,
    ),
  )
}

/** Of the text as it is being written, or as it was last saved: pages offer the sections of either. */
async function isSection(reader: Reader, documentId: string, place: string): Promise<boolean> {
  const [document] = await reader
    .select({ revision: documents.revision })
    .from(documents)
    .where(eq(documents.id, documentId))
  if (!document) return false
  const [current, saved] = await Promise.all([
    findCurrentText(reader, documentId, document.revision),
    findRevisionText(reader, documentId, document.revision),
  ])
  return [current.text, saved].some(
    (text) => text && sectionsOf(text).some(({ id }) => id === place),
  )
}
