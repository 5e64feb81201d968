import type { Line } from "../text/shape"
import { isNext } from "./line-looks"
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
export function leadsToCount(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const isCounted = ({ marker, whole }: Line) =>
    marker !== null && /^[1I]$/.test(marker.text) && !/^\d{1,2}[:.]\d\d/.test(whole.text)
  if (!line || isCounted(line) || line.bullet || line.words.text.length > 60) return false
  if (line.marker && !/^\d{1,2}[:.]\d\d/.test(line.whole.text)) return false
  const behind = lines.slice(index + 1, index + REACH)
  const first = behind.findIndex(isCounted)
  return first >= 0 && behind.slice(0, first).every(({ bullet, level }) => !bullet && level === 0)
}
