import { DECISION_MARKED } from "../decisions/outcome-labels"
import { mayBeOwner } from "../people/bodies"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { isPromise } from "./action-sentences"
import { VERB } from "./commitment-words"
import { CALLED, isOnlyPeople, isTaken, ownersOf, peopleIn, subjectTo } from "./owners"
import { taskBefore, taskIn } from "./task-text"

/** "Ana and Ben → list the jobs": people, an arrow, and what they are to do. */
const ARROW = /^([^→➔⇒=>:]{2,80}?)\s?(?:→|➔|➜|⇒|[-=]{1,2}>)\s{1,4}(?=\S)/u
/** "Ana - write to both - 22 February": a day behind the second dash. */
const DATED = /^([^:–—]{2,80}?)\s[–—-]\s+\p{Ll}.{2,300}?\s[–—-]{1,2}\s{1,4}([^–—]{3,40})$/u
/** "Order the lamp (responsible: Ana; deadline: 20 March)". */
const LABEL_BEHIND =
  /[([](?:responsible|owner|assigned to|assignee|in charge)\s?:\s[^()[\]]{2,90}[)\]][.\s]*$/i
const DEED = new RegExp(`^${VERB}\\s`, "u")

/** Whether an entry says what somebody is to do, though nothing marks it: by an arrow, a handle or its form. */
export function isToDo(each: FinishedBlock, listed: boolean, heads: boolean, who: Who, days: Days) {
  const text = each.rich.text
  if (listed && (isPromise(text, who, days) || isAssigned(text, who, days))) return true
  if (each.arrow === true && DECISION_MARKED.test(text.slice(0, 80))) return false
  if (isAssignedBehind(each, listed || each.arrow === true, heads, who, days)) return true
  if (text.length <= 300 && LABEL_BEHIND.test(text.slice(-120)) && ownersOf(text, who).length > 0)
    return true
  // "Ana: order the lamps by 4 May", whether in a list or not.
  if (BY_WHEN.test(text.slice(0, 300)) && isOfOne(text, who) && isSureOfOne(text, who, days))
    return true
  if (each.block.kind === "quote" && subjectTo(text).length > 0) return true
  return (
    CALLED.test(text.slice(0, 80)) ||
    ((each.arrow || heads) && isTaken(text, who, each.arrow === true)) ||
    (each.arrow === true && taskIn(text, 0, who, days) !== null)
  )
}

/** Whether an entry of a list names people first, and then what they are to do. */
function isAssigned(text: string, who: Who, days: Days): boolean {
  const arrow = ARROW.exec(text.slice(0, 120))
  if (arrow?.[1]) {
    const deed = text.slice(arrow[0].length, arrow[0].length + 60)
    if (isOnlyPeople(arrow[1], who)) return /^[\p{Ll}]/u.test(deed) || DEED.test(deed.toLowerCase())
    return mayBeOwner(arrow[1]) && /^\p{Lu}/u.test(arrow[1]) && DEED.test(deed)
  }
  const dated = text.length <= 400 ? DATED.exec(text) : null
  return (
    dated?.[1] !== undefined &&
    isOnlyPeople(dated[1], who) &&
    dayAt(dated[2] ?? "", days, "") !== null
  )
}

/** "Ana/Ben: Draw up a list": people in front of a colon, and what they are to do, as an order. */
export function isOfOne(text: string, who: Who): boolean {
  const people = /^([^:.;–—]{2,60}?)(?::|\s[–—-])\s+(?=\p{L})/u.exec(text.slice(0, 80))
  return (
    people?.[1] !== undefined &&
    DEED.test(text.slice(people[0].length, people[0].length + 40).toLowerCase()) &&
    isOnlyPeople(people[1], who)
  )
}

/** The same in prose, where it may be what somebody says: by people of the report, by a day, and no more words. */
const BY_WHEN = /\s(?:by|before|until|no later than)\s/
function isSureOfOne(text: string, who: Who, days: Days): boolean {
  const people = peopleIn(text.slice(0, text.search(/:|\s[–—-]\s/)), who)
  return (
    people.every((name) => who.knows(name)) &&
    findSentences(text).length === 1 &&
    dueIn(text, days) !== null
  )
}

/**
 * Whether an entry says behind what is to be done whose it is: by an arrow, or in brackets beside a day. In
 * prose it begins with what is to be done, and everybody is known.
 */
function isAssignedBehind(
  each: FinishedBlock,
  entry: boolean,
  heads: boolean,
  who: Who,
  days: Days,
): boolean {
  const text = each.rich.text
  const isDeed = DEED.test(text.slice(0, 40).toLowerCase())
  if (!entry && !isDeed) return false
  const task = text.length <= 300 ? taskBefore(text, 0, who, days) : null
  if (!task || task.to < 8 || (!entry && !task.owners.every((name) => who.knows(name))))
    return false
  const sign = /^\s*(?:[→➔➜⇒]|[-=])/u.test(text.slice(task.to))
  if (each.arrow === true || heads || sign) return true
  return isDeed && (task.due !== null || /^\s{3}/.test(text.slice(task.to)))
}
