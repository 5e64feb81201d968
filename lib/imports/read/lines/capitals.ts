import { startsOutcome } from "../decisions/outcome-labels"
import { fateIn } from "../decisions/verdict-words"
import type { Line } from "../text/shape"

const LONGEST = 80
/** So many that capitals are how this report sets its headings. */
const LEAST = 3

/**
 * Makes headings of lines in capitals that stand alone above text, where a report has at least three
 * such lines and marks no headings itself. The lines of its title stay as they are.
 */
export function withCapitals(lines: readonly Line[]): Line[] {
  if (lines.some((line) => line.level > 0)) return [...lines]
  const from = lines.findIndex((line) => !isCapitals(line))
  const found = lines.filter((line, index) => index > from && isHead(line, lines[index + 1]))
  const times = new Map<string, number>()
  for (const { words } of found) times.set(words.text, (times.get(words.text) ?? 0) + 1)
  // "COMMITTEE RESOLUTION" below one item after another is a caption of what was decided.
  const heads = new Set(found.filter(({ words }) => times.get(words.text) === 1))
  if (from < 0 || heads.size < LEAST) return [...lines]
  return lines.map((line) => (heads.has(line) ? { ...line, level: LEVEL } : line))
}

const LEVEL = 2

function isHead(line: Line, next: Line | undefined): boolean {
  const text = line.words.text
  if (!line.gap || !next || line.marker || line.bullet || line.quote || line.ticked !== null)
    return false
  // "RESOLUTION 2023/18:" is the label of what was decided, and no section.
  if (/\d/.test(text) && startsOutcome(text)) return false
  // "CARRIED" below a motion tells what became of it.
  if (fateIn(text) !== null) return false
  return text.length <= LONGEST && isCapitals(line) && /\p{Lu}{3}/u.test(text) && !isCapitals(next)
}

/** Letters, and none of them small; a label with something behind it is more than a heading. */
function isCapitals({ words: { text } }: Line): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}|[:|]\s*\S|[.;,]$|^\p{Lu}{2,6}:$/u.test(text)
}
