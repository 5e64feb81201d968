import type { Line } from "./shape"

/** A line this long may have been wrapped; a shorter one ends where its author ended it. */
const FULL = 58
/** A line this long was never wrapped. */
const UNWRAPPED = 200
const MOST_LINES = 8

/** The words of a line and of those that it was wrapped into, so that a paragraph is seen as one. */
export function paragraphFrom(lines: readonly Line[], index: number): string {
  const first = lines[index]
  if (!first) return ""
  const words = [first.words.text]
  let before = first
  for (let i = index + 1; i < lines.length && words.length < MOST_LINES; i++) {
    const line = lines[i]
    if (!line || !isWrapped(before, line)) break
    words.push(line.words.text)
    before = line
  }
  return words.join(" ")
}

/** Whether a line goes on with the one before it. */
export function isWrapped(before: Line, line: Line): boolean {
  if (line.gap || line.marker || line.bullet || line.level > 0 || before.breaks) return false
  const length = before.to - before.from
  // Nobody wraps a line so late: behind a full stop another paragraph begins.
  if (length >= UNWRAPPED && /[.!?]["”)]?$/.test(before.words.text.slice(-2))) return false
  return length >= FULL
}

/** So many lines that are longer than most people wrap them tell that none of a text was. */
const FEWEST = 2
const LONG = 130
/** Whether a line begins large, or behind what some draw for a bullet: "-- Ana will", "o Ben will". */
export const beginsLarge = ({ words }: Line) =>
  /^(?:-{2,3}\s|o\s)?["“„«([]?[\p{Lu}\d]/u.test(words.text.slice(0, 6))

/**
 * Whether each line of a text is a paragraph of its own: some are longer than most people wrap them, and none
 * breaks off where the next goes on.
 */
export function isUnwrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(({ from, to }) => to - from >= LONG)
  if (long.length < FEWEST) return false
  return !lines.some((line, index) => {
    const before = lines[index - 1]
    if (!before || !isWrapped(before, line) || beginsLarge(line)) return false
    return /^\p{Ll}/u.test(line.words.text.slice(0, 1))
  })
}

/**
 * Whether the last of some lines ends by its author's hand: the first word of the next would have fitted on it
 * with room to spare. In a paragraph it has to be less than half as long as the longest.
 */
export function endsItsLine(lines: readonly Line[], line: Line, listed: boolean): boolean {
  const last = lines.at(-1)
  if (!last || last.breaks || /[,;–—-]$/.test(last.words.text)) return false
  const width = Math.max(line.to - line.from, ...lines.slice(-6).map(({ from, to }) => to - from))
  const first = line.words.text.split(/\s/, 1)[0]?.length ?? 0
  const length = last.to - last.from + 1 + first
  return listed ? length <= width - 10 : length * 2 <= width && line.to - line.from >= 30
}

const GOES_ON =
  /\b(?:no\.?|nos\.?|item|room|article|section|page|the|of|about|to|by|for|in|at|on|than|and|or|until|before|from|between|nearly|over|under|only|january|february|march|april|may|june|july|august|september|october|november|december)$/i

/** "… of the offer, by April" with "22" alone below it: the number belongs to the sentence. */
function endsInNumber(before: Line | undefined, line: Line): boolean {
  if (!before || line.gap || before.to - before.from < FULL) return false
  return GOES_ON.test(before.words.text.slice(-14))
}

/** The number at the foot of a page: "3", "Page 3 of 5", "- 3 -". */
export function isPageMark(line: Line, before?: Line): boolean {
  const text = line.whole.text
  return (
    !endsInNumber(before, line) &&
    text.length <= 16 &&
    /^[-–—(\s]*(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[-–—)\s]*$/i.test(text)
  )
}
