import type { Announced } from "../lines/landmarks"
import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"
import { peopleHeading } from "./people-heading"
import { areNames, segmentsOf, shareOfNames } from "./roll-names"

const isWhole = (text: string) => readEntry(text)?.name.includes(" ") === true

/** "Excused            Ana Lind, Ben Okoro": a label with a gap instead of a colon. */
export function besideLabel(
  { words: { text }, indent }: Line,
  next: Line | undefined,
): Announced | null {
  const match = /^(\S+(?: \S+){0,3})(?:\t| {2,})\s*(?=\S)/.exec(text.slice(0, 120))
  const list = match?.[1] ? peopleHeading(`${match[1]}:`) : null
  // "TRUSTEES     Ana Lind", and the next of them below her.
  if (match && list?.weak && next && !next.gap && next.indent === indent + match[0].length)
    return isWhole(text.slice(match[0].length)) && isWhole(next.words.text)
      ? { landmark: list.list, rest: match[0].length }
      : null
  // "Present      Ana Lind (chair)      Norrbay Networks": where she belongs may stand in a third column.
  const [people = ""] = text.slice(match?.[0].length ?? 0).split(/ {3,}|\t/, 1)
  if (!match || !list || list.weak || !areNames(`${people}, Ana Lind`)) return null
  return { landmark: list.list, rest: match[0].length }
}

/** What is nobody's title, so that whole names behind it are a list with no sign at all. */
const NO_TITLE = /^(?:present|apologies|regrets|excused|absent|attendees|participants)$/i

/** So many lines above may belong to the label in front of it. */
const MOST_ABOVE = 12

/**
 * "Apologies Ana Lind, Ben Okoro" below "Present   Cem Arslan": the label fills its column to the last letter, and
 * the names begin where those beside the label above or below it do.
 */
export function besideColumn(lines: readonly Line[], index: number): Announced | null {
  const line = lines[index]
  if (!line || line.level > 0 || line.bullet) return null
  const [label] = /^\p{Lu}\p{L}{3,14}(?=\s\p{Lu})/u.exec(line.words.text.slice(0, 40)) ?? []
  const list = label ? peopleHeading(`${label}:`) : null
  if (!label || !list || list.weak) return null
  const rest = label.length + 1
  if (!areNames(`${line.words.text.slice(rest)}, Ana Lind`)) return null
  const parts = segmentsOf(line.words.text.slice(rest))
  const areWhole = parts.every((each) => isWhole(each.text)) && shareOfNames(parts) === 1
  if (areWhole && NO_TITLE.test(label)) return { landmark: list.list, rest }
  const column = line.indent + rest
  const next = lines[index + 1]
  const above = lines.slice(Math.max(0, index - MOST_ABOVE), index)
  const labelled = above.findLast((each) => each.indent !== column)
  const isBeside = [labelled, next].some((each) => each && columnOf(each) === column)
  return isBeside ? { landmark: list.list, rest } : null
}

/** Where the words behind a label and a gap begin. */
function columnOf({ whole: { text }, indent }: Line): number {
  return indent + (/^[^\s:]{3,16}:?\s{2,30}(?=\S)/.exec(text.slice(0, 60))?.[0].length ?? 0)
}
