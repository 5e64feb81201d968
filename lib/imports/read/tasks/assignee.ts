import { mayBeOwner } from "../people/bodies"
import type { Who } from "../people/who"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { monthValue } from "../times/months"
import { isOnlyPeople, peopleIn } from "./owners"

/** Who is to do something, and by when. */
export type Assignee = { owners: string[]; due: string | null }

/** What may part those who are to do something from the day. */
const PARTS =
  /\s*[,;(–—]\s*|\s-\s|\s\/\s(?=\d|asap|\p{L}{3,9}\s\d)|\s+(?:by|until|before|due)\s+|\s+(?=\d|asap\b)/giu
const LEAD =
  /^(?:to be done |due |deadline:? )?(?:on or before|by|before|until|till|due|on|deadline:?|no later than)\s+/i
/** In place of a day: "no date", "no day was named", "ASAP", "end of term". */
export const NO_DAY =
  /^(?:(?:no|without an?) (?:due |fixed )?(?:date|day|deadline)(?: \p{Ll}{2,8}){0,2}|no (?:hurry|rush)|(?:when|as soon as) (?:s?he|they) can|open|ongoing|asap|soon|at once|immediately|forthwith|urgent(?:ly)?|as soon as possible|next (?:meeting|time)|undated|tb[cda]|next (?:year|time)|from now on|(?:the )?(?:end|start|beginning|middle) of (?:the )?(?:term|season|year|school year)|(?:in |next |this )?(?:spring|summer|autumn|fall|winter|term)|[-–—?])$/iu
/** "Within one week", "this week". */
const WITHIN = /^\s*(?:within|in|before|this|next|by)\s/i
const LONGEST = 120
const MOST = 8

/**
 * "Ana Lind, 19 May", "SI by 8 April", "Ana and Ben": whose a task is, and by when, where a text says
 * nothing else; null for anything else.
 */
export function assigneeIn(text: string, who: Who, days: Days): Assignee | null {
  const said = text.trim().replace(/[.;]$/, "")
  if (said.length > LONGEST || said.length < 2 || LEAD.test(`${said} `)) return null
  // "Ana (until 3 May)"
  const [, name = "", when = ""] = /^([^()]{2,80})\s\(([^()]{3,40})\)$/.exec(said) ?? []
  const until = when ? dayIn(when, days) : null
  if (until && isOnlyPeople(name, who)) return { owners: peopleIn(name, who), ...until }
  if (isOnlyPeople(said, who)) return { owners: peopleIn(said, who), due: null }
  for (const { index, 0: part } of [...said.matchAll(PARTS)].slice(0, MOST)) {
    const people = said.slice(0, index)
    const rest = said.slice(index + part.length).replace(/\)$/, "")
    const day = dayIn(rest, days)
    if (day !== null && isOnlyPeople(people, who)) return { owners: peopleIn(people, who), ...day }
  }
  return null
}

/** The day that a text is and nothing else; without one where it says that there is none. */
export function dayIn(text: string, days: Days): { due: string | null } | null {
  const words = text.trim().replace(LEAD, "")
  if (words.length > 40) return null
  if (NO_DAY.test(words)) return { due: null }
  const month = /^(?:in |from )?(?:early |late |mid-?)?(\p{L}{3,9})\.?(?: (?:19|20)\d\d)?$/iu.exec(
    words,
  )?.[1]
  if (month && monthValue(month) !== undefined) return { due: null }
  const due = dayAt(words, days, "") ?? (WITHIN.test(text) ? dueIn(text, days) : null)
  return due === null ? null : { due }
}

/** The same where whoever stands in the place of an owner may have any name: "Northside Cupboard, 5/15". */
export function anyAssigneeIn(text: string, who: Who, days: Days): Assignee | null {
  const known = assigneeIn(text, who, days)
  if (known || text.length > LONGEST) return known
  for (const { index, 0: part } of [...text.trim().matchAll(PARTS)].slice(0, MOST)) {
    const people = text.trim().slice(0, index)
    const day = dayIn(
      text
        .trim()
        .slice(index + part.length)
        .replace(/\)$/, ""),
      days,
    )
    if (day !== null && /^\p{Lu}/u.test(people) && mayBeOwner(people))
      return { owners: people.split("/").map((each) => namedAs(each, who)), ...day }
  }
  return null
}

const namedAs = (said: string, who: Who) =>
  peopleIn(said, who)[0] ?? said.trim().replace(/^the /i, "")
