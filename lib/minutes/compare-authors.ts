import type { Part } from "./compare-words"
import { segmentsOf } from "./segments"

/** A part with whoever wrote it; `by` is null for the portal, for nobody known and for what stands in both. */
export type AuthoredPart = Part & { by: string | null }

type Authors = readonly (string | null)[]

/** Whoever wrote most of the characters from `from` up to `to`; the first of equals. */
function mostly(authors: Authors, from: number, to: number): string | null {
  const counts = new Map<string, number>()
  let best: string | null = null
  for (let at = from; at < to; at++) {
    const who = authors[at]
    if (who) counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  for (const [who, count] of counts) if (count > (best ? (counts.get(best) ?? 0) : 0)) best = who
  return best
}

/**
 * A part cut where its author changes, never within a word: a word is of whoever wrote most of it.
 * What nobody wrote goes with the words before it, on a new line with those after it.
 */
function cut(part: Part, start: number, authors: Authors, locale: string): AuthoredPart[] {
  const pieces: AuthoredPart[] = []
  let ahead = ""
  for (const { text, at, isWord } of segmentsOf(part.text, locale)) {
    const by = mostly(authors, start + at, start + at + text.length)
    const last = pieces.at(-1)
    if (by === null && (!last || ahead || text.includes("\n"))) ahead += text
    else if (last && (by === null || by === last.by || (!isWord && !ahead))) {
      last.text += ahead + text
      ahead = ""
    } else {
      pieces.push({ ...part, text: ahead + text, by })
      ahead = ""
    }
  }
  const last = pieces.at(-1)
  if (last && ahead.trim() === "") last.text += ahead
  else if (ahead) pieces.push({ ...part, text: ahead, by: null })
  return pieces
}

/** Every part with its author: of added words in the newer text, of removed ones in the older. */
export function withAuthors(
  parts: readonly Part[],
  older: Authors,
  newer: Authors,
  locale: string,
): AuthoredPart[] {
  let inOlder = 0
  let inNewer = 0
  return parts.flatMap((part) => {
    const { kind, text } = part
    const start = kind === "removed" ? inOlder : inNewer
    if (kind !== "added") inOlder += text.length
    if (kind !== "removed") inNewer += text.length
    if (kind === "same") return [{ ...part, by: null }]
    return cut(part, start, kind === "added" ? newer : older, locale)
  })
}
