import { announcesAgenda } from "../lines/landmarks"
import { joinRich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

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

const NUMBER = /(?<=^|[\s,;])\(?(\d{1,2})[.)]\s{1,2}(?=\p{L})/gu
const LEAST = 2
const LONGEST_ENTRY = 110
/** A comma may stand within a title, so that more of them have to show a list. */
const LEAST_COMMAS = 4
const LONGEST = 2_000
/** So many lines at most are put together, of which one that is full is at least so long. */
const MOST_LINES = 20
const WRAPPED = 55

/** Takes an agenda on one line apart: "Agenda: (1) Welcome, (2) Sensors" or "Agenda: Welcome; Sensors". */
export function withInlineAgenda(lines: readonly Line[]): Line[] {
  return unwrapped(lines).flatMap((line) => {
    const text = line.whole.text
    if (line.marker || line.bullet || line.quote || text.length > LONGEST) return [line]
    const lead = leadOf(text)
    if (lead === 0) return [line]
    const starts = startsIn(text, lead)
    return starts.length < LEAST
      ? [line]
      : [0, ...starts].map((from, index) => {
          return partOf(line, from, starts[index] ?? text.length, index === 0)
        })
  })
}

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

/** Where the entries begin: at numbers that count from 1, else behind semicolons. */
function startsIn(text: string, lead: number): number[] {
  const starts: number[] = []
  for (const { 1: number, index } of text.slice(lead).matchAll(NUMBER))
    if (Number(number) === starts.length + 1) starts.push(lead + index)
  if (starts.length >= LEAST && starts[0] === lead) return starts
  const mark = [";", " · ", " • ", " | "].find((each) => text.includes(each)) ?? ","
  const parts = text.slice(lead).split(mark)
  const few = mark === "," ? LEAST_COMMAS : LEAST
  if (
    parts.length < few ||
    (mark === "," && /[.:!?]\s/.test(text.slice(lead))) ||
    parts.some((part) => part.trim().length > LONGEST_ENTRY)
  )
    return []
  let at = lead
  return parts.map((part) => {
    const from = at
    at += part.length + mark.length
    return from
  })
}

function partOf(line: Line, from: number, to: number, isFirst: boolean): Line {
  let end = to
  while (end > from && /[\s,;·•|]/.test(line.whole.text.charAt(end - 1))) end -= 1
  // The full stop behind the last entry ends the list.
  if (
    !isFirst &&
    to === line.whole.text.length &&
    /\p{L}{3}\.$/u.test(line.whole.text.slice(from, end))
  )
    end -= 1
  const rich = trimRich(sliceRich(line.whole, from, end))
  const { n, indent, breaks } = line
  const start = rich.at[0] ?? line.from
  const places = { from: isFirst ? line.from : start, to: (rich.at.at(-1) ?? start) + 1 }
  const shape = shapeOf({ n, indent, breaks, gap: isFirst && line.gap, ...places }, rich)
  const bare = isFirst || shape.marker ? null : /^(\d{1,2})\s+(?=\p{L})/u.exec(shape.words.text)
  if (!bare?.[1]) return isFirst || shape.marker ? shape : { ...shape, bullet: true }
  const marker = { text: bare[1], form: "number" as const }
  return { ...shape, marker, words: sliceRich(shape.words, bare[0].length) }
}
