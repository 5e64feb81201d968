import type { Line } from "../text/shape"

/** A heading has at most so many characters and words. */
const LONGEST = 70
const MOST_WORDS = 9
/** The first line of all may be longer: it is the title. */
const LONGEST_TITLE = 140
/** So many lines on their own one after another are a list, which only its first may head. */
const MOST_IN_A_ROW = 4

/** Before a heading stands none. */
const NOTHING = { level: 1, first: false }

/**
 * The lines of a text that are headings, with their levels from 1. Where the text marks none itself, a
 * short line that stands alone and ends no sentence is one: slides and old files have no other sign.
 */
export function guessHeadings(lines: readonly Line[]): Map<Line, number> {
  const levels = new Map<Line, number>()
  for (const line of lines) if (line.level > 0) levels.set(line, line.level)
  if (levels.size > 1) return levels
  const heads = new Set<Line>()
  const known = new Set<string>()
  const runs = runsOf(lines)
  for (const run of runs) {
    for (const [index, line] of run.entries()) {
      const opens = line === lines[0] && line.whole.text.length <= LONGEST_TITLE
      if (!(isShort(line) || opens) || (run.length > MOST_IN_A_ROW && index > 0)) continue
      heads.add(line)
      known.add(keyOf(line))
    }
  }
  // The heading that comes again, "Year 2021" behind "Year 2020", is one among the lines of a list too.
  for (const run of runs) for (const line of run) if (known.has(keyOf(line))) heads.add(line)
  const last = lines.at(-1)
  if (last) heads.delete(last)
  let before = NOTHING
  for (const line of lines) {
    if (!heads.has(line) && !levels.has(line)) {
      before = NOTHING
      continue
    }
    const first = line === lines[0]
    const below = before.first ? 2 : before.level + 1
    const level: number = levels.get(line) ?? (first ? 1 : Math.min(below, 3))
    levels.set(line, level)
    // What stands directly below the title is no section with sections in it.
    before = { level, first: first || (before.first && before.level === 1) }
  }
  return levels
}

/** Stretches of lines that each stand alone and end no sentence. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  let run: Line[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const previous = lines[index - 1]
    const alone = (line.gap || index === 0) && (!next || next.gap)
    const listed = line.bullet && (isListed(next) || isListed(previous) || !isSquare(line))
    const fits = alone && !listed && !line.quote && line.ticked === null && !endsSentence(line)
    if (fits) run.push(line)
    if (!fits || !next) {
      if (run.length > 0) runs.push(run)
      run = []
    }
  }
  return runs
}

const isListed = (line: Line | undefined) =>
  line !== undefined && (line.bullet || line.marker !== null)
const isSquare = (line: Line) => /^[■▪◦●•]/.test(line.whole.text)
const endsSentence = (line: Line) => /[.,;:!?…|]["”’)]?$/.test(line.whole.text)

function isShort({ whole, words }: Line): boolean {
  const { text, marks } = whole
  if (text.length > LONGEST || words.text.split(/\s+/).length > MOST_WORDS) return false
  const linked = marks.reduce(
    (sum, { kind, from, to }) => sum + (kind === "link" ? to - from : 0),
    0,
  )
  return /\p{L}/u.test(text) && linked < text.length / 2
}

const keyOf = ({ words }: Line) => words.text.toLowerCase().replace(/\d+/g, "#")
