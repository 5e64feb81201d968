import { tellsOfBeginning } from "../likelihood"
import { landmarkOf } from "../lines/landmarks"
import { looksLikeName } from "../people/names"
import { isWrapped } from "../text/paragraph"
import type { Line } from "../text/shape"
import { isRow } from "../text/table"
import { findDays } from "../times/calendar"
import { wordsInFront } from "./outline-heads"
import { SAYS } from "./titles-in-front"

/** So few empty lines that none of them tells a heading. */
const MOST_GAPS = 0.12
const FEWEST_LINES = 10
/** So many that it is how this report sets its headings. */
const LEAST = 3
const LEVEL = 3
const LONGEST = 60
const MOST_WORDS = 8
/** A line so long tells something. */
const TELLS = 60

/**
 * Makes headings of the short lines that stand right above text in a report without empty lines: "Waiting
 * List" above "JB reported 43 names …". What stands above such a line has to be over.
 */
export function withDenseHeads(lines: readonly Line[]): Line[] {
  const gaps = lines.filter(({ gap }) => gap).length
  if (lines.length < FEWEST_LINES || gaps > lines.length * MOST_GAPS) return [...lines]
  if (lines.filter(({ level, marker }) => level > 0 || marker).length > LEAST) return [...lines]
  const told = lines.findIndex(({ words: { text } }) => text.length >= TELLS)
  const heads = new Set(
    lines.filter(
      (line, index) =>
        index > told && told >= 0 && isHead(line, lines[index - 1], lines[index + 1]),
    ),
  )
  // "Waiting List" looks like a name: one among others is a title, unless somebody in front is called so.
  const front = wordsInFront(lines.slice(0, Math.max(told, 0)))
  const isKnown = ({ words: { text } }: Line) => text.split(/\s/).every((word) => front.has(word))
  const known = [...heads].filter(isKnown)
  const clear = [...heads].filter(
    ({ words: { text } }) => !(text.includes(" ") && looksLikeName(text)),
  )
  if (heads.size < LEAST || clear.length === 0 || known.length * 2 > heads.size) return [...lines]
  for (const line of known) heads.delete(line)
  return lines.map((line, index) => {
    if (heads.has(line)) return { ...line, level: LEVEL, gap: true }
    const before = lines[index - 1]
    return before && heads.has(before) ? { ...line, gap: true } : line
  })
}

function isHead(line: Line, before: Line | undefined, next: Line | undefined): boolean {
  const { text } = line.words
  if (!next || !before || line.bullet || line.quote || line.marker || line.ticked !== null)
    return false
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS || isRow(line.whole.text))
    return false
  if (!/^\p{Lu}/u.test(text) || !/\p{L}{3}/u.test(text) || /[.!?;,…]["”)]?$|:\s+\S|@/.test(text))
    return false
  if (isWrapped(before, line) && !/[.!?:]["”)]?$/.test(before.words.text)) return false
  if (SAYS.test(text) || tellsOfBeginning(text)) return false
  // "26th September 2021", and "Next meeting", which says itself what begins there.
  const [day] = findDays(text)
  if ((day && day.to - day.from > text.length / 2) || landmarkOf(line)) return false
  return tells(next)
}

/** Whether a line is text rather than one more short line: a sentence, or an entry of a list. */
function tells({ bullet, words: { text } }: Line): boolean {
  if (/^[\p{Lu}][\p{L} ]{2,24}:\s/u.test(text.slice(0, 30))) return false
  return bullet || text.length >= TELLS || (/[.!?]$/.test(text) && text.split(/\s+/).length >= 3)
}
