import type { Line } from "../text/shape"
import { findDays } from "../times/calendar"
import { isBareHeading, isBareTitle } from "./bare-headings"

/** "OLD BUSINESS" above "A. Sign ordinance", and other such headings with text: letters begin anew below each. */
export function belowBare(lines: readonly Line[], letters: readonly Line[]): Line[] | null {
  const known = new Set(letters)
  const isTop = (line: Line, next: Line | undefined) =>
    isBareHeading(line, next) ||
    (next !== undefined &&
      known.has(next) &&
      /^[aA]$/.test(next.marker?.text ?? "") &&
      isBareTitle(line))
  const tops = lines.filter(
    (line, index) => isTop(line, lines[index + 1]) && !isDayAlone(line.words.text),
  )
  const first = lines.indexOf(letters[0] as Line)
  const above = lines.slice(0, first).findLast((line) => tops.includes(line))
  if (tops.length < 2 || !above || lines.indexOf(above) !== first - 1) return null
  const both = new Set([...tops, ...letters])
  return lines
    .filter((line) => both.has(line))
    .map((line) => (known.has(line) ? { ...line, indent: 4 } : line))
}

/** "MONDAY, 12 JUNE" or "October 12, Friday" and nothing else. */
export function isDayAlone(text: string): boolean {
  if (text.length > 50 || !/\d/.test(text)) return false
  const [day, other] = findDays(text)
  if (day === undefined || other) return false
  const rest = (text.slice(0, day.from) + text.slice(day.to)).replace(WEEKDAY, "")
  return !/\p{L}/u.test(rest)
}

const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/i
