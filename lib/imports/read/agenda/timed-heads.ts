import { isWrapped } from "../text/paragraph"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"

const CLOCK = "\\d{1,2}[:.h]\\d{2}"
const HALF = "(?:\\s?[ap]\\.?m\\.?)?"
/** "Sat 09:15 – 10:00   Report of the President": when an item was taken, in front of its title. */
const HOUR = new RegExp(
  `^(?:(?:mon|tue|wed|thu|fri|sat|sun)\\p{Ll}{0,6}\\.?,? )?${CLOCK}${HALF}(?:\\s?[-–—]\\s?${CLOCK}${HALF})?(?:\\s\\p{Lu}{2,4}T)?(?:\\s{2,8}|\\s?[:|–—-]\\s|\\t)\\s{0,8}((?:(?:topic|item|point)\\s)?\\d{1,2}[.):]\\s{1,4})?(?=[\\p{Lu}"“])`,
  "iu",
)
/** So many that hours are how this report sets its headings. */
const LEAST = 3
const LONGEST = 110
const LEVEL = 2

/** Makes the entries of a list of lines that stand close together, each with its hour in front. */
export function withTimedLists(lines: readonly Line[]): Line[] {
  const read: Line[] = []
  let run: Line[] = []
  for (const [index, line] of lines.entries()) {
    const timed = line.level === 0 && HOUR.test(line.whole.text.slice(0, 48)) && isPlain(line)
    if (line.gap || !timed) close(line.gap)
    if (timed) run.push(line)
    else read.push(line)
    if (index === lines.length - 1) close(true)
  }
  return read

  function close(isOver: boolean) {
    const isList = isOver && run.length >= LEAST
    read.push(...run.map((line) => (isList ? { ...line, bullet: true, marker: null } : line)))
    run = []
  }
}

/** Makes headings of lines that begin with an hour and stand alone above text, where no other heading is. */
export function withTimedHeads(lines: readonly Line[]): Line[] {
  const timed = new Map<Line, number>()
  for (const line of lines) {
    if (line.level > 0) return [...lines]
    const length = HOUR.exec(line.whole.text.slice(0, 48))?.[0].length ?? 0
    if (length > 0 && isPlain(line, length)) timed.set(line, length)
  }
  const heads = new Set(
    lines.filter((line, index) => {
      const next = lines[index + 1]
      return timed.has(line) && line.gap && next !== undefined && !timed.has(next)
    }),
  )
  // "19:05  Iona presented the winter, with" above the rest of the sentence: hours in front of paragraphs.
  const torn = lines.filter((line, index) => heads.has(line) && goesOn(line, lines[index + 1]))
  if (heads.size < LEAST || torn.length * 2 > heads.size) return [...lines]
  return lines.map((line) => {
    if (!heads.has(line)) return line
    const front = line.whole.text.slice(0, timed.get(line) ?? 0)
    const words = trimRich(sliceRich(line.whole, front.length))
    // "6:15 pm MST  1. Call to order"
    const [, number] = /(\d{1,2})[.):]\s*$/.exec(front) ?? []
    return {
      ...line,
      marker: number ? { text: number, form: "number" } : null,
      words,
      level: LEVEL,
    }
  })
}

function goesOn(line: Line, next: Line | undefined): boolean {
  return next !== undefined && (isWrapped(line, next) || /^\p{Ll}/u.test(next.words.text))
}

/** No sentence, and nobody's words in a log. */
function isPlain({ whole: { text }, bullet, quote }: Line, front = 12): boolean {
  return (
    !bullet &&
    !quote &&
    text.length <= LONGEST &&
    !/[.!?;,:]$|:\s\p{L}/u.test(text.slice(Math.max(12, front)))
  )
}
