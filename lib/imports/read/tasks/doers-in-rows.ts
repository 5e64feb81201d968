import type { Who } from "../people/who"
import type { Cell } from "../text/table"
import type { Days } from "../times/due-in"
import { assigneeIn } from "./assignee"
import { DOES, isOnlyPeople, isSomebody, peopleIn } from "./owners"
import { taskIn } from "./task-text"

/** Who is the subject of a cell: "Ana orders the rope". */
function doersOf(said: string, who: Who): string[] {
  const people = DOES.exec(said.slice(0, 120))?.[1]
  const owners = people && isOnlyPeople(people, who) ? peopleIn(people, who) : []
  return owners.every((name) => isSomebody(name, who)) ? owners : []
}

/** Whether the cells of "To do" say whose each is: "Ana: ring the port". */
export const tellWhose = (
  rows: readonly (readonly Cell[])[],
  column: number,
  who: Who,
  days: Days,
): boolean =>
  rows.slice(1).some((row) => {
    const said = row[column]?.text ?? ""
    const owners = taskIn(said, 0, who, days)?.owners
    return owners?.every((name) => who.knows(name)) || doersOf(said, who).length > 0
  })

/** Whose a task is in a table without a column for that: who does it, or people beside the day below "By". */
export function doersBeside(said: string, when: string, who: Who, days: Days): string[] {
  const told = assigneeIn(when, who, days)?.owners ?? []
  return told.length > 0 && told.every((name) => who.knows(name)) ? told : doersOf(said, who)
}
