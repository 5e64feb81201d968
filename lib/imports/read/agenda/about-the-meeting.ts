import { namesMeeting } from "../likelihood"
import type { PlacedLine } from "../lines/placed-line"
import { behindHead } from "../spine/behind-head"
import { paragraphFrom } from "../text/paragraph"
import { findSentences } from "../text/sentences"
import type { Line } from "../text/shape"
import { findDays } from "../times/calendar"
import { isDayAlone } from "./lettered-parts"

/** Words of which the headings consist that say when and where a meeting is, and how to come to it. */
const WHEN_AND_WHERE =
  /^(?:dates?|days?|times?|hours?|when|where|who|how|locations?|places?|venues?|address|rooms?|meeting|call|session|video|audio|zoom|teams|webex|jitsi|dial|dialin|in|join|joining|us|attend|participate|participation|participating|connect|connection|connecting|access|links?|url|details|info|information|logistics|coordinates|instructions|recordings?|phone|numbers?|passcode|and|or|of|the|to|for|this|our|general)$/i
const LEAST =
  /\b(?:dates?|times?|when|where|locations?|place|venue|address|join|joining|dial|dialin|connect|connection|connecting|links?|recordings?|participating|participation|attend|logistics)\b/i

/** What a report is followed by. */
const BEHIND =
  /^(?:references?|resources|links|attachments?|appendi(?:x|ces)|annex(?:es)?|documents|further reading|recordings?|slides|chat(?: log)?|transcript)$/i
/** What a report tells in short before it begins. */
const IN_SHORT =
  /^(?:(?:executive |brief |short )?summary(?: of (?:the )?(?:outcomes|meeting|discussions?|decisions))?|key (?:takeaways|points|outcomes|messages)|highlights|outcomes|abstract|tl;?dr)$/i

/** So much told below a heading is no address. */
const TOLD = 120

/** Whether several sentences stand below "Venue", which the body spoke about. */
function isSpokenOf({ n, words }: Line, lines: readonly Line[]): boolean {
  if (!/^(?:venue|place|location|dates?)$/i.test(words.text)) return false
  const below = lines[lines.findIndex((line) => line.n === n) + 1]
  if (!below || below.marker || below.bullet || below.level > 0) return false
  const text = paragraphFrom(lines, lines.indexOf(below))
  return text.length >= TOLD && findSentences(text).length > 1
}

/** The headings of items: without those in front, and the days between, that stand above what the meeting was. */
export function withoutMeeting(headings: readonly Line[], lines: readonly Line[]): Line[] {
  const first = headings.findIndex((line) => !isAboutTheMeeting(line) || isSpokenOf(line, lines))
  const last = headings.findLastIndex(({ marker, words }) => marker || !BEHIND.test(words.text))
  const items = headings.filter(
    (line, index) => index >= first && index <= last && !isDayAlone(line.words.text),
  )
  return first >= 0 && items.length >= 2 ? items : [...headings]
}

/**
 * Whether a heading without a number stands above what the meeting itself was: "Date and location", "How to
 * join", "October 12, Friday", "Board meeting, Larkhaven, May 2012", "Welcome to the Team Meeting".
 */
export function isAboutTheMeeting({ marker, words: { text } }: Line): boolean {
  if (marker || text.length > 120) return false
  if (IN_SHORT.test(text)) return true
  const words = text.match(/[\p{L}\d]+/gu) ?? []
  if (words.length <= 8 && LEAST.test(text) && words.every((word) => WHEN_AND_WHERE.test(word)))
    return true
  const [day] = findDays(text)
  if (day) {
    const rest = text.slice(0, day.from) + text.slice(day.to)
    const left = rest.match(/\p{L}+/gu) ?? []
    if (left.every((word) => WEEKDAY.test(word))) return true
    const [named = ""] = text.slice(0, day.from).split(/,| [–—-] | in | at /, 1)
    return namesMeeting(named)
  }
  return /^welcome to (?:the|our|this)\b/i.test(text) && namesMeeting(text)
}

const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:day|on|the|at|from|to|until|utc|gmt|ces?t|[ap]m|noon|hours?|h)$/i

/** Without the headings in front below which nothing stands but who was there: "Directors and others". */
export function behindPeople(headings: readonly Line[], placed: readonly PlacedLine[]): Line[] {
  const all = placed.map(({ line }) => line)
  const members = headings.map((line) => ({
    at: all.findIndex(({ n }) => n === line.n),
    line,
    title: line.words.text,
    whole: line.level > 0,
  }))
  const [first] = members
  return first && isListedOnly(placed, first.at + 1, members[1]?.at ?? 0)
    ? behindHead(members, all).map(({ line }) => line)
    : [...headings]
}

/** Whether people are listed between two places. */
const isListedOnly = (placed: readonly PlacedLine[], from: number, to: number) =>
  placed.slice(from, to).some(({ part }) => part === "participants")
