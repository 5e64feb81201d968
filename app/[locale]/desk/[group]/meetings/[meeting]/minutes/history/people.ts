import { type Authorship, authorsIn } from "@/lib/minutes/authorship"
import type { AuthoredPart } from "@/lib/minutes/compare-authors"

/** Somebody who wrote or had written what changed; `look` is the class of their colour. */
export type Writer = { id: string; name: string; initials: string; look: string }

/** As many as there are colours; further people share them, told apart by initials and names. */
const COLOURS = 6

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? "")][0] ?? "").join("")
}

/** Those whose words changed, in the order of the texts, so that a person keeps a colour on a page. */
export function writersOf(
  sections: readonly { parts: readonly AuthoredPart[] }[],
  texts: readonly { authorship: Authorship }[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, Writer> {
  const changed = new Set(sections.flatMap(({ parts }) => parts.map(({ by }) => by)))
  const ids = new Set(texts.flatMap(({ authorship }) => authorsIn(authorship)))
  const wrote = [...ids].filter((id) => changed.has(id))
  return new Map(
    wrote.map((id, place) => {
      const name = names.get(id) ?? "?"
      return [id, { id, name, initials: initialsOf(name), look: `by-${(place % COLOURS) + 1}` }]
    }),
  )
}
