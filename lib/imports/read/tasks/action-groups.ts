import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { monthValue } from "../times/months"
import { dayIn, NO_DAY } from "./assignee"
import { VERB } from "./commitment-words"
import { isOnlyPeople, ownersOf, peopleIn } from "./owners"

/** Whose the entries below a label are, or by when they are to be done. */
export type Group = {
  owners: string[]
  due: string | null
  depth: number
  /** Somebody's jobs, wherever they stand in the report. */
  jobs?: true
}

const BY_WHEN =
  /^(?:(?:to be )?(?:done|finished|due|completed|ready) )?(?:by|before|until|till|within|in time for|at|for|no later than|not later than|this|next|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i
const WHENEVER =
  /^(?:no (?:hurry|rush|date|deadline|fixed (?:date|day))|open|open[- ]ended|ongoing|continuous(?:ly)?|standing|any ?time|whenever (?:possible|convenient)|when (?:possible|there is time)|later|some ?time|asap|as soon as possible|immediately|at once|without (?:a )?(?:date|deadline))$/i
/** "Still without an owner", "Unassigned". */
const NOBODYS =
  /^(?:(?:still|as yet|so far) )?(?:without an? (?:owner|volunteer|taker|name)|no (?:owner|volunteer|taker)s?(?: yet)?|not (?:yet )?(?:assigned|taken)|unassigned|to be assigned|nobody(?: yet)?)$/i

const DAY_ALONE =
  /^(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?:,? \d{4})?$/u

/** A label that groups what is to be done; null for an entry. */
export function groupOf(text: string, who: Who, days: Days): Omit<Group, "depth" | "jobs"> | null {
  if (text.length > 80) return null
  if (isOnlyPeople(text, who))
    return { owners: peopleIn(text.replace(/:\s*$/, ""), who), due: null }
  // "Secretary, 20 September 2024": nothing is to be done there, as below minutes that are signed.
  const [people = "", ...behind] = text.trim().replace(/\.$/, "").split(/,\s/)
  const day = behind.join(", ")
  if (DAY_ALONE.test(day) && isOnlyPeople(people, who))
    return { owners: peopleIn(people, who), due: dayAt(day, days, "") }
  const label = text.trim().replace(/\s*[:–—-]$/, "")
  if (DAY_ALONE.test(label)) return { owners: [], due: dayAt(label, days, "") }
  if (label.length > 50 || /[.!?]$/.test(label)) return null
  if (WHENEVER.test(label) || NOBODYS.test(label)) return { owners: [], due: null }
  const due = BY_WHEN.test(label)
    ? dueIn(/^(?:by|before|until|till)\b/i.test(label) ? label : `by ${label}`, days)
    : null
  return due && !/\p{Ll}{3,}\s+(?:the|an?|his|her|their)\s/u.test(label)
    ? { owners: [], due }
    : null
}

const TAKEAWAYS = /^(?:\p{Ll}+ )?take[- ]?aways?\b|^what we take/iu
const DEED = new RegExp(`^${VERB}\\s`, "u")
/** Whether a list of what one takes away tells what was said: little of it is somebody's, or what is to be done. */
function tellsOnly(entries: readonly string[], who: Who): boolean {
  const tasks = entries.filter(
    (text) => DEED.test(text.toLowerCase()) || ownersOf(text, who).length > 0,
  )
  return tasks.length * 2 < entries.length
}

/** Whether an entry begins with what is to be done: "ring the port", "Write to both". */
export const isDeed = (text: string) => DEED.test(text.slice(0, 40).toLowerCase())

/** The same in a line that begins large, as an order does. */
export const isOrder = (text: string) => /^\p{Lu}/u.test(text) && isDeed(text)

/** Whose the list is below a line that is nothing but people who are known: all of it says what is to be done. */
export function jobsBelow(blocks: readonly FinishedBlock[], at: number, who: Who): Group | null {
  const text = blocks[at]?.rich.text ?? ""
  if (text.length > 60 || !isListed(blocks[at + 1]) || !isOnlyPeople(text, who)) return null
  const owners = peopleIn(text.replace(/:\s*$/, ""), who)
  if (!owners.every((name) => who.knows(name))) return null
  const end = blocks.findIndex((each, index) => index > at && !isListed(each))
  const entries = blocks.slice(at + 1, end < 0 ? at + MOST : Math.min(end, at + MOST))
  return entries.every(({ rich }) => isDeed(rich.text))
    ? { owners, due: null, depth: 0, jobs: true }
    : null
}

const isListed = (each: FinishedBlock | undefined) =>
  each?.block.kind === "bullet" || each?.block.kind === "ordered"

const QUESTIONS = 2
const MOST = 40
/** Whether a list below a heading such as "Follow-ups" is talk: it asks, where tasks would be told. */
export function talksBelow(blocks: readonly FinishedBlock[], head: number, who: Who): boolean {
  if (TAKEAWAYS.test(blocks[head]?.rich.text ?? "")) {
    const end = blocks.findIndex((each, at) => at > head && each.under !== "actions")
    const below = blocks.slice(head + 1, end < 0 ? blocks.length : end)
    const entries = below.filter(({ block }) => block.kind !== "heading").slice(0, MOST)
    if (
      tellsOnly(
        entries.map(({ rich }) => rich.text),
        who,
      )
    )
      return true
  }
  let asked = 0
  for (let at = head + 1; at < blocks.length; at++) {
    const each = blocks[at]
    if (each?.under !== "actions" || asked === QUESTIONS) break
    if (/\?["”’)]{0,2}$/.test(each.rich.text.slice(-3))) asked += 1
  }
  return asked === QUESTIONS
}

/** Struck through, as what needs no doing any more. */
export const STRUCK = /^~~[^~]{2,300}~~/

const SAME = /(?:\bsame (?:day|date|deadline)|\bditto)\W*$/i
/** "Ana rings him – same day": that of the task before. */
const isSameDay = (text: string) => SAME.test(text.slice(-30))

/**
 * By when a task is to be done that stands in a text between `from` and `to`: by its words, by a day in its
 * label, or by one that is all that follows it: "Ana (3 May): ring him", "Ring him. Due 3 May.".
 */
export function dayInWords(
  whole: string,
  { from, to, undated }: { from: number; to: number; undated?: boolean },
  last: string | null,
  days: Days,
): string | null {
  if (undated) return null
  const text = whole.slice(from, to).trim()
  const beside = /^[^:()]{2,60}\(([^()]{3,40})\):/.exec(text)?.[1]
  return (
    dueIn(text, days) ??
    (beside ? dayAt(beside, days, "") : null) ??
    (isSameDay(text) ? last : null) ??
    dayBehind(whole.slice(to, to + 60), days)
  )
}

const DAY_BEHIND =
  /^[.;]?\s+(?:(?:deadline|due(?: date)?|by when|when|until|by|term):\s{1,3})?(?=[^.;]{0,40}\d)([^.;:]{3,40})(?:\.?$|[.;]\s)/i
/** "  Due 29 March 2022.", "      On or before 12/07/2019": a sentence, or a column, that is a day and no more. */
function dayBehind(rest: string, days: Days): string | null {
  const said = DAY_BEHIND.exec(rest)?.[1] ?? ""
  const last = said.trim().split(/\s/).at(-1) ?? ""
  const ends = /\d(?:st|nd|rd|th)?$/.test(last) || monthValue(last) !== undefined
  return ends ? (dayIn(said, days)?.due ?? null) : null
}

/** "… [recorded in https://…#action02]", "… to add slides]", "… the list (@ana:example.org, 14:13:34)": what a scribe's tool or a bracket leaves behind. */
const LEFT_BEHIND =
  /\s{0,4}\[recorded in\s[^\][]{4,200}\]\W*$|\s\(@[^()\s]{2,60},\s\d{1,2}:\d\d(?::\d\d)?\)$/i
function leftBehind(whole: string): number {
  if (whole.length > 600 || !/[\])]\W{0,2}$/.test(whole)) return whole.length
  const left = LEFT_BEHIND.exec(whole)
  if (left) return left.index
  const end = Math.max(whole.lastIndexOf("]"), whole.lastIndexOf(")"))
  const pair = whole.charAt(end) === "]" ? /[[\]]/ : /[()]/
  return end >= 4 && !pair.test(whole.slice(0, end)) ? end : whole.length
}

/** Where the words end that say what is to be done, with the day in brackets or behind a dash after them. */
export function endOfTask(whole: string, days: Days): number {
  const text = whole.slice(0, leftBehind(whole))
  const tail =
    /(?<=[.!;])\s(?:By|Due|Until|Before|Deadline)\b[^.;]{2,40}\.?$|\s*(?:\([^()]{3,40}\)|\[[^[\]]{3,40}\])[.\s]*$|\s[–—]\s[^–—]{3,40}$|:\s(?:by|until|before)\s[^:]{3,30}$|\s{3,}\S.{1,30}$|\s(?:📅|📆|🗓|⏰|⏳).{3,30}$/.exec(
      text.slice(-60),
    )
  if (!tail) return text.length
  const from = text.length - Math.min(60, text.length) + tail.index
  const said = tail[0].trim().replace(/^[^\p{L}\d]+|[)\].\s]+$/gu, "")
  const dated =
    dueIn(`by ${said.replace(/^(?:by|due|before|until|deadline):?\s+/i, "")}`, days) !== null
  const isUndated = /[)\]]/.test(tail[0]) && NO_DAY.test(said)
  return (dated || isUndated || SAME.test(said)) && text.slice(0, from).split(/\s+/).length >= 2
    ? from
    : text.length
}
