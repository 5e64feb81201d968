import type { Reader } from "@/db/client"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { blockText, CLOSING, OPENING, sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import type { ThreadAbout } from "./model"

/** Something of the minutes that a thread can be about. `name` is "" for those that a page words. */
export type MinutesPlace = {
  about: ThreadAbout
  place: string
  kind: "opening" | "closing" | "stranded" | "item" | "action"
  name: string
}

/**
 * What can be commented on in the minutes of a meeting, in the order of the text: its sections, and
 * behind each the actions in it; before the minutes are started, the items of the agenda. Does not authorize.
 */
export async function readPlaces(reader: Reader, meetingId: string): Promise<MinutesPlace[]> {
  const [agenda, current] = await Promise.all([
    agendaNow(reader, meetingId),
    getCurrentText(reader, meetingId),
  ])
  const items = new Map(agenda.map(({ id, label, title }) => [id, `${label} ${title}`.trim()]))
  if (!current)
    return [...items].map(([place, name]) => ({ about: "item", kind: "item", place, name }))
  return current.text.order.flatMap((place): MinutesPlace[] => {
    const name = items.get(place) ?? ""
    const kind = items.has(place)
      ? "item"
      : place === OPENING
        ? "opening"
        : place === CLOSING
          ? "closing"
          : "stranded"
    const actions = sectionOf(current.text, place).content.flatMap((block): MinutesPlace[] =>
      block.type === "action"
        ? [{ about: "action", kind: "action", place: block.attrs.id, name: blockText(block) }]
        : [],
    )
    return [{ about: "section", kind, place, name }, ...actions]
  })
}
