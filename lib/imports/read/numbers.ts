import type { Found, PrintedNumber } from "@/lib/check/model"
import { NUMBER_WORD, numberValue, romanValue } from "./ordinals"
import type { Rich } from "./rich"
import type { Locator } from "./source"

const MEETING =
  "(?:meetings?|calls?|sessions?|teleconferences?|telecons?|videoconferences?|webinars?|gatherings?|conference calls?)"
const WRITTEN = `${NUMBER_WORD}(?:[\\s-](?:and\\s)?${NUMBER_WORD}){0,3}`
const ORDINAL_WORD = `(?:${NUMBER_WORD}[\\s-](?:and\\s)?){0,3}(?:first|second|third|\\p{L}{2,12}th)`
const FIGURES = "\\d{1,4}(?:st|nd|rd|th)?"
const ROMAN = "[IVXLCDM]{1,12}"

/** "Online Meeting XXII", "Call no. 12", "meeting #59". */
const BEHIND = new RegExp(
  `\\b${MEETING}\\s*(?:\\(?(?:no\\.?|nr\\.?|number|num\\.?|nº|№)\\s?|#\\s?|[:–-]\\s)?(${FIGURES}|${ROMAN}|${WRITTEN})(?![\\p{L}\\p{N}]|[-/.:]\\d|\\s?(?:[ap]\\.?m\\b|hrs?\\b|minutes?\\b|hours?\\b|participants?\\b|members\\b|people\\b|weeks?\\b|%))`,
  "giu",
)
/** "26th virtual meeting", "The 33 virtual meeting", "twenty-sixth call". */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}.:/-])(${FIGURES}|${ROMAN}|${ORDINAL_WORD})\\s+(?:(?!(?:of|and|in|on|at|the|to|with|for|annual|global)\\b)[\\p{L}/'’-]+\\s+){0,4}?${MEETING}\\b`,
  "giu",
)
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

type Source = { rich: Rich; where: "title" | "text" }

/** The numbers of the meeting as they are printed in the title and in the opening. */
export function readNumbers(sources: readonly Source[], locate: Locator): PrintedNumber[] {
  const found: PrintedNumber[] = []
  for (const { rich, where } of sources) {
    const text = rich.text.slice(0, 3000)
    for (const match of [...text.matchAll(BEFORE), ...text.matchAll(BEHIND)]) {
      const printed = (match[1] ?? "").trim()
      const value = meaning(printed, match)
      if (value === null || (where === "text" && !isAboutThisMeeting(text, match))) continue
      const from = match.index + match[0].indexOf(printed)
      found.push({ printed, value, where, at: locate.span(rich, from, from + printed.length) })
    }
  }
  const order = (number: PrintedNumber) => (number.where === "title" ? 0 : 1e9) + number.at.from
  return found
    .sort((a, b) => order(a) - order(b))
    .filter(
      (number, index, all) => all.findIndex((other) => other.at.from === number.at.from) === index,
    )
}

function meaning(printed: string, match: RegExpMatchArray): number | null {
  // A Roman number is written in capitals; in lower case it is a word.
  if (/^[ivxlcdm]+$/i.test(printed) && printed !== printed.toUpperCase()) return null
  const value = numberValue(printed)
  if (value === null || value < 1) return null
  if (/^(?:19|20)\d\d$/.test(printed)) return null
  const behind = (match.input ?? "").slice((match.index ?? 0) + match[0].length).trimStart()
  const isBehind = match[0].endsWith(match[1] ?? "")
  if (isBehind && MONTHS.test(behind)) return null
  // "the meeting two of them asked for": a number written out behind "meeting" is seldom its number.
  if (isBehind && /^\p{L}/u.test(printed) && romanValue(printed) === null && /^of\s/.test(behind))
    return null
  return value
}

/** In running text only a sentence that opens the report counts, not one on another meeting. */
function isAboutThisMeeting(text: string, match: RegExpMatchArray): boolean {
  const from = match.index ?? 0
  const before = text.slice(Math.max(0, from - 60), from)
  if (
    /\b(?:previous|last|next|following|coming|since|after|before|until)\s+(?:the\s+)?$/i.test(
      before,
    )
  )
    return false
  const start = text.lastIndexOf(". ", from) + 1
  const behind = text.slice(from, from + 400)
  return (
    /\b(?:was|were|has been|is being)?\s*(?:held|convened|conducted|organi[sz]ed|opened|chaired|hosted)\b|\btook place\b|\bmet on\b/i.test(
      behind,
    ) || from - start <= 40
  )
}

/** The number that counts: an ordinal in the text first, then the text, then the title. */
export function settleNumber(numbers: readonly PrintedNumber[]): Found<number> | null {
  const text = numbers.filter((number) => number.where === "text")
  const ordinal = text.find((number) => !/^\d+$/.test(number.printed)) ?? text[0]
  const title = numbers.find((number) => number.where === "title")
  const chosen = ordinal ?? title
  if (!chosen) return null
  const agreed = numbers.every((number) => number.value === chosen.value)
  return { value: chosen.value, at: chosen.at, how: agreed ? "read" : "inferred" }
}

/** A part of a title without the meeting's number; "" for one that said no more than that. */
export function withoutNumber(part: string, printed: ReadonlySet<string>): string {
  const [, head = "", number = ""] =
    /^(.*?)[\s,]*(?:\b(?:no|nr|number)\.?\s*|#)?([\p{L}\p{N}-]+)$/u.exec(part) ?? []
  const bare = printed.has(number) ? head.trim() : part
  return new RegExp(`^(?:online |virtual |regular |monthly )*${MEETING}$`, "i").test(bare)
    ? ""
    : bare
}

/** Every way in which the number is printed, each once, in order. */
export function printedForms(numbers: readonly PrintedNumber[]): string[] {
  return [...new Set(numbers.map((number) => number.printed))]
}
