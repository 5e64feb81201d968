import type { ReadAction } from "../model"
import type { Who } from "../people/who"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { DUE_LABEL } from "./action-labels"
import { assigneeIn } from "./assignee"
import { namedIn, peopleIn } from "./owners"

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

/** The same from a line below it with a label: "By: Ana Lind            Date: 3 May". */
export function amendTask(
  last: ReadAction | undefined,
  label: string,
  value: string,
  who: Who,
  days: Days,
): void {
  if (!last) return
  if (DUE_LABEL.test(label)) last.due ??= dueIn(`by ${value}`, days)
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
