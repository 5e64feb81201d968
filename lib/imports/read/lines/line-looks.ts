import { romanValue } from "../text/ordinals"
import type { Line, Marker } from "../text/shape"
import { isRow } from "../text/table"

/** A heading in capitals right above its text is no line of the title. */
export function isInCapitals(line: Line, next: Line | undefined): boolean {
  if (line.whole !== line.words || /\p{Ll}/u.test(line.words.text)) return false
  return next !== undefined && !next.gap && next.level === 0
}

/** Whether a line of the front is prose, rather than a part of the title or a label. */
export function isSentence(line: Line, text: string): boolean {
  if (line.level > 0 || /^[\p{L} /-]{3,30}:\s/u.test(text.slice(0, 40))) return false
  if (text.length >= 160) return true
  // "We met and talked." is a sentence, "7 October 2021 at 1 p.m." the end of a title.
  if (text.length < 40) return /\p{Ll}{2}[.!]$/u.test(text) && text.split(/\s+/).length >= 4
  return /[.!?:]["”)]?$/.test(text) || /\b(?:was|were|took place|met on)\b/.test(text)
}

/** Whether a number or a Roman numeral comes right after another. */
export function isNext(before: Marker, marker: Marker): boolean {
  if (before.form !== marker.form) return false
  if (marker.form === "number") return Number(before.text) + 1 === Number(marker.text)
  if (marker.form === "dotted") {
    const [front, count] = [/^(.*\.)(\d+)$/.exec(before.text), /^(.*\.)(\d+)$/.exec(marker.text)]
    return front?.[1] === count?.[1] && Number(front?.[2]) + 1 === Number(count?.[2])
  }
  const [last, here] = [romanValue(before.text), romanValue(marker.text)]
  return marker.form === "letter" && last !== null && here === last + 1
}

/** Whether a line is an entry of some list or table. */
export function isListed(line: Line): boolean {
  return line.bullet || line.marker !== null || line.ticked !== null || isRow(line.whole.text)
}

/** "Agenda as adopted" below "Agenda as sent": the later one was gone through. */
export const isSettledAgenda = ({ words }: Line) =>
  /^[^:]{0,40}\b(?:adopted|amended|approved|revised|agreed|accepted)\b/i.test(words.text)
