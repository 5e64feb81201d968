import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { agendaItems } from "@/db/schema/meetings"
import { CLOSING, OPENING } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { Refusal } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import type { TextRef, ThreadAbout } from "./model"

/**
 * Refuses with `invalid` a section or an agenda item that the minutes do not have, and any part of a
 * row. A section whose item has left the agenda stays as long as its text does. Blocks and documents
 * are not asked.
 */
export async function checkPlace(
  reader: Reader,
  text: TextRef,
  about: ThreadAbout,
  place: string | null,
): Promise<void> {
  if (text.kind === "row" && about !== "text") throw new Refusal("invalid", "comment.place")
  if (text.kind !== "minutes" || place === null || (about !== "section" && about !== "item")) return
  if (about === "section" && [OPENING, CLOSING].includes(place)) return
  const onAgenda =
    isId(place) &&
    (await reader.$count(
      agendaItems,
      and(eq(agendaItems.id, place), eq(agendaItems.meetingId, text.meetingId)),
    )) > 0
  if (onAgenda) return
  const current = about === "section" ? await getCurrentText(reader, text.meetingId) : null
  if (!current?.text.order.includes(place)) throw new Refusal("invalid", "comment.place")
}
