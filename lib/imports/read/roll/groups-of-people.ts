import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"

const LONGEST_LABEL = 60
/** So many lines are looked at, and so many people make a list of them. */
const [MOST, MANY] = [40, 4]
/** Labels above people who need not have come. */
const OTHER =
  /\b(?:authors?|editors?|contacts?|distribution|copies|cc|candidates?|nominees?|winners?|signatories|signed|elected|sponsors?|donors?|thanks|acknowledge?ments?)\b/i

/**
 * Whether a line is the first of several labels, "Co-facilitators", "Expert group", each right above
 * lines of whole people and where they belong: a list of participants that says so nowhere.
 */
export function headsGroups(lines: readonly Line[], index: number): boolean {
  let people = 0
  let groups = 0
  let own = 0
  for (const [at, line] of lines.slice(index, index + MOST).entries()) {
    const labelled = line.gap && isLabel(line, lines[index + at + 1])
    if (labelled) {
      if (OTHER.test(line.words.text)) break
      groups += 1
      own = 0
    } else if (at > 0 && !line.gap && isPerson(line)) {
      people += 1
      own += 1
    } else break
    if (groups >= 2 && people >= MANY && own > 0) return true
  }
  return false
}

function isLabel({ words: { text }, marker, bullet, level }: Line, next: Line | undefined) {
  if (marker || bullet || level > 0 || text.length > LONGEST_LABEL || !next || next.gap)
    return false
  return /^\p{Lu}[^|:;,.!?\d]{2,}:?$/u.test(text) && isPerson(next)
}

/** Somebody with a whole name, and what they are or where they belong. */
function isPerson({ words: { text }, marker, level }: Line): boolean {
  if (marker || level > 0 || text.length > 140 || /[.!?:]$/.test(text)) return false
  const entry = readEntry(text)
  return entry?.name.includes(" ") === true && entry.capacity !== ""
}
