import { AMENDS } from "../decisions/outcome-labels"
import type { ReadAction } from "../model"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { DUE_LABEL } from "./action-labels"
import { assigneeIn, dayIn } from "./assignee"
import { namedIn, peopleIn } from "./owners"
import { isClosed, isState } from "./task-state"

/** Behind an owner on the same line: by when. */
const DAY_BEHIND =
  /(?: {2}|[;,|] ?)(?:due(?: date| by)?|date|deadline|by when|when|until|target(?: date)?) ?:/i
/** By whom or by when the last action is to be done, from beside it. */
export function besideTask(last: ReadAction | undefined, text: string, who: Who, days: Days): void {
  if (!last) return
  const told = assigneeIn(text, who, days)
  if (told) {
    last.owners = told.owners
    last.due ??= told.due
    return
  }
  const people = peopleIn(text, who)
  if (people.length > 0) last.owners = people
  else last.due ??= dayAt(text, days, "") ?? dueIn(text, days)
}

/** "Status: closed; it was sent in May" below a task, which its owner may stand between. */
const STATE = /^(?:status|state|progress|outcome|estado|état|stand)\s?:\s*(?=\S)/i
const NEAR = 3
/** "Catherine: Done, that was the mail of Monday." right below a task. */
const ANSWER = /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}:\s+(?=\p{L})/u
/** "Carried forward to 30 April", "now due on 26 March". */
const NEW_DAY = /\b(?:to|until|till|for|by|on)\s+(?=\d|\p{L}{3,9}\s\d)/iu

/** Whether a line says what became of the task above it: what is closed is none, what was moved has a new day. */
export function tellsState(actions: ReadAction[], block: number, text: string, days: Days) {
  const last = actions.at(-1)
  const answer = block - (last?.block ?? 0) === 1 ? ANSWER.exec(text.slice(0, 60)) : null
  if (answer && isClosed(text.slice(answer[0].length))) {
    actions.pop()
    return true
  }
  const label = STATE.exec(text.slice(0, 20))
  if (!label || !last || block - last.block > NEAR) return false
  const said = text.slice(label[0].length)
  if (isClosed(said)) actions.pop()
  else if (!isState(said)) return false
  else {
    const day = NEW_DAY.exec(said)
    last.due = (day ? dueIn(`by ${said.slice(day.index + day[0].length)}`, days) : null) ?? last.due
  }
  return true
}

/** The same from a line below it with a label: "By: Ana Lind            Date: 3 May". */
export function amendTask(
  last: ReadAction | undefined,
  label: string,
  value: string,
  who: Who,
  days: Days,
): void {
  if (!last) return
  // "By: 10 May" is a day as well as "By: Ana" is whose it is.
  if (DUE_LABEL.test(label) || dayIn(value, days)?.due) last.due ??= dueIn(`by ${value}`, days)
  else {
    const told = assigneeIn(value, who, days)
    if (told) {
      if (last.owners.length === 0) last.owners = told.owners
      last.due ??= told.due
      return
    }
    const [said = "", day] = value.split(DAY_BEHIND)
    if (last.owners.length === 0) last.owners = namedIn(said, who)
    if (day) last.due ??= dueIn(`by ${day.trim()}`, days)
  }
}

/** The label of a line that says by whom or by when what stands above it is done; null for any other line. */
export function amendsIn(text: string, who: Who, days: Days): RegExpExecArray | null {
  const field = AMENDS.exec(text.slice(0, 40))
  if (!field || !/^(?:action|assigned\s?:)/i.test(field[0])) return field
  // "ACTION BY: Ana Lind - to call the port" and "ASSIGNED: Ben will call" are actions of their own.
  return assigneeIn(text.slice(field[0].length), who, days) === null ? null : field
}

/** The paragraph that stands right above the label of whose it is, and is no action yet. */
export function taskAbove(
  { block, close }: FinishedBlock,
  before: FinishedBlock | null,
  last: ReadAction | undefined,
): FinishedBlock | null {
  if (!close || !before || block.id - before.block.id !== 1 || before.block.item !== block.item)
    return null
  return last?.block === before.block.id || before.rich.text.length > 400 ? null : before
}
