import { partAtNames } from "@/lib/people/names-in-text"
import type { Named } from "./model"

/** Where a text names somebody: whom, or null where the name stands as words alone. */
export type Place = { name: string; id: string | null }

/** The places in reading order: in words, and where it says who spoke or who owns an action. */
export type Places = { said: Place[]; roles: Place[] }

type Node = {
  type?: string
  text?: string
  marks?: readonly { type: string }[]
  attrs?: Partial<Named> & { label?: string; owners?: readonly Named[] }
  content?: unknown
}

/** The places in a text where it names somebody; an `@` in the words of a link names nobody. */
export function placesIn(node: unknown, people: readonly { name: string }[]): Places {
  const places: Places = { said: [], roles: [] }
  walk(node, people, places)
  return places
}

function walk(node: unknown, people: readonly { name: string }[], places: Places): void {
  if (Array.isArray(node)) {
    for (const inner of node) walk(inner, people, places)
    return
  }
  const { type, text, marks, attrs, content } = (node ?? {}) as Node
  if (type === "mention")
    places.said.push({ name: attrs?.label ?? "", id: attrs?.personId ?? null })
  if (type === "statement" && attrs?.name)
    places.roles.push({ name: attrs.name, id: attrs.personId ?? null })
  for (const { name, personId } of attrs?.owners ?? []) places.roles.push({ name, id: personId })
  if (type === "text" && text && !marks?.some((mark) => mark.type === "link"))
    for (const stretch of partAtNames(text, people))
      if (stretch.named.length > 0) places.said.push({ name: stretch.text.slice(1), id: null })
  if (content) walk(content, people, places)
}
