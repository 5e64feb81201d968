import { announcesAgenda } from "../lines/landmarks"
import { looksLikeName } from "../people/names"
import { isTask } from "../spine/printed"
import { romanValue } from "../text/ordinals"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { SAYS } from "./titles-in-front"

/** What divides a title from the text behind it: "I. Call to order - Monique called …", "X. Session: Personnel." */
const FORMS: readonly RegExp[] = [
  /^(\p{Lu}[^:;.!?]{2,60}?)\s[–—-](?:\s+(?=\S)|$)/u,
  /^(\p{Lu}[^:;.!?]{2,60}?)\s?:(?:\s+(?=[\p{Lu}\d"“])|$)/u,
]
/** So many that count on that it is how this report goes through its items. */
const LEAST = 4
const LEVEL = 3
const LONGEST = 80
const MOST_WORDS = 9

/**
 * Sets the titles of lines that count on through a report on lines of their own, whether text runs on
 * behind each or only behind some: "III. Minutes - Ana moved …" beside "IV. Old business".
 */
export function withCountedTitles(lines: readonly Line[]): Line[] {
  const spine = spineOf(lines)
  if (spine.length < LEAST) return [...lines]
  if (lines.some(({ level, words: { text } }) => level > 0 || announcesAgenda(text)))
    return [...lines]
  // "7. Draft policy 2: Contacts of small networks" above its text is a title as a whole.
  const counted = new Set(spine)
  const whole = new Set(
    lines.filter((line, at) => counted.has(line) && isBare(line) && lines[at + 1]?.marker === null),
  )
  const form = FORMS.find((each) => isSetSo(spine, each, whole))
  if (!form) return [...lines]
  const levels = new Map(spine.map((line) => [line, LEVEL]))
  for (const letters of lettersBelow(lines, levels))
    if (letters.length > 1 && letters.every((line) => titleOf(line, form)))
      for (const line of letters) levels.set(line, LEVEL + 1)
  return lines.flatMap((line) => {
    const level = levels.get(line)
    if (!level) return [line]
    return whole.has(line) ? [{ ...line, level }] : parted(line, form, level)
  })
}

/** The lines whose numbers or Roman numerals count on from the first, as far in as the first of them. */
function spineOf(lines: readonly Line[]): Line[] {
  const numbers: Line[] = []
  const numerals: Line[] = []
  for (const line of lines) {
    const { marker, bullet, quote, indent } = line
    if (!marker || bullet || quote || !/^(?:number|letter)$/.test(marker.form)) continue
    const counted = marker.form === "number" ? numbers : numerals
    const isNext =
      marker.form === "number"
        ? Number(marker.text) === numbers.length + 1
        : /^[IVXL]+$/.test(marker.text) && romanValue(marker.text) === numerals.length + 1
    if (isNext && indent === (counted[0]?.indent ?? indent)) counted.push(line)
  }
  return numbers.length > numerals.length ? numbers : numerals
}

/** Whether each is a title or has one in front of its text, and at least one has. */
function isSetSo(spine: readonly Line[], form: RegExp, whole: ReadonlySet<Line>): boolean {
  const run = new Set(spine.filter((line) => !whole.has(line) && titleOf(line, form)))
  // "1. Ana Lind: I have seen them.": turns that are counted.
  const names = spine.filter((line) => run.has(line) && isNamed(line, form)).length
  return (
    run.size > 0 && names * 2 < run.size && spine.every((line) => run.has(line) || isBare(line))
  )
}

/** The title in front of a text, and how long it is with what divides the two. */
function titleOf(
  { words: { text } }: Line,
  form: RegExp,
): { title: number; length: number } | null {
  const [all = "", title = ""] = form.exec(text.slice(0, LONGEST)) ?? []
  if (title === "" || title.split(/\s+/).length > MOST_WORDS || SAYS.test(title)) return null
  return { title: title.length, length: all.length }
}

function isNamed(line: Line, form: RegExp): boolean {
  const title = line.words.text.slice(0, titleOf(line, form)?.title ?? 0)
  return (title.includes(" ") && looksLikeName(title)) || isTask(title)
}

function isBare({ gap, words: { text } }: Line): boolean {
  if (!gap || text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return false
  return /^[\p{Lu}\d"“]/u.test(text) && !/[.!?;,:]$/.test(text)
}

/** "A. Lamps - Ben explained …" below such a line: the letters behind each, as far as they count from the first. */
function lettersBelow(lines: readonly Line[], spine: ReadonlyMap<Line, number>): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    if (spine.has(line)) groups.push([])
    const own = groups.at(-1)
    const letter = line.marker?.form === "letter" && !line.bullet ? line.marker.text : ""
    if (own && letter.toLowerCase() === String.fromCharCode(97 + own.length) && !spine.has(line))
      own.push(line)
  }
  return groups
}

function parted(line: Line, form: RegExp, level: number): Line[] {
  const found = titleOf(line, form)
  if (!found) return [{ ...line, level }]
  const words = trimRich(sliceRich(line.words, 0, found.title))
  const rest = trimRich(sliceRich(line.words, found.length))
  const { n, from, to, indent, breaks } = line
  const head = { ...line, words, whole: words, level }
  return rest.text === ""
    ? [head]
    : [head, shapeOf({ n, from, to, indent, breaks, gap: true }, rest)]
}
