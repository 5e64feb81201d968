import { markOfAction } from "../decisions/outcome-labels"
import { isBracketedTask } from "../lines/starts-anew"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { sliceRich } from "../text/rich"
import { type Days, dueIn } from "../times/due-in"
import type { Added } from "./action-sentences"
import { HANDLE_IN_FRONT, ownersOf, subjectTo } from "./owners"
import type { TaskState } from "./task-state"
import { taskBefore, taskBehindBold, taskIn } from "./task-text"

/** What is known of an entry before its words are read. */
export type Known = {
  /** Where what is to be done begins, behind a label. */
  begin: number
  named: readonly string[]
  due: string | null
  /** Whose the entries of its group are. */
  grouped: string[] | null
}

/** Characters of the number or sign in front of a task, or of the bracket that it is set in. */
export const frontOf = (text: string) =>
  isBracketedTask(text)
    ? 1
    : (/^(?:>>|\(?(?:[a-z\d]{1,2}|[ivx]{1,4})\)|\d{1,3}(?:\.\d{1,3}){1,3}\.?)\s+/.exec(text)?.[0]
        .length ?? 0)

/** What an entry says is to be done, and by whom. */
export function entryOf(each: FinishedBlock, known: Known, who: Who, days: Days): Added {
  const { begin, named, due, grouped } = known
  const text = each.rich.text
  const from = begin || frontOf(text)
  const task =
    taskIn(text, from, who, days) ??
    taskBehindBold(each.rich, from, who) ??
    taskBefore(text, from, who, days)
  if (task && (named.length === 0 || task.from > from)) {
    const owners = named.length > 0 ? [...named] : task.owners
    return { ...task, owners, due: task.due ?? due, how: "read" }
  }
  const own = named.length > 0 ? [...named] : ownersOf(text.slice(from), who)
  const ticked = each.block.marker?.includes("[") === true
  const marked = begin > 0 || ticked || each.block.kind === "quote"
  const other = marked && own.length === 0 ? subjectTo(text.slice(from)) : []
  const owners = own.length > 0 ? own : (grouped ?? other)
  // "@ana write the letter": the handle in front is whose it is.
  const called = owners.length > 0 ? HANDLE_IN_FRONT.exec(text.slice(from, from + 80)) : null
  // "@ana writes the letter" is a sentence of which the handle is the subject, "@Ana Lind" stands in front of one.
  const isSubject =
    !/^@\S+\s\S/.test(called?.[0] ?? "") &&
    /^\p{Ll}+[^s\s]s\s/u.test(text.slice(from + (called?.[0].length ?? 0)))
  const handle = isSubject ? null : called
  const start = from + (handle?.[0].length ?? 0)
  return { from: start, to: text.length, owners, due, how: "read" }
}

/** A task that is told once more because it is still open, without the words that say so; null where it is nobody's. */
export function openTask(each: FinishedBlock, state: TaskState, who: Who, days: Days) {
  const front = state.from === 0 ? state.to : 0
  const entry = front > 0 ? each : { ...each, rich: sliceRich(each.rich, 0, state.from) }
  const code = front > 0 ? 0 : (markOfAction(entry.rich.text)?.[0].length ?? 0)
  const begin = front + code
  if (ownersOf(entry.rich.text.slice(begin), who).length === 0) return null
  return { entry, begin, due: dueIn(state.beside, days) }
}
