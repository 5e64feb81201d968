import { romanValue, wordsValue } from "../text/ordinals"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { markerValue } from "./agenda-lines"

export const COUNTED_TO_TWELVE =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
const THING = "(?:agenda item|item|topic|point|subject|matter|business|question|punkt|punto|top)"
const COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
/** Ways to count items in front of their titles, each with the count in its first group. */
const FORMS: readonly RegExp[] = [
  // "Item one: Roof".
  new RegExp(`^(?:agenda )?${THING} (${COUNT})\\s?[:.–—-]?\\s{1,4}(?=\\S)`, "iu"),
  // "First item: Roof".
  new RegExp(
    `^(${COUNTED_TO_TWELVE.replaceAll(" ", "|")}) ${THING}\\s?[:.–—-]\\s{1,4}(?=\\S)`,
    "iu",
  ),
  // "First: Roof", "SECOND. Roof".
  new RegExp(
    `^(${COUNTED_TO_TWELVE.replaceAll(" ", "|")})(?:ly)?\\s?[.:]\\s{1,4}(?=[\\p{Lu}\\d"“])`,
    "iu",
  ),
  // "① Roof", "1st. Ana reported".
  /^([①-⑳]|\d{1,2}(?:st|nd|rd|th)[.:])\s{0,4}(?=\S)/u,
  // "Zu TOP 1: Roof", "ad 1) Roof".
  new RegExp(
    `^(?:zu|ad|re|on|au|sur) (?:${THING} )?(\\d{1,2})\\s?[).:–—-]{1,2}\\s{1,4}(?=\\S)`,
    "iu",
  ),
  // "TOP 1 Roof", "No. 1 Roof", "#1 Roof".
  /^(?:TOP|Punkt|Pkt\.?|Nr\.?|No\.?|N[°º]|#)\s?(\d{1,2})[.:)]?\s{1,4}(?=[\p{Lu}"“])/u,
  // "01 Roof".
  /^(0\d|1\d)[.:)]?\s{1,4}(?=[\p{Lu}"“])/u,
  // "II - Roof", "II  Roof".
  /^([IVX]{1,5})(?:\s[–—-]\s|\s{2,6})(?=[\p{Lu}"“])/u,
]
/** So many that count on from the first that it is no accident. */
const LEAST = 3
const LONGEST = 160
/** "Ad 1." may stand in front of what was said on the item. */
const LONGEST_TEXT = 3000

type Counted = { line: Line; value: number; length: number }

/** Gives their numbers to lines whose count is written in words, in letters, or behind "TOP" and "No.". */
export function withCountedHeads(lines: readonly Line[]): Line[] {
  const numbered = new Map<Line, Counted>()
  for (const [index, form] of FORMS.entries()) {
    const found = lines.flatMap((line) => countOf(line, form, index) ?? [])
    if (found.length >= LEAST && countsOn(found))
      for (const each of found) if (!numbered.has(each.line)) numbered.set(each.line, each)
  }
  for (const found of countedByWord(lines))
    if (!numbered.has(found.line)) numbered.set(found.line, found)
  return lines.map((line) => {
    const found = numbered.get(line)
    if (!found) return line
    const words = trimRich(sliceRich(line.whole, found.length))
    return { ...line, marker: { text: String(found.value), form: "number" }, words }
  })
}

/** "Question 1: Who is at risk?", "## Session 2: Labels": headings with one word in front of the count. */
const BY_WORD = /^(\p{L}{3,12}) (\d{1,2}|[A-Z]|[IVX]{2,5})\s?[:.–—-]\s{1,4}(?=[\p{Lu}\d"“])/u
/** What is counted so without being an item of the agenda. */
const NO_ITEM =
  /^(?:annex|appendix|attachment|table|figure|document|paper|note|page|slide|option|proposal|motion|vote|recommendation|version|day|week|year|step|phase|room|group|team|action|task|decision|resolution)$/i

function countedByWord(lines: readonly Line[]): Counted[] {
  const groups = new Map<string, Counted[]>()
  for (const [index, line] of lines.entries()) {
    const { whole, marker, bullet, quote, level } = line
    const alone = line.gap && lines[index + 1]?.gap === true && !/[.!;,:]$/.test(whole.text)
    if (marker || bullet || quote || whole.text.length > LONGEST || !(level > 0 || alone)) continue
    const [all, word = "", count] = BY_WORD.exec(whole.text.slice(0, 40)) ?? []
    if (!all || NO_ITEM.test(word)) continue
    const key = word.toLowerCase()
    // "Session B: Labels" counts in letters, "Session II: Labels" in numerals.
    const last = groups.get(key)?.at(-1)?.value ?? 0
    const letter = {
      text: count ?? "",
      form: /^\d/.test(count ?? "") ? "number" : "letter",
    } as const
    const found = { line, value: markerValue(letter, last), length: all.length }
    groups.set(key, [...(groups.get(key) ?? []), found])
  }
  return [...groups.values()].filter((found) => found.length >= LEAST && countsOn(found)).flat()
}

function countOf(line: Line, form: RegExp, index: number): Counted | null {
  const { whole, bullet, quote } = line
  if (bullet || quote || whole.text.length > (index >= 2 && index <= 4 ? LONGEST_TEXT : LONGEST))
    return null
  const [all, said = ""] = form.exec(whole.text.slice(0, 40)) ?? []
  if (!all) return null
  const value =
    index === 0
      ? wordsValue(said)
      : index === 1 || index === 2
        ? COUNTED_TO_TWELVE.split(" ").indexOf(said.toLowerCase()) + 1
        : index === 7
          ? romanValue(said)
          : numberIn(said)
  return value ? { line, value, length: all.length } : null
}

/** "12" of "12" and "12th.", and of the number in a circle. */
export function numberIn(said: string): number {
  const circled = said.charCodeAt(0) - CIRCLED
  return circled > 0 ? circled : Number.parseInt(said, 10)
}
/** In front of the first number in a circle. */
const CIRCLED = 0x245f

/** Whether they run 1, 2, 3, perhaps once more from the start, or behind the agenda in another order. */
function countsOn(found: readonly Counted[]): boolean {
  let last = 0
  const anew = found.findIndex(({ value }) => {
    const fits = value === last + 1 || value === 1
    last = value
    return !fits
  })
  if (anew < 0) return true
  const first = found.findIndex(({ value }, at) => value !== at + 1)
  return first >= LEAST && found.slice(first).every(({ value }) => value <= first)
}
