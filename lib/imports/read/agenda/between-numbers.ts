import { coverageOf } from "../coverage/coverage-words"
import { type Rich, sliceRich } from "../text/rich"
import type { Line } from "../text/shape"
import { isBareHeading } from "./bare-headings"
import { SAYS } from "./titles-in-front"

/** So many headings that count on that one between them is a heading as well. */
const LEAST = 4
const LONGEST = 80

/**
 * The numbered headings with those between them that have nothing below: "3. PLEDGE OF ALLEGIANCE" right
 * above "4. APPROVAL OF AGENDA", which stands above text.
 */
export function withMissingNumbers(lines: readonly Line[], heads: readonly Line[]): Line[] {
  const top = heads.filter(({ marker, level }) => marker?.form === "number" && level === 0)
  const [first] = top
  if (!first || top.length < LEAST) return [...heads]
  const values = new Set(top.map(({ marker }) => Number(marker?.text)))
  const last = Math.max(...values)
  const capitals = top.every(isInCapitals)
  const known = new Set(heads.map(({ n }) => n))
  const found = lines.flatMap((line) => {
    const { marker, bullet, indent, level, n, words } = line
    if (marker?.form !== "number" || bullet || level > 0 || indent !== first.indent || known.has(n))
      return []
    const value = Number(marker.text)
    const title = value === last + 1 || !isTitle(line) ? answered(line) : words
    const next = value === last + 1 && title !== null
    if (!title || values.has(value) || value < 1 || (value > last && !next)) return []
    if (capitals && /\p{Ll}/u.test(title.text)) return []
    values.add(value)
    return [{ ...line, words: title }]
  })
  const own = withoutStrays(lines, heads, first.indent)
  if (found.length === 0 || found.length > top.length) return own
  return [...own, ...found].sort((a, b) => a.n - b.n)
}

const isTitle = ({ words: { text } }: Line) =>
  text.length <= (/\p{Ll}/u.test(text) ? LONGEST : 240) && !/[.!?;,:]$/.test(text)

/** The title of "8. Tuition waivers - postponed to the next meeting." */
function answered({ words }: Line): Rich | null {
  const [, title = "", said = ""] = ANSWERED.exec(words.text.slice(0, 160)) ?? []
  if (title === "" || words.text.length > 120 || SAYS.test(title)) return null
  return /^no/.test(coverageOf(said) ?? "") ? sliceRich(words, 0, title.length) : null
}
const ANSWERED = /^(\p{Lu}[^:;.!?–—]{2,60}?)\s?(?::|\s[–—-]{1,2})\s{1,4}(\S.{0,70})$/u

/** The headings without the numbers further in, most of whose neighbours tell something: no item has those. */
function withoutStrays(lines: readonly Line[], heads: readonly Line[], outer: number): Line[] {
  const known = new Set(heads.map(({ n }) => n))
  const strays = new Set<number>()
  let own: Line[] = []
  const close = () => {
    const headed = own.filter(({ n }) => known.has(n))
    if (headed.length * 2 < own.length) for (const { n } of headed) strays.add(n)
    own = []
  }
  for (const line of lines) {
    if (line.marker?.form !== "number" || line.bullet || line.level > 0) continue
    if (line.indent < outer + 2) close()
    else own.push(line)
  }
  close()
  return heads.filter(({ n }) => !strays.has(n))
}

const isInCapitals = ({ words: { text } }: Line) => !/\p{Ll}/u.test(text)

/** How a report begins in front of its first number. */
const OPENS = /^(?:introductions?|opening|welcome|call to order|preliminar(?:y|ies))\b/i

/** "Introduction" above text of its own, in front of "1. Guidelines". */
export function withOpening(lines: readonly Line[], heads: readonly Line[]): Line[] {
  const [first] = heads
  if (first?.marker?.text !== "1" || heads.length < LEAST) return [...heads]
  const before = lines.slice(
    0,
    Math.max(
      lines.findIndex(({ n }) => n === first.n),
      0,
    ),
  )
  const opening = before.find(
    (line, index) => OPENS.test(line.words.text) && isBareHeading(line, before[index + 1]),
  )
  return opening
    ? [
        {
          ...opening,
          marker: { text: "0", form: "number" },
          indent: first.indent,
          level: first.level,
        },
        ...heads,
      ]
    : [...heads]
}
