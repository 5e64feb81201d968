import type { PlainBlock } from "@/lib/minutes/model"
import { lines } from "@/lib/minutes/plain"
import type { Activity, ActivityKind, CellField, CellValues, RowStatus, Scope } from "../model"
import { citationText } from "./citation"

/** What the words of a table are in the reader's language, and whom and what its ids name. */
export type Naming = {
  kind: Record<ActivityKind, string>
  scope: Record<Scope, string>
  status: Record<RowStatus, string>
  /** How a paragraph is called where one is cited: "para.". */
  paragraph: string
  /** An area's title by its id, a person's name by theirs; "" for one that is not there. */
  area: (id: string) => string
  person: (id: string) => string
}

const inARow = (years: readonly number[]) =>
  years.length > 2 && years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1)

/**
 * "2021, 2022"; "2019–2022" where more than two follow one another. What is being written and cannot be
 * read as years is still text, and stays as it is.
 */
export function yearsText(years: readonly number[] | string): string {
  if (typeof years === "string") return years
  return inARow(years) ? `${years[0]}–${years.at(-1)}` : years.join(", ")
}

/** Between the parts of an activity that stands in one line. */
export const PART = " | "

/** "Title | Dynamic coalition | 2021, 2022 | body | link", without what is empty at its end. */
export function activityText(activity: Activity, kind: Naming["kind"]): string {
  const parts = [kind[activity.kind], yearsText(activity.years), activity.body, activity.link]
  while (parts.at(-1) === "") parts.pop()
  return [activity.title, ...parts].join(PART)
}

/** Rich text as lines, with its lists and the addresses of its links. */
export const blocksText = (blocks: readonly PlainBlock[]): string =>
  blocks
    .flatMap(lines)
    .filter((line) => line.trim() !== "")
    .join("\n")

/** What a cell says, as text: for the clipboard, for search, for who hears the table. */
export function cellText(field: CellField, cells: CellValues, naming: Naming): string {
  switch (field) {
    case "area":
      return naming.area(cells.area)
    case "suggests":
      return cells.suggests
    case "citation":
      return citationText(cells.citation, naming.paragraph)
    case "activities":
      return cells.activities.map((activity) => activityText(activity, naming.kind)).join("\n")
    case "synergies":
      return blocksText(cells.synergies)
    case "scope":
      return [naming.scope[cells.scope.scope], cells.scope.reason].filter(Boolean).join(": ")
    case "responsible":
      return cells.responsible ? naming.person(cells.responsible) : ""
    case "status":
      return naming.status[cells.status]
    case "confirmed":
      return cells.confirmed ?? ""
  }
}
