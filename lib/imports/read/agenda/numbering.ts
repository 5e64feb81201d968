import { squeezed } from "@/lib/check/words"
import type { Line, Marker } from "../text/shape"
import { titleKeyOf } from "./agenda-lines"

/** So many lines further down the next number is looked for. */
const REACH = 80

/** Whether the numbering that begins here begins once more further down with the same words. */
export function returnsLater(lines: readonly Line[], index: number): boolean {
  const start = lines[index]
  const key = start ? titleOf(start) : ""
  if (!start || key === "") return false
  return lines.slice(index + 2).some((line) => {
    if (line.words.text.length > 400) return false
    const words = squeezed(line.words.text)
    const marked = line.marker?.text === start.marker?.text || line.level > 0
    return marked ? words.startsWith(key) : words === key
  })
}

/** Whether a numbered heading goes on from the meeting before: "22/31" and then "22/32", 41 and 42. */
export function countsOn(lines: readonly Line[], index: number): boolean {
  const marker = lines[index]?.marker
  const [, front = "", count = ""] = /^(\d{1,4}\.)?(\d{1,4})$/.exec(marker?.text ?? "") ?? []
  if (!marker || !lines[index]?.gap || count.length + front.length < 2) return false
  // "21.01" and then "21.02": a count that is filled up with noughts goes on so.
  const next = `${front}${String(Number(count) + 1).padStart(count.length, "0")}`
  const behind = lines.slice(index + 1, index + REACH)
  const after = behind.findIndex((line) => line.marker?.text === next)
  // "84. Interests" right below the bullets of "83. Apologies": what stands between shows that both are headings.
  const said = behind.slice(0, Math.max(after, 0)).some(({ bullet }) => bullet)
  return after >= 0 && (behind[after]?.gap === true || said)
}

/** The first number of a count, or one that goes on from the meeting before. */
export function beginsCount(lines: readonly Line[], index: number): boolean {
  const marker = lines[index]?.marker
  if (!marker) return false
  return /^(?:0|1|1\.1|[aAiI])$/.test(marker.text) || countsOn(lines, index) || isCode(lines, index)
}

const CODE = /^[A-Z]\.\d/
/** So many codes that they are how the sections of a report are called. */
const LEAST_CODES = 3

/** "A.5.2 Open actions" alone, in front of "B.11 Letters": the chapters of some register. */
function isCode(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line?.gap || !CODE.test(line.marker?.text ?? "")) return false
  const codes = lines
    .slice(index, index + REACH)
    .filter(({ marker, gap }) => gap && CODE.test(marker?.text ?? ""))
  return codes.length >= LEAST_CODES
}

/** The title that a line may be, as it compares; "" for one too long. */
export function titleOf(line: Line): string {
  return line.words.text.length <= 300 ? titleKeyOf(line.words.text) : ""
}

/** "1." or "I." behind "4.": the numbering of something else. */
export function startsAnew(before: Marker, marker: Marker): boolean {
  if (/^(?:1|1\.1|[aAiI])$/.test(marker.text)) return !/^(?:[aAiI])$/.test(before.text)
  return before.form !== marker.form
}
