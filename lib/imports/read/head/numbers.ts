import type { Found, PrintedNumber } from "@/lib/check/model"
import { numberValue, romanValue } from "../text/ordinals"
import type { Rich } from "../text/rich"
import type { Locator } from "../text/source"
import { monthValue } from "../times/months"
import {
  BEFORE,
  BEHIND,
  BEING,
  FIELD,
  LABELLED,
  MEETING,
  OF_TITLES,
  OTHER,
  WEEKDAY,
} from "./number-patterns"

const USUAL = [BEFORE, BEHIND, BEING, FIELD]

type Source = { rich: Rich; where: "title" | "text" }

/** The numbers of the meeting as they are printed in the title and in the opening. */
export function readNumbers(sources: readonly Source[], locate: Locator): PrintedNumber[] {
  // Where the title has a number, the minutes of another one are those of another meeting.
  const titled = new Set(
    sources
      .filter(({ where }) => where === "title")
      .flatMap((source) => found(source, USUAL))
      .map(({ value }) => value),
  )
  const usual = sources.flatMap((source) => found(source, USUAL, titled))
  const titles = sources.filter(({ where }) => where === "title")
  const numbers = usual.some(({ where }) => where === "title")
    ? usual
    : [...titles.flatMap((source) => found(source, OF_TITLES)), ...usual]
  const order = (number: PrintedNumber) => (number.where === "title" ? 0 : 1e9) + number.at.from
  return numbers
    .sort((a, b) => order(a) - order(b))
    .filter(
      (number, index, all) => all.findIndex((other) => other.at.from === number.at.from) === index,
    )

  function found(
    { rich, where }: Source,
    patterns: readonly RegExp[],
    titled: ReadonlySet<number> = new Set(),
  ): PrintedNumber[] {
    const text = rich.text.slice(0, where === "title" ? 300 : 3000)
    // "{{Meeting navigation|previous=Meeting 30}}": the way to other pages of a wiki.
    if (text.startsWith("{{")) return []
    return patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        // "School Division No. 41": what is counted so is no meeting.
        const printed = (match[1] ?? "").trim()
        const before = text.slice(Math.max(0, match.index - 40), match.index).trimEnd()
        // "Project 777 Executive Committee meeting", "Local 212 membership meeting".
        const counts = pattern === LABELLED || (pattern === BEFORE && /^\d+$/.test(printed))
        if (counts && OTHER.test(before)) return []
        // "14 calls since June" are so many.
        if (pattern === BEFORE && /^\d+$/.test(printed) && /(?:calls|[mgn]s)$/i.test(match[0]))
          return []
        // "Wednesday Session II" is an hour of a week of meetings.
        if (pattern === BEHIND && WEEKDAY.test(before)) return []
        const value = meaning(printed, match)
        if (value === null || (isOfYear(printed) && !isOfThisYear(printed))) return []
        if (where === "text" && !isAboutThisMeeting(text, match, value, titled)) return []
        const from = match.index + match[0].indexOf(printed)
        return [{ printed, value, where, at: locate.span(rich, from, from + printed.length) }]
      }),
    )
  }

  /** "Meeting 5/23" in a report of 2023; elsewhere that is a day. */
  function isOfThisYear(printed: string): boolean {
    return sources.some(({ rich: { text } }) =>
      text.slice(0, 3000).includes(`20${printed.slice(-2)}`),
    )
  }
}

