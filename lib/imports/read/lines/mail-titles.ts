import { isTitleOfReport } from "../likelihood"
import type { Line } from "../text/shape"
import { findDays } from "../times/calendar"

const MEETS = /\b(?:\d{1,3}(?:st|nd|rd|th)|regular|monthly) (?:meeting|session|sitting|call)\b/i

/** Behind the greeting of a mail its minutes begin with a title of their own. */
export function titlesMail(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || line.level === 0 || line.marker) return false
  if (isDayOfMeeting(line)) return true
  // The title, and the day beside it or on a line of its own.
  const front = lines
    .slice(index, index + 3)
    .map(({ level, words: { text } }) => (level > 0 || isNoText(text) ? text.slice(0, 200) : ""))
  if (ON_EARLIER.test(line.words.text.slice(0, 200))) return false
  const titles = front.filter((text) => isTitleOfReport(text) || MEETS.test(text))
  return titles.length > 0 && front.some((text) => /\b(?:19|20)\d\d\b/.test(text))
}

/** "Approval of the previous meeting's minutes" is what this meeting did. */
const ON_EARLIER = /\b(?:approv|adopt|review|accept|confirm|previous|last|past|prior)/i
const isNoText = (text: string) => text.length <= 120 && !/[!?:;]$|\p{L}{3}\.$/u.test(text)

/** "## 2024-05-14 (recording)" in front of everything: the meeting itself, where a page holds many. */
function isDayOfMeeting({ words: { text } }: Line): boolean {
  if (text.length > 80) return false
  const [day] = findDays(text)
  return day !== undefined && day.year !== null && day.from <= 12
}
