import { contentWords, plainCase } from "@/lib/check/words"
import { startsOutcome } from "../decisions/outcome-labels"
import { officeLabel } from "../offices/office-label"
import { looksLikeName } from "../people/names"
import { PARTICLES } from "../people/vocabulary"
import { peopleHeading } from "../roll/people-heading"
import { turnOf } from "../speech/turns"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** What divides a title from the text that runs on behind it. */
const COLON = /^([\p{Lu}"“][^:;.!?]{2,60}?)\s?:\s+(?=[\p{Lu}\d"“])/u
const STOP = /^([\p{Lu}"“][^:;.!?]{2,60}?)\.\s+(?=[\p{Lu}\d"“])/u
/** "MILK PRICE. - The manager reported", "Store.– Two keys": nothing but a title stands so. */
const STOP_AND_DASH = /^([\p{Lu}"“][^:;.!?]{2,60}?)\.\s?[–—-]{1,2}\s{0,3}(?=[\p{Lu}\d"“])/u
const FORMS: readonly RegExp[] = [
  STOP_AND_DASH,
  COLON,
  STOP,
  /^([\p{Lu}"“][^:;.!?–—]{2,60}?)\s[–—-]{1,2}\s+(?=[\p{Lu}\d"“])/u,
]
/** So many of one form that it is how this report sets its headings. */
const LEAST = 3
const LEVEL = 3
const LEAST_COUNTED = 4
/** So many lines may an agenda stand in, and so long may its entries be. */
const FRONT = 80
const LONGEST_ENTRY = 100
/** A sentence is no title. */
const SAYS =
  /\b(?:was|were|is|are|has|have|had|will|be|been|said|asked|not|it|there|this|he|she|they|we|mr|mrs|ms|dr|prof)\b/iu
/** "Deshawn presented the accounts", "Soledad gave an account": somebody did something. */
const TOLD =
  /^\p{Lu}\S* (?:\p{Lu}\S* )?(?:\p{Ll}{2,}ed|gave|took|told|brought|spoke|thought|felt|led|read|sent|wrote|went|came|made|held|left|found|kept|put|saw|met|began) (?:the|an?|his|her|their|our|its|from|on|that|of|for|about|to)\b/u
/** Labels of a paragraph that are no titles. */
const LABELS =
  /^(?:actions?|decisions?|discussions?|resolved|agreed|notes?|n\.?b|background|conclusions?|outcomes?|results?|votes?|motions?|moved|seconded|next\b.*|date|dates|time|place|venue|where|when|who|what|why|how|present|chair|location|documents?|annex.*|attachments?|links?|recording|to|from|cc|subject|re|q|a|question|answer|signed|minutes|apologies|due|owner|deadline|status|summary|title|meeting|p\.?s|agenda|item|heure|lieu|fecha|hora|lugar|ort|datum|zeit|proposed|carried|closed|adjourned|end|start)$/iu

/** "ACT OF SESSION No. 114": the stop is that of a short word. */
const COUNTS = /\s(?:no|nr|n[uú]m|art)\.\s+$/iu

/** Labels that are titles where others are set like them: "Minutes. Those of May were approved." */
const AMONG_TITLES = /^(?:minutes|apologies|summary|agenda|closed|adjourned)$/i

type Front = { line: Line; title: string; length: number; isLabel: boolean }

/**
 * Sets titles that run in front of their paragraphs, "Roof: Ana reported that …", on lines of their
 * own, in a report that has no other headings.
 */
export function withRunInTitles(lines: readonly Line[]): Line[] {
  if (hasHeadings(lines)) return [...lines]
  const told = wordsOfLists(lines)
  const alone = new Set(
    lines.map(({ words: { text } }) => text.slice(0, LONGEST_ENTRY).toLowerCase()),
  )
  for (const form of [...FORMS, null]) {
    const all = lines.flatMap((line) => frontOf(line, form, alone) ?? [])
    const fronts = all.filter(({ isLabel }) => !isLabel)
    const titles = new Set(fronts.map(({ title }) => plainCase(title)))
    const long = fronts.filter(({ line, length }) => line.words.text.length - length >= 20)
    const clear =
      fronts.length < LEAST ? 0 : fronts.filter(({ title }) => isClear(title) || told(title)).length
    // What comes again and again is a label, or somebody who speaks.
    if (
      fronts.length < LEAST ||
      long.length < LEAST - 1 ||
      titles.size < fronts.length ||
      (clear * 2 < fronts.length && form !== STOP_AND_DASH && !countOn(fronts))
    )
      continue
    const within = all.slice(
      all.indexOf(fronts[0] as Front),
      all.indexOf(fronts.at(-1) as Front) + 1,
    )
    const taken = new Map(within.map((front) => [front.line, front]))
    const numbers = new Set(fronts.map(({ line }) => line.marker?.text))
    return lines.flatMap((line) => {
      const front = taken.get(line)
      // "2) Matters arising:" among them, with its text below.
      return front ? parted(line, front) : (between(line, numbers, form) ?? [line])
    })
  }
  return [...lines]
}

/** "1) Newsletter: held over", "2) AOB: none": counted so, no title needs to show that it is nobody's name. */
function countOn(fronts: readonly Front[]): boolean {
  if (fronts.length < LEAST_COUNTED) return false
  let last = 0
  const rising = fronts.every(({ line: { marker } }) => {
    const value = marker?.form === "number" ? Number(marker.text) : 0
    const fits = value === last + 1 || (value === last + 2 && last > 0)
    last = value
    return fits
  })
  const names = fronts.filter(({ title }) => title.includes(" ") && looksLikeName(title)).length
  return rising && names * 2 < fronts.length
}

