import type { Line } from "../text/shape"
import { isBareHeading, isBareTitle } from "./bare-headings"

/** What several items are gathered under: "Committee reports", "Old business". */
export const GATHERS =
  /\b(?:business|reports?|matters(?: arising)?|items|updates|motions|resolutions|projects|announcements|administrative|discussions?)$/i
/** What stands beside such groups, behind the last of them. */
export const BESIDE =
  /^(?:adjourn|closing|closure|close\b|next\b|date|any other|other business|aob\b|good of|announcement)/i
const INSET = 4
/** "Posted by the office at 9:14": what a page says of itself. */
const POSTED =
  /^(?:posted|published|filed|submitted|written|tagged|last (?:edited|modified)) (?:by|on|in|under|at)\b/i

/**
 * The headings without mark or number: short lines alone above text, and those that stand above such a
 * line as the heading of several, "Old business" above "Street fair". Those below are set in.
 */
export function bareHeadings(lines: readonly Line[]): Line[] {
  const heads = new Set(
    lines.filter((line, index) => {
      const [next, other] = [lines[index + 1], lines[index + 2]]
      // An account has a title of its own, and is no item.
      const account =
        next &&
        other &&
        isBareTitle(next) &&
        !isFigure(next) &&
        isFigure(other) &&
        isBareTitle(line)
      return (
        (isBareHeading(line, next) || account) && !isFigure(line) && !POSTED.test(line.words.text)
      )
    }),
  )
  const groups = new Set(
    lines.filter((line, index) => {
      const next = lines[index + 1]
      return (
        !heads.has(line) && next?.gap && heads.has(next) && isBareTitle(line) && !isFigure(line)
      )
    }),
  )
  const gathering = [...groups].filter(({ words }) => GATHERS.test(words.text)).length
  if (gathering < 2 || gathering * 3 < groups.size) return [...heads]
  let group: string | null = null
  return lines.flatMap((line) => {
    const { text } = line.words
    if (groups.has(line)) group = text
    if (groups.has(line) || !heads.has(line)) return groups.has(line) ? [line] : []
    if (BESIDE.test(text) || standsBeside(text, group)) group = null
    return [group === null ? line : inset(line)]
  })
}

/** "Secretary's report" stands beside "Treasurer's report", and below "Officers' reports" or "Information". */
function standsBeside(text: string, group: string | null): boolean {
  if (group === null || !GATHERS.test(group) || !GATHERS.test(text)) return false
  return !(/s$/i.test(group) && /\b(?:report|update)$/i.test(text))
}

/** Whether a line heads several such titles, the first of which stands right below it. */
export function headsBareHeading(
  line: Line,
  next: Line | undefined,
  below: Line | undefined,
): boolean {
  return next?.gap === true && isBareTitle(line) && isBareHeading(next, below) && !isFigure(next)
}

/** "Trophy fund          $3,310.00" is a row of an account. */
const isFigure = ({ whole: { text } }: Line) =>
  /\s{3}\S{0,40}\d|^\W{0,40}\d[\d.,]{0,40}\W{0,40}$/.test(text)

const inset = (line: Line): Line => ({
  ...line,
  indent: line.indent + INSET,
  gap: true,
  topic: true,
})

/**
 * "No through road" right below "32. Matters arising:", above its text, and "Bins" further down: bare
 * titles below a number, where the first of them stands directly below it.
 */
export function withTitlesOfParts(numbered: readonly Line[], all: readonly Line[]): Line[] {
  const known = new Set(numbered)
  const parts = new Set<Line>()
  let own: Line[] = []
  const close = () => {
    if (own.length >= 2) for (const line of own) parts.add(line)
    own = []
  }
  let opens = false
  // "Discussion:" below one number after another is a caption, and no title.
  const seen = new Set<string>()
  const captions = new Set(
    all.flatMap(({ words: { text } }) => (seen.size === seen.add(text).size ? [text] : [])),
  )
  for (const [index, line] of all.entries()) {
    const next = all[index + 1]
    if (known.has(line)) {
      close()
      opens = true
      continue
    }
    const text = next !== undefined && !next.gap && next.words.text.length >= 50
    const titled =
      text && !captions.has(line.words.text) && isBareHeading({ ...line, gap: true }, next)
    if (titled && (opens || (own.length > 0 && line.gap))) own.push(line)
    opens = false
  }
  close()
  if (parts.size === 0) return [...numbered]
  return all
    .filter((line) => known.has(line) || parts.has(line))
    .map((line) => (parts.has(line) ? inset(line) : line))
}
