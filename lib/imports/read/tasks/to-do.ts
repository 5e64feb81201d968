import { DECISION_MARKED, markOfAction } from "../decisions/outcome-labels"
import { isBracketedTask } from "../lines/starts-anew"
import { mayBeOwner } from "../people/bodies"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { type Days, dayAt, dueIn, saysByWhen } from "../times/due-in"
import { NO_DAY } from "./assignee"
import { VERB } from "./commitment-words"
import {
  CALLED,
  DOES,
  isOnlyPeople,
  isSomebody,
  isTaken,
  ownersOf,
  peopleIn,
  subjectTo,
} from "./owners"
import { frontOf } from "./task-entry"
import { taskBefore, taskIn } from "./task-text"
import { doesSo, isPromise } from "./told-in-present"

/** "Ana and Ben → list the jobs": people, an arrow, and what they are to do. */
const ARROW = /^([^→➔⇒=>:]{2,80}?)\s?(?:→|➔|➜|⇒|[-=]{1,2}>)\s{1,4}(?=\S)/u
/** "Ana - write to both - 22 February": a day behind the second dash. */
const DATED = /^([^:–—]{2,80}?)\s[–—-]\s+\p{Ll}.{2,300}?\s[–—-]{1,2}\s{1,4}([^–—]{3,40})$/u
/** "Order the lamp (responsible: Ana; deadline: 20 March)". */
const LABEL_BEHIND =
  /[([](?:responsible|owner|assigned to|assignee|in charge)\s?:\s[^()[\]]{2,90}[)\]][.\s]*$/i
const DEED = new RegExp(`^${VERB}\\s`, "u")

/** Whether an entry says what somebody is to do, though nothing marks it: by an arrow, a handle or its form. */
export function isToDo(
  blocks: readonly FinishedBlock[],
  index: number,
  { listed, heads }: { listed: boolean; heads: boolean },
  who: Who,
  days: Days,
): boolean {
  const each = blocks[index]
  if (!each) return false
  const text = each.rich.text
  if (isCodedEntry(each)) return true
  if (listed && (isPromise(text, who, days) || isAssigned(text, who, days))) return true
  if (listed && doesSo(text, who) && isBesidePromise(blocks, index, who, days)) return true
  if (isAmongTasks(blocks, index, who, days)) return true
  if (isBracketedTask(text) && isOfKnown(text.slice(1), who)) return true
  if (listed && isDuty(text, who) && !isAmongSayings(blocks, index, who)) return true
  // "Ana – write to both – 22 February" in prose, where it is an order to somebody known.
  if (!listed && isOfOne(text, who) && isAssigned(text, who, days)) return true
  if (each.arrow === true && DECISION_MARKED.test(text.slice(0, 80))) return false
  if (isAssignedBehind(each, listed || each.arrow === true, heads, who, days)) return true
  if (text.length <= 300 && LABEL_BEHIND.test(text.slice(-120)) && ownersOf(text, who).length > 0)
    return true
  // "Ana: order the lamps by 4 May", whether in a list or not.
  if (saysByWhen(text.slice(0, 300)) && isOfOne(text, who) && isSureOfOne(text, who, days))
    return true
  if (each.block.kind === "quote" && subjectTo(text).length > 0) return true
  return (
    CALLED.test(text.slice(0, 80)) ||
    ((each.arrow || heads) && isTaken(text, who, each.arrow === true)) ||
    (each.arrow === true && taskIn(text, 0, who, days) !== null)
  )
}

/** "AI-23-1: Ana to write": the code of a task became the number of an entry. */
function isCodedEntry({ block: { kind, marker }, rich }: FinishedBlock): boolean {
  if (kind !== "ordered" || marker === null || !/\p{Lu}.{0,8}\d/u.test(marker)) return false
  return markOfAction(`${marker} ${rich.text.slice(0, 140)}`) !== null
}

/** "Ana orders the lamps" in a list: what somebody does with a thing; not what they say of it. */
const DOES_IT =
  /\s(?!(?:asks|reports|presents|tells|thanks|suggests|proposes|answers|recommends|requests|replies|shows|states|notes|speaks|talks|raises|mentions|keeps|opens|closes|moves|reads|hosts|lists|links|uses|meets|thinks|defines|indicates|outlines|summari[sz]es|discusses|explores|shares|offers|leads|gives|gets|changes|calls|cuts|puts|sets|starts|stops|takes|runs|looks|works|let|values|covers|seeks)\s)\p{Ll}{2,12}s\s(?:the|an?|two|three|all|to)\s/u
function isDuty(text: string, who: Who): boolean {
  if (text.length > 120 || !DOES_IT.test(text.slice(0, 60))) return false
  const people = DOES.exec(text)?.[1]
  // "Ana: runs the office" is who she is.
  if (people === undefined || /\W$/.test(people) || !isOnlyPeople(people, who)) return false
  return (
    DOES_IT.test(text.slice(people.length, people.length + 40)) &&
    peopleIn(people, who).every((name) => who.knows(name))
  )
}

