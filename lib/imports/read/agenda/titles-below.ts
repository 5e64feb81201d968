import { joinRich, sliceRich } from "../text/rich"
import type { Line } from "../text/shape"

/** So many numbers that stand alone that it is how this report sets its headings. */
const LEAST = 2
const LONGEST = 120
/** "Subject: Lamps" below "Item No. 2". */
const LABEL = /^(?:subject|title|topic|matter|heading|re)\s?[:–-]\s{1,4}(?=\S)/i

/** "Agenda item 1" alone on its line, with "Opening" on the next: the title belongs to the number above it. */
export function withTitlesBelow(lines: readonly Line[]): Line[] {
  const titled = new Set([
    ...lines.filter((line, index) => isAbove(line, lines[index + 1], lines[index + 2])),
    ...yearlyNumbers(lines),
  ])
  if (titled.size < LEAST) return [...lines]
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    if (before && titled.has(before)) return []
    const title = titled.has(line) ? lines[index + 1] : undefined
    if (!title) return [line]
    const { to } = title
    const label = LABEL.exec(title.words.text.slice(0, 20))?.[0].length ?? 0
    const words = sliceRich(title.words, label)
    const whole = joinRich([line.whole, sliceRich(title.whole, label)])
    const joined = line.marker
      ? { ...line, to, words, whole }
      : { ...line, to, words: whole, whole, gap: true }
    return [joined]
  })
}

const YEARLY = /^(\d{1,4})\s?[/-]\s?((?:19|20)?\d\d)$/
const LEAST_YEARLY = 3

/** "14/2015" alone, with "Recruitment" on the next line and "15/2015" further down: all that count on. */
function yearlyNumbers(lines: readonly Line[]): Line[] {
  const found = lines.flatMap((line, index) => {
    const [, count, year] = YEARLY.exec(line.whole.text.slice(0, 14)) ?? []
    const title = lines[index + 1]
    const fits = title && !title.marker && !title.bullet && title.words.text.length <= LONGEST
    return count && fits && /^\p{Lu}/u.test(title.words.text) && line.whole.text.length <= 14
      ? [{ line, count: Number(count), year }]
      : []
  })
  const goesOn = found.filter(({ count, year }, at) =>
    [found[at - 1], found[at + 1]].some(
      (other) => other !== undefined && other.year === year && Math.abs(other.count - count) === 1,
    ),
  )
  return goesOn.length >= LEAST_YEARLY ? goesOn.map(({ line }) => line) : []
}

/** Whether a line is a number and nothing else, and the next one its title: short, and alone above text. */
function isAbove(line: Line, title: Line | undefined, next: Line | undefined): boolean {
  if (!line.marker || line.words.text !== "" || line.bullet || line.quote || !title) return false
  // A figure alone may be the number of a page.
  if (line.level === 0 && (!line.gap || !/\p{L}{3}/u.test(line.whole.text))) return false
  const { marker, bullet, quote, level, words } = title
  if (marker || bullet || quote || level > 0 || words.text.length > LONGEST) return false
  const ends = /[.!;,:]$/.test(words.text) || words.text.startsWith("|")
  return (
    /^[\p{Lu}\d"“]/u.test(words.text) &&
    !ends &&
    (next === undefined || next.gap || LABEL.test(words.text))
  )
}
