import { isBareTitle } from "../agenda/bare-headings"
import { returnsLater } from "../agenda/numbering"
import { isTitleOfReport } from "../likelihood"
import type { Line } from "../text/shape"
import { isRow } from "../text/table"
import { annexesAgenda, landmarkOf } from "./landmarks"
import { isNext, isSentence } from "./line-looks"
import type { PlacedLine } from "./placed-line"

/**
 * "ACTION ITEMS" above "7. BOARD", where the last item was the sixth and in capitals as well: a part of the
 * agenda, and no list of what is to be done.
 */
export function framesItems(placed: readonly PlacedLine[], next: Line | undefined): boolean {
  if (!next?.marker || next.bullet || /\p{Ll}/u.test(next.words.text)) return false
  const above = placed.findLast(
    ({ head, under, line }) =>
      !head && !under && line.marker?.form === next.marker?.form && !line.bullet,
  )
  const { marker, words } = above?.line ?? {}
  return (
    marker != null &&
    words !== undefined &&
    !/\p{Ll}/u.test(words.text) &&
    isNext(marker, next.marker)
  )
}

const REACH = 5

/** "BOARD MEETING", "9:00 AM" between "AGENDA" and "1. Call to order": lines of the title, and no entries. */
function leadsToCount(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const isCounted = ({ marker, whole }: Line) =>
    marker !== null && /^[1I]$/.test(marker.text) && !/^\d{1,2}[:.]\d\d/.test(whole.text)
  if (!line || isCounted(line) || line.bullet || line.words.text.length > 60) return false
  if (line.marker && !/^\d{1,2}[:.]\d\d/.test(line.whole.text)) return false
  const behind = lines.slice(index + 1, index + REACH)
  const first = behind.findIndex(isCounted)
  return first >= 0 && behind.slice(0, first).every(({ bullet, level }) => !bullet && level === 0)
}

/**
 * Whether a line of the agenda is no entry and leads to some: a sentence or a line of the title in front of the
 * first, or a caption behind `last`, the last of them.
 */
export function leadsIn(lines: readonly Line[], index: number, last: Line | undefined): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line) return false
  if (last) return isCaptionBetween(last, line, next)
  if (isRow(line.whole.text)) return false
  return (
    (isSentence(line, line.words.text) && !opensCount(line, next)) || leadsToCount(lines, index)
  )
}

/** "1. Reading of the last minutes." right above "2. Report of the chair.": entries, though they end like sentences. */
const opensCount = (line: Line, next: Line | undefined) =>
  line.marker !== null && next?.marker != null && !next.gap && isNext(line.marker, next.marker)

/**
 * "Opening of the session" above "1. The group met …", where other titles stand above paragraphs that count on:
 * the first of the items, and no line of the title.
 */
export function headsCount(lines: readonly Line[], index: number): boolean {
  const isAbove = (at: number) => {
    const [line, next] = [lines[at], lines[at + 1]]
    return line !== undefined && next !== undefined && isBareTitle(line) && isCountedText(next)
  }
  const line = lines[index]
  if (!line || !isAbove(index) || lines[index + 1]?.marker?.text !== "1") return false
  if (landmarkOf(line) || isTitleOfReport(line.words.text)) return false
  return lines.some((_, at) => at > index + 1 && isAbove(at))
}

const isCountedText = ({ gap, marker, words: { text } }: Line) =>
  gap && marker?.form === "number" && /[.!?:]$/.test(text) && text.length > 60

const LONGEST_CAPTION = 60

/** "Day 2", "Closed session" between an entry of the agenda and the one that counts on. */
function isCaptionBetween(last: Line, line: Line, next: Line | undefined): boolean {
  if (line.marker || line.bullet || line.words.text.length > LONGEST_CAPTION) return false
  return last.marker !== null && next?.marker != null && isNext(last.marker, next.marker)
}

/** An agenda behind the tasks of the last meeting whose titles come again, or one in an annex. */
export const isLateAgenda = (lines: readonly Line[], index: number) =>
  returnsLater(lines, index + 1) || annexesAgenda(lines[index]?.words.text ?? "")
