import { startsOutcome } from "../decisions/outcome-labels"
import { fateIn } from "../decisions/verdict-words"
import { officeLabel } from "../offices/office-label"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { landmarkOf } from "./landmarks"

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
  // "FEES: Ana reported …" among those, with its text behind it.
  const runIn = lines.filter((line, index) => index > from && frontOf(line) !== null)
  const words = new Set(runIn.map(({ words: { text } }) => text.split(/[\s:]/, 1)[0]))
  // "MOTION 21-31: …" and "MOTION 21-32: …" are labels.
  const both = runIn.length >= LEAST_RUN_IN && words.size === runIn.length ? new Set(runIn) : null
  return lines.flatMap((line) => {
    if (heads.has(line)) return [{ ...line, level: LEVEL }]
    return both?.has(line) ? parted(line, frontOf(line) as string) : [line]
  })
}

/** So many titles that run in front of their text that this report sets some so. */
const LEAST_RUN_IN = 2
const LABELS = /^(?:MOTION|RESOL|ACTION|DECISION|VOTE|MOVED|SECOND|CARRIED|NOTE|AGREED)/
const RUN_IN = /^(\p{Lu}[\p{Lu}\d &,/()’'-]{3,60}):\s{1,4}(?=\S)/u

/** The title in capitals in front of a paragraph; null where it announces people, tasks or the next meeting. */
function frontOf(line: Line): string | null {
  const { gap, marker, bullet, quote, ticked, words } = line
  if (!gap || marker || bullet || quote || ticked !== null) return null
  const [, title = ""] = RUN_IN.exec(words.text.slice(0, 80)) ?? []
  if (title === "" || LABELS.test(title) || startsOutcome(words.text) || landmarkOf(line))
    return null
  const alone = { ...line, words: sliceRich(line.words, 0, title.length), whole: line.words }
  return officeLabel(`${title}: x`) || landmarkOf(alone) ? null : title
}

function parted(line: Line, title: string): Line[] {
  const words = sliceRich(line.words, 0, title.length)
  const { n, from, to, indent, breaks } = line
  const rest = trimRich(sliceRich(line.words, title.length + 1))
  return [
    { ...line, words, whole: words, level: LEVEL },
    shapeOf({ n, from, to, indent, breaks, gap: true }, rest),
  ]
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