/** "Presentation: the new act. Ana explained it": between its neighbours a title may have a colon. */
const LOOSE = /^([\p{Lu}"“][^.;!?]{2,80}?)\.\s+(?=[\p{Lu}\d"“])/u

/** A number that is missing among the others, in front of a title alone, with or without its full stop, or of its text. */
function between(
  line: Line,
  numbers: ReadonlySet<string | undefined>,
  form: RegExp | null,
): Line[] | null {
  const { marker, gap, bullet, level, words } = line
  if (marker?.form !== "number" || !gap || bullet || level > 0 || numbers.has(marker.text))
    return null
  const [before, after] = [Number(marker.text) - 1, Number(marker.text) + 1]
  if (!numbers.has(String(before)) || !numbers.has(String(after))) return null
  const { text } = words
  const [all, title = ""] = (form === STOP && LOOSE.exec(text.slice(0, 100))) || []
  if (all && !SAYS.test(title)) return parted(line, { title, length: all.length })
  if (text.length > 60 || /[!?;,]$|[:.]\s/.test(text) || (text.endsWith(".") && SAYS.test(text)))
    return null
  const end = text.endsWith(".") ? text.length - 1 : text.length
  return [{ ...line, level: LEVEL, words: sliceRich(words, 0, end) }]
}

/** Whether a report sets headings in another way: marked, numbered or alone above their text. */
function hasHeadings(lines: readonly Line[]): boolean {
  const marked = lines.filter(({ level }) => level > 0).length
  const alone = lines.filter(
    ({ gap, marker, bullet, whole: { text } }, index) =>
      gap &&
      (lines[index + 1]?.gap === true || marker !== null) &&
      !bullet &&
      index > 4 &&
      text.length <= 60 &&
      !/[.!?,;:]$|:\s/.test(text),
  ).length
  const agenda = lines.some(({ words: { text } }) => /^(?:the |draft )?agenda\W*$/i.test(text))
  return marked > 1 || alone >= LEAST || agenda
}

/**
 * The title in front of a paragraph, with where the text behind it begins; null for any other line. `alone`: what
 * stands on lines of its own, as the titles of an agenda do: what comes again is one, whatever its words.
 */
function frontOf(line: Line, form: RegExp | null, alone: ReadonlySet<string>): Front | null {
  const { gap, bullet, quote, level, ticked, front } = line
  if (!gap || bullet || quote || level > 0 || ticked !== null || front) return null
  const match = form ? form.exec(line.words.text.slice(0, 100)) : boldFront(line.words)
  const title = match?.[1]?.trim() ?? ""
  if (!match || COUNTS.test(match[0])) return null
  const isLong = title.split(/\s+/).length > 8 || SAYS.test(title) || TOLD.test(title)
  if (isLong && !alone.has(title.toLowerCase())) return null
  if (startsOutcome(line.words.text) || turnOf(line.words.text, "titled")) return null
  // "3. Minutes. Those of the last meeting …": between a number and a full stop such a word is a title.
  const labelled = form !== STOP || line.marker?.form !== "number"
  const isLabel = labelled && (LABELS.test(title) || officeLabel(`${title}: x`) !== null)
  if (isLabel && !((form === STOP || form === STOP_AND_DASH) && AMONG_TITLES.test(title)))
    return null
  const listed = form === COLON && peopleHeading(`${title}: x`) !== null
  return listed ? null : { line, title, length: match[0].length, isLabel }
}

/** "**Roof** Ana reported …": the emphasis alone tells where the title ends. */
function boldFront({ text, marks }: Rich): RegExpExecArray | null {
  const bold = marks.find(({ kind, from, to }) => kind === "bold" && from === 0 && to <= 60)
  if (!bold || !/^\s+[\p{Lu}\d"“]/u.test(text.slice(bold.to, bold.to + 4))) return null
  return /^([^:;.!?]{3,60})\s+/u.exec(`${text.slice(0, bold.to)} `)
}

/** A small word that no name has in it, or capitals throughout: nobody is called so. */
function isClear(title: string): boolean {
  const words = title.split(/\s+/)
  if (words.length > 1 && !/\p{Ll}/u.test(title)) return true
  return words.some((word) => /^\p{Ll}{2,}/u.test(word) && !PARTICLES.has(word))
}

/** "BELLS" is a title where "the petition about the bells" stands in a list in front of everything. */
function wordsOfLists(lines: readonly Line[]): (title: string) => boolean {
  const known = new Set(
    lines
      .slice(0, FRONT)
      .filter(({ bullet, marker }) => bullet || marker)
      .flatMap(({ words: { text } }) => contentWords(text.slice(0, LONGEST_ENTRY))),
  )
  return (title) => !/\p{Ll}/u.test(title) && contentWords(title).some((word) => known.has(word))
}

/** The title as a heading, and the paragraph below it. */
function parted(line: Line, { title, length }: Pick<Front, "title" | "length">): Line[] {
  const words = trimRich(sliceRich(line.words, 0, title.length))
  const heading = { ...line, words, whole: words, level: LEVEL }
  const base = { n: line.n, from: line.from, to: line.to, indent: line.indent, breaks: line.breaks }
  return [heading, shapeOf({ ...base, gap: true }, trimRich(sliceRich(line.words, length)))]
}
