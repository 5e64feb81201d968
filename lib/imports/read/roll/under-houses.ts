import { HONORIFIC } from "@/lib/check/names"
import { isBody } from "../people/bodies"
import { readEntry } from "../people/entry"
import { ORGANISATION_WORDS } from "../people/vocabulary"
import type { Line } from "../text/shape"
import type { Piece } from "./roll-layout"
import { isWholePerson } from "./whole-person"

/** So many houses with their people below them make a list of that kind. */
const FEWEST = 3
const LONGEST = 70
const FIRM = /,?\s(?:Inc|Ltd|LLC|LLP|PLC|Corp|Co|GmbH|S\.?A|Pty)\.?$/i

/** "Allied Tenants of Castlereach", "Clear Pipe, Inc.", "Home Plumbers Union": a house and nobody. */
export function isHouse(text: string): boolean {
  if (text.length > LONGEST || /[:;!?]|\d/.test(text)) return false
  if (FIRM.test(text)) return true
  // "Samira Bouzidi (SB), Tents Programme" is somebody, and where she belongs.
  if (/[(,|]|\s[–—-]\s/.test(text) || HONORIFIC.test(text)) return false
  if (isBody(text)) return true
  const words = text.toLowerCase().split(/\s+/)
  if (text.endsWith(".") || !/^\p{Lu}/u.test(text)) return false
  return (
    /\sof\s/.test(text) ||
    words.some((word) => ORGANISATION_WORDS.has(word)) ||
    readEntry(text) === null
  )
}

/**
 * Whether a line of a list in which every line is a paragraph goes on with it: a house with its people
 * below it, or one of them. `before` is the line above, `next` the one below.
 */
export function isSpacedEntry(
  line: Line,
  before: Line | undefined,
  next: Line | undefined,
): boolean {
  const { text } = line.words
  if (!line.gap || line.marker || line.bullet || text.length > LONGEST) return false
  if (isHouse(text)) return next?.gap === true && isWholePerson(next.words.text)
  if (!isWholePerson(text)) return false
  return (
    (before !== undefined && isHouse(before.words.text)) ||
    (next?.words.text.length ?? 999) <= LONGEST
  )
}

/** The houses of a list in which they stand above their people, each line apart from the others. */
export function housesAbove(run: readonly Piece[]): Piece[] {
  const apart = run.every(({ line }) => line.gap && !line.marker && !line.bullet)
  const known = run.map(({ words }) => isHouse(words.text))
  if (!apart || !known[0] || known.filter(Boolean).length < FEWEST) return []
  const houses: boolean[] = []
  // Of three in a row the one in the middle is where the third belongs.
  for (const [at, sure] of known.entries())
    houses.push(
      sure ||
        (at > 1 &&
          !houses[at - 1] &&
          !known[at + 1] &&
          known[at + 2] !== false &&
          at + 1 < run.length),
    )
  return run.filter((_, at) => houses[at])
}
