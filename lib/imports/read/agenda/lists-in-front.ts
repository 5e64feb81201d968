import { contentWords } from "@/lib/check/words"
import { looksLikeName } from "../people/names"
import { isWrapped } from "../text/paragraph"
import type { Line } from "../text/shape"
import { markerValue } from "./agenda-lines"
import { isBareHeading } from "./bare-headings"

/** So many entries that it is the order of a meeting, and no pair of remarks. */
const LEAST = 3
const MOST = 60
const LONGEST = 100
/** So far from the top such a list may begin. */
const TOP = 80
/** So many letters of a word tell it: "Outage" comes again as "OUTAGES". */
const STEM = 5

/** Any short line above a list whose entries are what the text below goes through. */
export function headsAgendaList(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || line.marker || line.bullet || line.words.text.length > 60) return false
  // "The agenda was adopted as follows:" is a decision.
  return (
    !/[.!?;,]$|\b(?:was|were)\b/.test(line.words.text.replace(/^what was\b/i, "")) &&
    isAgendaList(lines, index + 1)
  )
}

/** Whether the list that begins here is the agenda: its titles come again, or its count does. */
export function isAgendaList(lines: readonly Line[], index: number): boolean {
  if (index > TOP) return false
  const list = titlesFrom(lines, index)
  const [first] = list
  if (!first) return false
  const top = list.filter(({ indent }) => indent < first.indent + 2)
  const below = lines.slice(lines.indexOf(list.at(-1) as Line, index) + 1)
  return (first.marker !== null && beginsAnew(below)) || comesAgain(top, below)
}

/**
 * The entries of a list of short titles that counts from the first, or has bullets; none where they
 * are people, or what was said.
 */
export function titlesFrom(lines: readonly Line[], index: number): Line[] {
  const first = lines[index]
  if (!first || !(first.marker || first.bullet) || first.level > 0) return []
  const list = listFrom(lines, index)
  const entries = list.filter(({ marker, bullet }) => marker || bullet)
  const top = entries.filter(({ indent }) => indent < first.indent + 2)
  if (top.length < LEAST || lines[index + list.length]?.gap === false) return []
  const others = entries.filter(({ words: { text } }) => isNamed(text) || SAYS.test(text))
  // "a) the survey," and "d) who speaks in Windhoek.": the list is a sentence that goes through its entries.
  const enumerated =
    list.length > 1 && top.slice(0, -1).every(({ words }) => /[;,]$/.test(words.text))
  const checked = enumerated ? entries.slice(0, -1) : entries
  if (!checked.every(isTitle) || others.length * 2 >= entries.length) return []
  return first.marker && !counts(top) ? [] : entries
}

/** "Ana: write the letter", "Date: 2021-03-23", "The gate was mended": here and there such words are a title's. */
const SAYS = /:\s\p{L}|^\p{L}[\p{L} ]{1,20}:\s\d|\b(?:was|were|will|has|have|said|asked)\b/u

/** The entries and the wrapped rests of them, up to the next empty line. */
function listFrom(lines: readonly Line[], index: number): Line[] {
  const list: Line[] = []
  for (const line of lines.slice(index, index + MOST)) {
    const before = list.at(-1)
    const listed = line.marker !== null || line.bullet
    const goesOn =
      before &&
      (isWrapped(before, line) ||
        (line.indent > (lines[index]?.indent ?? 0) && /^\p{Ll}/u.test(line.words.text)))
    if (before && (line.gap || line.level > 0 || (!listed && !goesOn))) break
    list.push(line)
  }
  return list
}

function isTitle({ words: { text }, task, outcome, quote }: Line): boolean {
  return (
    !(task || outcome || quote) &&
    text.length <= LONGEST &&
    /\p{L}{3}|\p{Lu}\.\p{Lu}\./u.test(text) &&
    !/\p{L}{3}[.!]$|^\||@|https?:/u.test(text)
  )
}

const isNamed = (text: string) => {
  const [front = ""] = text.split(/\s?[,(–—]|\s-\s|\s{2}/, 1)
  return front.includes(" ") && looksLikeName(front)
}

function counts(top: readonly Line[]): boolean {
  let last = 0
  return top.every(({ marker }) => {
    const value = marker ? markerValue(marker, last) : 0
    const fits = value === last + 1
    last = value
    return fits
  })
}

/** "ON PROPOSAL 1": the first number behind what the entries are called. */
const FIRST = /^(?:\p{L}{2,14} ){1,3}(?:1|I|A)\.?$/u

/** The first number once more, in front of a paragraph or a title that stands alone. */
function beginsAnew(below: readonly Line[]): boolean {
  return below.some(
    ({ gap, bullet, marker, level, words }, at) =>
      (level > 0 && FIRST.test(words.text.slice(0, 50))) ||
      (gap &&
        !bullet &&
        marker !== null &&
        /^(?:1|1\.1|[aAI])$/.test(marker.text) &&
        // Right behind the titles a second list is what was said on each.
        (at === 0 || below[at + 1]?.marker?.text !== "2" || below[at + 1]?.gap === true)),
  )
}

/** Whether most of the headings below have a word of one of the titles. */
function comesAgain(top: readonly Line[], below: readonly Line[]): boolean {
  const known = new Set(top.flatMap(({ words }) => stemsOf(words.text)))
  const heads = below.filter(
    (line, at) =>
      line.words.text.length <= LONGEST && (line.level > 0 || isBareHeading(line, below[at + 1])),
  )
  const found = heads.filter(({ words }) => stemsOf(words.text).some((stem) => known.has(stem)))
  return found.length >= LEAST && found.length * 2 >= Math.min(heads.length, top.length)
}

const stemsOf = (text: string) =>
  contentWords(text).flatMap((word) => (word.length >= 3 ? [word.slice(0, STEM)] : []))