const isOfYear = (printed: string) => /^\d{1,2}\/\d\d$/.test(printed)
const NUMBER_BEHIND = /^\s(?:no\.?\s?|#\s?)?\d/

function meaning(printed: string, match: RegExpMatchArray): number | null {
  // A Roman number is written in capitals; in lower case it is a word.
  if (/^[ivxlcdm]+$/i.test(printed) && printed !== printed.toUpperCase()) return null
  const value = numberValue(printed)
  if (value === null || value < 1) return null
  // "What I took down from our call": that one is somebody, too.
  if (printed === "I" && /^I\s+\p{Ll}+\s/u.test(match[0])) return null
  // "Séance : M. Lind" is somebody.
  const end = (match.index ?? 0) + match[0].length
  if (/^[A-Z]$/.test(printed) && /^\.\s\p{Lu}/u.test((match.input ?? "").slice(end, end + 4)))
    return null
  if (/^(?:19|20)\d\d$/.test(printed)) return null
  // "CVI Terms Board Meeting": the letters of a body, which no ordinal would be in front of its name.
  if (/^[CDLM][CDILMVX]{1,2}$/.test(printed) && /^\S+\s\p{Lu}\S*\s\p{Lu}/u.test(match[0]))
    return null
  // "MC meeting 17": the letters of a body, and the number behind.
  if (
    /^[A-Z]{2,}$/.test(printed) &&
    !match[0].endsWith(printed) &&
    NUMBER_BEHIND.test((match.input ?? "").slice(end, end + 8))
  )
    return null
  // No body has met so often: "The MC meeting is held in the harbour".
  if (/^[CDM][A-Z]*$/.test(printed) && value >= 400) return null
  // "Session 2 of 5" is a part of a day or a series.
  if (
    /^session/i.test(match[0]) &&
    /^ ?(?:of|\/) ?\d(?!\d{3})/.test((match.input ?? "").slice(end, end + 8))
  )
    return null
  // "Session 1: 09:00 – 10:30" is a part of the day.
  if (/^\s?[:–-]\s?\d{1,2}[:.h]\d\d/.test((match.input ?? "").slice(end))) return null
  // "2021/22-3" is the third of a year of business, "2021-02-03" a day.
  const [, begun, ends] = /^(?:19|20)(\d\d)[/-](\d\d)[-/.]/.exec(printed) ?? []
  if (begun && (Number(begun) + 1) % 100 !== Number(ends)) return null
  if (/^20(?:0\d|1[01])-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])$/.test(printed)) return null
  // "Session 2021/22" is a year of studies or business.
  const [, year, after] = /^(?:19|20)(\d\d)[/-](\d\d)$/.exec(printed) ?? []
  if (year && (Number(year) + 1) % 100 === Number(after)) return null
  const behind = (match.input ?? "").slice((match.index ?? 0) + match[0].length).trimStart()
  const isBehind = match[0].endsWith(match[1] ?? "")
  const [next = ""] = /^[\p{L}\p{M}]+/u.exec(behind) ?? []
  const isYearly = /^(?:19|20)\d\d[/-]\d/.test(printed)
  if (!isYearly && (isBehind ? monthValue(next) : isPartOfDate(printed, match))) return null
  // "the meeting two of them asked for", "from the call twelve were taken": so many of something.
  const isWritten =
    match[0] !== printed && /^\p{L}{3}/u.test(printed) && romanValue(printed) === null
  if (isBehind && isWritten && /^\p{Ll}/u.test(behind) && !SAID_OF_MEETING.test(behind)) return null
  return value
}

/** "Meeting twelve was held at the pier." */
const SAID_OF_MEETING = /^(?:was|is|took|began|opened|started|held|convened|on|in|at|by|via)\b/

/** "the 7 October call", "October 7th meeting". */
function isPartOfDate(printed: string, match: RegExpMatchArray): boolean {
  const from = match.index ?? 0
  const [, before = ""] =
    /([\p{L}\p{M}]+)[.,]?\s$/u.exec(match.input?.slice(Math.max(0, from - 14), from) ?? "") ?? []
  const between = match[0].slice(printed.length).split(/\s+/)
  return [before, ...between].some((word) => monthValue(word) !== undefined)
}

/** What is done to the minutes of the meeting before. */
const APPROVED =
  /^[^.;]{0,80}\b(?:was|were|is|are|be|been) (?:\p{Ll}+ly )?(?:approved|adopted|accepted|agreed|confirmed|read|signed|taken as read)\b/iu

/** "Ana moved to approve the minutes of the 86th board meeting". */
const APPROVING =
  /\b(?:approv|adopt|accept|confirm|ratif)\p{Ll}{1,6} (?:of )?the (?:draft )?minutes\b/iu

