import type { Who } from "../people/who"
import { type Cell, cellsOf, isRow } from "../text/table"
import { type Days, dueIn } from "../times/due-in"
import { isDeed } from "./action-groups"
import type { ActionRow } from "./action-rows"
import { assigneeIn, dayIn } from "./assignee"
import { isOnlyPeople, peopleIn } from "./owners"
import { kindOfField } from "./task-columns"
import { isClosed, isState } from "./task-state"

/** "A41.2", "2023-A07", "TB/22/076a:": what a task is called, in front of the columns of its row. */
const CODE =
  /^(?:(?:Action|Task|Item) \d{1,3}|[[(]?(?=\D{0,8}\d)(?=[^-./]{0,6}[\p{L}./-])[\p{Lu}\d][\p{L}\d]{0,8}(?:[./-][\p{L}\d]{1,6}){0,3}[\])]?):?$/u
const DUE = /^(?:due|by|until|deadline)\s?:?\s+/i
const FEWEST = 3
const MOST = 6

/**
 * "A41.2  FD  change the layout  2022-06-21": a code, and apart by two spaces whose the task is, what is to be
 * done and perhaps by when or what became of it; "skip" for what is done, null for any other line.
 */
export function codedRow(text: string, who: Who, days: Days): ActionRow | "skip" | null {
  const typed = typedRow(text, who, days)
  if (typed) return typed
  if (
    text.length > 300 ||
    !/^(?:Action |Task |Item )?\S{1,24}\s{2}/.test(text) ||
    text.startsWith("|")
  )
    return null
  const [code, ...cells] = cellsOf(text, 2) ?? []
  if (!code || !CODE.test(code.text) || cells.length + 1 < FEWEST || cells.length >= MOST)
    return null
  let task: Cell | undefined
  let owners: string[] = []
  let due: string | null = null
  let closed = false
  for (const cell of cells) {
    const day = dayIn(cell.text.replace(DUE, ""), days)
    if (isState(cell.text)) closed ||= isClosed(cell.text)
    else if (day) due ??= day.due
    else if (owners.length === 0 && isOnlyPeople(cell.text, who)) owners = peopleIn(cell.text, who)
    else if (task) return null
    else task = cell
  }
  if (!task || owners.length === 0 || !/\s/.test(task.text)) return null
  // "C2-07  Agenda for May  (Chair)" is a paper.
  if (cells.length < FEWEST && !isDeed(task.text)) return null
  if (closed) return "skip"
  return {
    from: task.from,
    to: task.to,
    owners,
    due: due ?? dueIn(task.text, days),
    undated: false,
  }
}

const TYPE = /^(?:actions?(?: items?| points?)?|tasks?|to[- ]?do)$/i

/** "| Ring the port | Action | Ana | 3 May |" in minutes of which every row says what it is. */
function typedRow(text: string, who: Who, days: Days): ActionRow | null {
  if (text.length > 600 || !/[|\t]/.test(text) || !isRow(text)) return null
  const cells = (cellsOf(text) ?? []).filter((cell) => cell.text !== "")
  const at = cells.findIndex((cell) => TYPE.test(cell.text))
  const heads = cells.some((cell, index) => index !== at && kindOfField(cell.text))
  if (at < 0 || heads || cells.length < FEWEST) return null
  const told = assigneeIn(
    cells
      .slice(at + 1)
      .map((cell) => cell.text)
      .join(", "),
    who,
    days,
  )
  const task = cells[at - 1] ?? cells[1]
  return told && task ? { from: task.from, to: task.to, ...told, undated: false } : null
}
