import type { Line } from "../text/shape"
import type { Landmark } from "./landmarks"

export type LinePart =
  | "title"
  | "opening"
  | "agenda"
  | "discussion"
  | "next"
  | "participants"
  | "regrets"
  | "closing"

/** A line and the part it stands in. `head`: what it announces; `rest`: where that begins within it. */
export type PlacedLine = {
  line: Line
  part: LinePart
  head: Landmark | null
  rest: number | null
  /** Under a heading such as "Decisions" or "Action items". */
  under: "decisions" | "actions" | null
  /** The number or the running head of a page, which a paragraph may go on behind. */
  page: boolean
}

/** What stood between a list and the next heading of the discussion was no end yet. */
export function reopen(placed: readonly PlacedLine[]): void {
  for (const each of placed.toReversed()) {
    if (each.part !== "closing" || each.head) break
    each.part = "discussion"
  }
}

/** Whether much of the report stands below its list of people: such a list closes nothing. */
export function isInFront(placed: readonly PlacedLine[], lines: readonly Line[]): boolean {
  const head = placed.findLast((each) => each.head !== null)
  return /^(?:participants|regrets)$/.test(head?.head ?? "") && placed.length * 4 < lines.length * 3
}

/** Whether a line goes on with what is told of the next meeting. */
export function goesOnWithNext(placed: readonly PlacedLine[], line: Line): boolean {
  const before = placed.at(-1)
  if (line.level > 0 || line.whole.text.startsWith("|")) return false
  return !line.gap || (before?.head === "next" && before.rest === null)
}