const SINCE = /^[^.;,]{0,40}\b(?:after|since|with|under|in (?:this|the new|our new))\b/i
/** "Welcomed everybody to the first call of the year": there were others before. */
const OF_YEAR =
  /^\s(?:of|in) (?:the|this|our) (?:new )?(?:year|month|quarter|term|season|week)\b(?! ?\d)/i
/** "Welcomed the delegates to the 22nd call", "opened the ninth session". */
const OPENS =
  /\b(?:welcom|greet)\p{Ll}{1,4} [^.;]{0,80}\bto (?:the|our|this|its) $|\b(?:opened|opens|convened|declared|chaired|called) (?:the|our|this) $/iu
const TAKEN = /\btook the chair of (?:the )?$/i
/** In running text only a sentence that opens the report counts, not one on another meeting. */
function isAboutThisMeeting(
  text: string,
  match: RegExpMatchArray,
  value: number,
  ofTitle: ReadonlySet<number>,
): boolean {
  const from = match.index ?? 0
  // The number of the title is that of this meeting, and any other one in "the minutes of call 45" is not.
  const titled = ofTitle.size > 0 && !ofTitle.has(value)
  const before = text.slice(Math.max(0, from - 60), from)
  if (
    /\b(?:previous|last|next|following|coming|since|after|before|until)\s+(?:the\s+)?$/i.test(
      before,
    )
  )
    return false
  // "A second call in May was mentioned": one that there may be.
  if (/(?:^|\s)an?\s$/i.test(before)) return false
  // "Her first meeting since she joined", "Ben, whose first meeting it was" count the meetings of somebody.
  if (/\b(?:her|his|their|my|your|whose)\s$/i.test(before)) return false
  // "It was the first call of the board after the elections" counts from what had happened.
  const counted = text.slice(from + match[0].length, from + match[0].length + 60)
  if (/^(?:first|second|third)$/i.test(match[1] ?? "") && SINCE.test(counted)) return false
  if (/^first$/i.test(match[1] ?? "") && OF_YEAR.test(counted)) return false
  // "Send the second call to the networks": what asks for answers is announced more than once.
  if (/\bcall$/i.test(match[0]) && /^\s(?:for|to the)\s(?!order)/.test(counted)) return false
  // "The eighth meeting in a row held on a screen"
  if (/^\s(?:in a row|in succession|running|on end)\b/i.test(counted)) return false
  // "All points of Call 22 were closed" speaks of another one, where the title says which this is.
  if (titled && /\b(?:of|from|since|at|in|to|by) (?:the )?$/i.test(before) && !TAKEN.test(before))
    return false
  const start = text.lastIndexOf(". ", from) + 1
  const behind = text.slice(from, from + 400)
  const isRecord =
    /\b(?:minutes|reports?|notes|record|summary|compte[- ]rendu|procès-verbal|acta|protokoll|niederschrift) (?:of|from|for|de|du|del|der|des) [^.;]{0,40}$/iu
  if (isRecord.test(before) && (titled || APPROVING.test(before))) return false
  if (isRecord.test(before) && APPROVED.test(text.slice(from + match[0].length, from + 400)))
    return false
  return (
    TAKEN.test(before) ||
    OPENS.test(text.slice(Math.max(0, from - 120), from)) ||
    /\b(?:was|were|has been|is being)?\s*(?:held|convened|conducted|organi[sz]ed|opened|chaired|hosted)\b|\btook place\b|\bmet on\b/i.test(
      behind,
    ) ||
    from - start <= (/^(?:first|second|third)$/i.test(match[1] ?? "") ? 12 : 40) ||
    (text.length <= 240 && !/[.!?](?:\s|$)/.test(text))
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
  const forms = numbers.map(({ printed }) => printed)
  return forms.filter(
    (form, index) =>
      forms.findIndex((other) => other.toLowerCase() === form.toLowerCase()) === index,
  )
}
