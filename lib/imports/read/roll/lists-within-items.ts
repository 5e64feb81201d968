import type { PlacedLine } from "../lines/placed-line"
import { sliceRich, trimRich } from "../text/rich"
import { peopleHeading } from "./people-heading"
import { readRoll } from "./roll"
import type { RollEntry } from "./roll-entry"
import type { Piece } from "./roll-layout"
import { segmentsOf, shareOfNames } from "./roll-names"

/** A line with nothing but whole names, and what stands in brackets behind them. */
function isNames({ line: { words, level, marker }, head, part }: PlacedLine): boolean {
  if (head !== null || level > 0 || marker || part === "agenda" || words.text.length > 300)
    return false
  return !/[:?!]/.test(words.text) && shareOfNames(segmentsOf(words.text)) === 1
}

type Lists = { participants: RollEntry[]; regrets: RollEntry[] }

const NOBODY: Lists = { participants: [], regrets: [] }
/** So many lines of a report are searched for such an item. */
const MOST = 80

/**
 * "1. Attendees: Ana Lind (Chair), Ben Okoro": the list is an item of the minutes, so that no heading
 * announces it. The lines below go on with it while they break off nothing else.
 */
export function listsWithinItems(placed: readonly PlacedLine[]): Lists {
  const found: Record<keyof Lists, Piece[]> = { participants: [], regrets: [] }
  let list: keyof Lists | null = null
  for (const [at, { line, part, head }] of placed.slice(0, MOST).entries()) {
    const counted = line.marker !== null || line.level > 0
    const goesOn = list !== null && !counted && !line.bullet && !line.gap && head === null
    if (list && goesOn && !/^[^:,]{2,40}:\s/.test(line.words.text)) {
      found[list].push({ line, words: line.words, first: false, inline: true })
      continue
    }
    list = null
    if (!counted || head !== null || part === "agenda" || part === "next") continue
    const heading = peopleHeading(line.words.text)
    // "1. Apologies for absence", and who sent them on the line below.
    const below = placed[at + 1]
    if (heading?.list === "regrets" && heading.rest === null && below && isNames(below)) {
      found.regrets.push({ line: below.line, words: below.line.words, first: true, inline: true })
      continue
    }
    if (!heading || heading.rest === null || found[heading.list].length > 0) continue
    const words = trimRich(sliceRich(line.words, heading.rest))
    const parts = segmentsOf(words.text)
    if ((parts.length < 2 && heading.list === "participants") || shareOfNames(parts) < 0.75)
      continue
    list = heading.list
    found[list].push({ line, words, first: true, inline: true })
  }
  if (found.participants.length + found.regrets.length === 0) return NOBODY
  const read = (pieces: Piece[]) => readRoll(pieces).entries
  return { participants: read(found.participants), regrets: read(found.regrets) }
}