/** "Ben proposed to wait", "Cem said he could live with it": what somebody said, in an entry of a list. */
const SAID =
  /^(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)\s(?:said|thought|felt|told|found|thinks|feels|wants|would like|\p{Ll}{3,12}ed)\s/u

/** Whether the entry in front or behind tells what somebody said: a list of what was said gives nobody a task. */
function isAmongSayings(blocks: readonly FinishedBlock[], index: number, who: Who): boolean {
  return entriesBeside(blocks, index).some((text) => {
    const name = SAID.exec(text.slice(0, 80))?.[1]
    return name !== undefined && who.knows(name)
  })
}

/** Whether the entry in front or behind says what somebody does by a day: "Ana asks the port by 4 May". */
function isBesidePromise(
  blocks: readonly FinishedBlock[],
  index: number,
  who: Who,
  days: Days,
): boolean {
  return entriesBeside(blocks, index).some((text) => isPromise(text, who, days))
}

/**
 * Whether an entry says beside what is to be done whose it is, and the one in front or behind says so in the
 * same place: "review the plan (Ana)" above "write to the port (Ben, 12 May)". One of them names a day.
 */
function isAmongTasks(
  blocks: readonly FinishedBlock[],
  index: number,
  who: Who,
  days: Days,
): boolean {
  const own = placedTask(blocks[index]?.rich.text ?? "", who, days)
  return (
    own !== null &&
    entriesBeside(blocks, index).some((text) => {
      const beside = placedTask(text, who, days)
      return beside?.inFront === own.inFront && (own.isDated || beside.isDated)
    })
  )
}

/** Where a text of one task names those whose it is, if everybody is known and it says what to do. */
function placedTask(text: string, who: Who, days: Days) {
  if (text.length > 300 || !/[:–—→([-]/.test(text)) return null
  const front = frontOf(text)
  const task = taskIn(text, front, who, days) ?? taskBefore(text, front, who, days)
  if (!task?.owners.every((name) => who.knows(name))) return null
  if (task.owners.length === 0 || !DEED.test(text.slice(task.from, task.from + 40).toLowerCase()))
    return null
  return { inFront: task.from > front, isDated: (task.due ?? dueIn(text, days)) !== null }
}

/** The entries in front and behind, of the same list. */
function entriesBeside(blocks: readonly FinishedBlock[], index: number): string[] {
  const own = blocks[index]?.block
  return [blocks[index - 1], blocks[index + 1]].flatMap((beside) =>
    beside?.block.kind === own?.kind && beside?.block.depth === own?.depth
      ? (beside?.rich.text ?? [])
      : [],
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
    (dayAt(dated[2] ?? "", days, "") !== null || NO_DAY.test(dated[2] ?? ""))
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

/** "ACTIONS:": a label of several tasks, of which the first stands behind it. */
export const MANY_TASKS =
  /^[*\s]*(?:actions|tasks|to-?dos|jobs|(?:action|follow-up) (?:items|points))\W*$/i

/** "Ana – figures by region" below such a label, or one that stands alone: lettered, or somebody of the report in front. */
export function isBelowLabel(text: string, who: Who, days: Days): boolean {
  if (frontOf(text) > 0) return true
  if (text.length > 300 || !/^[^:–—→]{2,60}?(?::|\s[–—→-])\s+\p{Ll}/u.test(text)) return false
  if (/^[^–—→]{2,60}?:/.test(text) && !isOfOne(text, who)) return isTaken(text, who, false)
  const task = taskIn(text, 0, who, days)
  return task !== null && task.from > 0 && task.owners.every((name) => isSomebody(name, who))
}

/** Whether a text says in front who is to do it, and everybody there is known. */
function isOfKnown(text: string, who: Who): boolean {
  if (!isOfOne(text, who) && !/\s(?:to|will|shall)\s\p{Ll}/u.test(text.slice(0, 80))) return false
  const owners = ownersOf(text, who)
  return owners.length > 0 && owners.every((name) => who.knows(name))
}

/** The same in prose, where it may be what somebody says: by people of the report, by a day, and no more words. */
function isSureOfOne(text: string, who: Who, days: Days): boolean {
  const people = peopleIn(text.slice(0, text.search(/:|\s[–—-]\s/)), who)
  return (
    people.every((name) => who.knows(name) || who.bodies.has(name)) &&
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
  const bracketed = /\[[^[\]]{2,60}\]$/.test(text.slice(-70))
  if (!entry && !isDeed && !bracketed) return false
  const task = text.length <= 300 ? taskBefore(text, 0, who, days) : null
  if (!task || task.to < 8 || (!entry && !task.owners.every((name) => who.knows(name))))
    return false
  // In square brackets stands nobody who is only mentioned.
  const behind = text.slice(task.to)
  if (bracketed && /^\s*\[/.test(behind)) return isDeed || task.due !== null || heads
  const sign = /^\s*(?:[→➔➜⇒]|[-=]{1,2}>)/u.test(behind)
  if (each.arrow === true || heads || sign) return true
  return isDeed && (task.due !== null || /^\s{3}/.test(behind))
}
