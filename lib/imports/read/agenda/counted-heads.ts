import { romanValue, wordsValue } from "../text/ordinals"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"

const THING = "(?:agenda item|item|topic|point|subject|matter|business|question|punkt|punto|top)"
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
const COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
/** Ways to count items in front of their titles, each with the count in its first group. */
const FORMS: readonly RegExp[] = [
  // "Item one: Roof".
  new RegExp(`^(?:agenda )?${THING} (${COUNT})\\s?[:.–—-]?\\s{1,4}(?=\\S)`, "iu"),
  // "First item: Roof".
  new RegExp(`^(${ORDINALS.replaceAll(" ", "|")}) ${THING}\\s?[:.–—-]\\s{1,4}(?=\\S)`, "iu"),
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
  return lines.map((line) => {
    const found = numbered.get(line)
    if (!found) return line
    const words = trimRich(sliceRich(line.whole, found.length))
    return { ...line, marker: { text: String(found.value), form: "number" }, words }
  })
}

function countOf(line: Line, form: RegExp, index: number): Counted | null {
  const { whole, bullet, quote } = line
  if (bullet || quote || whole.text.length > (index === 2 ? LONGEST_TEXT : LONGEST)) return null
  const [all, said = ""] = form.exec(whole.text.slice(0, 40)) ?? []
  if (!all) return null
  const value =
    index === 0
      ? wordsValue(said)
      : index === 1
        ? ORDINALS.split(" ").indexOf(said.toLowerCase()) + 1
        : index === 5
          ? romanValue(said)
          : Number(said)
  return value ? { line, value, length: all.length } : null
}

/** Whether they run 1, 2, 3, perhaps once more from the start. */
function countsOn(found: readonly Counted[]): boolean {
  let last = 0
  return found.every(({ value }) => {
    const fits = value === last + 1 || value === 1
    last = value
    return fits
  })
}
