import type { Line } from "./shape"

/** A line this long may have been wrapped; a shorter one ends where its author ended it. */
const FULL = 58
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
  return before.to - before.from >= FULL
}

/** The number at the foot of a page: "3", "Page 3 of 5", "- 3 -". */
export function isPageMark(line: Line): boolean {
  const text = line.whole.text
  return (
    text.length <= 16 &&
    /^[-–—(\s]*(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[-–—)\s]*$/i.test(text)
  )
}
