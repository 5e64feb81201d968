import { type Around, findQuote, longEnough, type Place, squeezed } from "./find-quote"
import { type Flat, type Piece, pieceOf, span } from "./flat"

/** In how many characters around it short words have to agree when they move at this moment … */
const movedContext = 4
/** … and when they had gone before. */
const goneContext = 10
/** A piece of words that is shorter than this is not looked for. */
const shortest = 3

/** Words that were all there once, with what stood around them. */
export type Said = Around & { words: string }

/** The places from the first to the one before the last. */
export const placesOf = ({ from, to }: Place) =>
  Array.from({ length: to - from }, (_, nth) => from + nth)

/** From the first to the last of several places. */
export const hull = (places: readonly Place[]): Place => ({
  from: Math.min(...places.map(({ from }) => from)),
  to: Math.max(...places.map(({ to }) => to)),
})

/** Which of some characters stand in a text, and the stretches, counted from the first, that do not. */
export function part(pieces: readonly Piece[], flat: Flat): { alive: Place[]; lost: Place[] } {
  const alive: Place[] = []
  const lost: Place[] = []
  let said = 0
  for (const piece of pieces) {
    for (let offset = 0; offset < span(piece); ) {
      const id = { client: piece.client, clock: piece.clock + offset }
      const standing = pieceOf(flat, id)
      const left = standing ? standing.clock + span(standing) - id.clock : 1
      const length = Math.min(span(piece) - offset, left)
      const shown = piece.isLeaf ? piece.length : length
      const last = lost.at(-1)
      if (standing) {
        const from = standing.isLeaf ? standing.at : standing.at + id.clock - standing.clock
        alive.push({ from, to: from + (standing.isLeaf ? standing.length : length) })
      } else if (last?.to === said) last.to = said + shown
      else lost.push({ from: said, to: said + shown })
      said += shown
      offset += length
    }
  }
  return { alive, lost }
}

function contextFor(words: string, isMoving: boolean): number {
  if (squeezed(words).length >= longEnough) return 0
  return isMoving ? movedContext : goneContext
}

/** Where all of the words stand again, made of what is `left` of them and of what is new. */
export function comeBack(
  whole: Said,
  isMoving: boolean,
  left: readonly Place[],
  flat: Flat,
  fresh: ReadonlySet<number>,
): Place | null {
  const { length } = squeezed(whole.words)
  const own = new Set([...fresh, ...left.flatMap(placesOf)])
  if (own.size * 2 < length) return null
  return findQuote(flat.text, whole.words, whole, contextFor(whole.words, isMoving), own)
}

/**
 * Where words of a passage went that an editor put into another block at this moment: each lost
 * stretch, or as much of its beginning or its end as was not deleted.
 */
export function movedParts(
  said: Said,
  lost: readonly Place[],
  alive: readonly Place[],
  flat: Flat,
  fresh: ReadonlySet<number>,
): Place[] {
  const find = (from: number, to: number): Place | null => {
    const around = {
      before: said.before + said.words.slice(0, from),
      after: said.words.slice(to) + said.after,
    }
    const words = said.words.slice(from, to)
    const found = findQuote(flat.text, words, around, contextFor(words, true), fresh)
    if (!found || alive.length === 0) return found
    const near = hull(alive)
    return Math.max(found.from - near.to, near.from - found.to) <= said.words.length ? found : null
  }
  return lost.flatMap(({ from, to }) => {
    const whole = find(from, to)
    if (whole) return [whole]
    const beginning = longest(to - from, (length) => find(from, from + length))
    const end = longest(to - from, (length) => find(to - length, to))
    return [beginning, end].filter((found) => found !== null)
  })
}

/** What is found for the greatest length below `limit`; what holds of one holds of those below it. */
function longest(limit: number, find: (length: number) => Place | null): Place | null {
  let best: Place | null = null
  let low = shortest
  let high = limit - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = find(middle)
    if (found) {
      best = found
      low = middle + 1
    } else high = middle - 1
  }
  return best
}
