import { CLOSING, OPENING, type SectionId } from "@/lib/minutes/model"

/** What a page knows of an agenda item; the pages hand it from `AgendaItem`. */
export type ItemHead = {
  id: string
  label: string
  title: string
  minutes: number | null
  depth: number
}

/** A section of the minutes by its heading. `kind` words those that are no item of the agenda. */
export type SectionHead =
  | { id: SectionId; kind: "item"; item: ItemHead }
  | { id: SectionId; kind: "opening" | "closing" | "stranded" }

/** The sections in their order, each with what stands above it. */
export function sectionHeads(
  order: readonly SectionId[],
  agenda: readonly ItemHead[],
): SectionHead[] {
  const items = new Map(agenda.map((item) => [item.id, item]))
  return order.map((id): SectionHead => {
    const item = items.get(id)
    if (item) return { id, kind: "item", item }
    if (id === OPENING) return { id, kind: "opening" }
    return { id, kind: id === CLOSING ? "closing" : "stranded" }
  })
}
