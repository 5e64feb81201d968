import { announcesAgenda } from "../lines/landmarks"
import { joinRich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { countedStarts, type EntryStart, entryStarts } from "./inline-entries"

const LEAD = /^(\p{L}[\p{L}'’ /]{3,40}?)\s?(?::|\s[–—-])\s+(?=\S)/u
/** What is called so above a list of its own may be anything, but is the agenda in front of titles. */
const BUSINESS =
  /^(?:(?:items? of |the |our |to-?day['’]s )?business|topics|programme|items|points|subjects|announced|planned|(?:up )?for discussion|to discuss|on the (?:table|list|agenda))$/i
/** "The agenda had five points: ", "On the agenda were: ", "We had meant to talk about: " */
const SENTENCE =
  /^[\p{L}'’ ,]{0,60}\b(?:agenda|programme|(?:items|points|topics|matters) (?:to|for|of|on|were)|(?:talk|speak) about|discuss|order of (?:business|the day))\b[\p{L}'’ ]{0,40}:\s+(?=\S)/iu

/** How long "Agenda: " or "Ordre du jour : " in front of the entries is, 0 for another label. */
function leadOf(text: string): number {
  const [all, label = ""] = LEAD.exec(text.slice(0, 48)) ?? []
  if (all && (BUSINESS.test(label) || announcesAgenda(label))) return all.length
  return SENTENCE.exec(text.slice(0, 120))?.[0].length ?? 0
}

/** Whether a line is "Announced:" alone, whose entries stand on lines of their own or were put there. */
export const leadsToEntries = (text: string) => text.endsWith(":") && leadOf(`${text} -`) > 0

/** So many labels in a sentence that comes again in front of lines are the agenda, whatever leads to them. */
const LEAST = 2
const LEAST_AGAIN = 3
const LONGEST_ENTRY = 110
/** So far from the top it may stand. */
const TOP = 60
const LONGEST = 2_000
/** So many lines at most are put together, of which one that is full is at least so long. */
const MOST_LINES = 20
const WRAPPED = 55

/** Takes an agenda on one line apart: "Agenda: (1) Welcome, (2) Sensors" or "Agenda: Welcome; Sensors". */
export function withInlineAgenda(lines: readonly Line[]): Line[] {
  return unwrapped(lines).flatMap((line, index, all) => {
    const text = line.whole.text
    if (line.bullet || line.quote || line.level > 0 || text.length > LONGEST) return [line]
    const lead = line.marker ? 0 : leadOf(text)
    const starts =
      lead > 0 ? opened(entryStarts(text, lead), text, all[index + 1]) : again(text, all, index)
    const [first] = starts
    if (!first) return [line]
    const ends = starts.map((_, at) => starts[at + 1]?.from ?? text.length)
    const entries = starts.map((start, at) => entryOf(line, start, ends[at] ?? text.length))
    return first.from === 0 ? entries : [partOf(line, 0, first.from), ...entries]
  })
}

/** More than one entry, or the first alone where the second begins the next line: "Agenda: A) Buoys" above "B) Oysters". */
function opened(
  starts: readonly EntryStart[],
  text: string,
  next: Line | undefined,
): readonly EntryStart[] {
  if (starts.length >= LEAST || !next?.marker || next.gap)
    return starts.length >= LEAST ? starts : []
  const lead = leadOf(text)
  const both = countedStarts(`${text.slice(lead)} ${next.whole.text}`, 0)
  return both.length === LEAST ? both.slice(0, 1).map((start) => ({ ...start, from: lead })) : []
}

/** The entries of a sentence that says nothing of an agenda, where its labels stand in front of lines below. */
function again(text: string, lines: readonly Line[], index: number): readonly EntryStart[] {
  if (index > TOP || !/[1aAI]/.test(text)) return []
  const colon = text.indexOf(": ")
  const leads = [0, ...(colon > 0 && colon < 120 ? [colon + 2] : [])]
  for (const lead of leads) {
    const starts = countedStarts(text, lead)
    const ends = starts.map((_, at) => starts[at + 1]?.from ?? text.length)
    const short = starts.every(({ from }, at) => (ends[at] ?? from) - from <= LONGEST_ENTRY)
    if (starts.length < LEAST_AGAIN || !short) continue
    const below = new Set(
      lines.slice(index + 1).flatMap(({ whole }) => labelIn(whole.text.slice(0, 40)) ?? []),
    )
    if (starts.every(({ marker }) => below.has(marker?.text ?? ""))) return starts
  }
  return []
}

const labelIn = (text: string) =>
  /^(?:\p{L}{1,12}\s){0,2}[[(]?(\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})(?:[\])]|[.:,]|\s[–—-]\s)/u.exec(
    text,
  )?.[1]

/** Puts the lines of one such agenda together, as long as each breaks off within an entry or between two. */
function unwrapped(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  let own: Line[] = []
  const close = () => {
    const [first] = own
    const last = own.at(-1)
    if (first && last && own.length > 1) {
      const { n, indent, gap, breaks, from } = first
      const rich = joinRich(own.map(({ whole }) => whole))
      joined.push(shapeOf({ n, from, to: last.to, indent, gap, breaks }, rich))
    } else joined.push(...own)
    own = []
  }
  for (const line of lines) {
    if (!carriesOn(own, line)) close()
    const leads = own.length > 0 || (!line.marker && !line.bullet && leadOf(line.whole.text) > 0)
    if (leads) own.push(line)
    else joined.push(line)
  }
  close()
  return joined
}

function carriesOn(own: readonly Line[], line: Line): boolean {
  const [first] = own
  const before = own.at(-1)?.whole.text ?? ""
  const text = line.whole.text
  if (!first || line.gap || line.bullet || line.level > 0 || own.length > MOST_LINES) return false
  if (/^[\p{L} -]{2,30}:\s/u.test(text) || text.startsWith("|")) return false
  const listed = own.some(({ whole }) => /[;·•|]|(?:[,)]\s*|\s{2})\(?\d/.test(whole.text))
  return listed && (/[;,·•|]$/.test(before) || (before.length >= WRAPPED && !/[.!?]$/.test(before)))
}

/** What follows the entries in their own sentence: "… 5. A.O.B. – such was the agenda." */
const BEHIND = /\s[–—-]{1,2}\s[^–—]{0,40}\bagenda\b[^–—]{0,30}$/iu

/** Characters at the end of an entry that may be no part of it. */
const REACH_BEHIND = 120

/** An entry with its label, without the sign that ends it. */
function entryOf(line: Line, { from, marker, length }: EntryStart, to: number): Line {
  const written = line.whole.text.slice(0, to)
  const last = Math.max(0, written.length - REACH_BEHIND)
  const text =
    written.slice(0, last) +
    written
      .slice(last)
      .replace(BEHIND, "")
      .replace(/[\s,;·•|]+$/, "")
  // The full stop behind an entry ends it; that of "A.O.B." belongs to it.
  const end = /[\p{L}\d]{2}[.]$/u.test(text) ? text.length - 1 : text.length
  const shape = partOf(line, from, end)
  if (!marker) return shape.marker ? shape : { ...shape, bullet: true }
  return { ...shape, marker, words: trimRich(sliceRich(line.whole, from + length, end)) }
}

function partOf(line: Line, from: number, to: number): Line {
  const rich = trimRich(sliceRich(line.whole, from, to))
  const { n, indent, breaks } = line
  const start = from === 0 ? line.from : (rich.at[0] ?? line.from)
  const places = { from: start, to: (rich.at.at(-1) ?? start) + 1 }
  return shapeOf({ n, indent, breaks, gap: from === 0 && line.gap, ...places }, rich)
}
