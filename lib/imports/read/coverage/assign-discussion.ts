import { flatItems } from "../agenda/agenda"
import { labelledLines } from "../agenda/labelled-lines"
import type { Topics } from "../agenda/topics"
import type { PlacedLine } from "../lines/placed-line"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import type { Discussion } from "./assigned"
import { assign } from "./discussion"

/** Where so many items come again by their titles, that is how the sections are set. */
const ENOUGH = 0.6

/**
 * Assigns every line of the discussion to an agenda item: by the titles that stand above or in front of it,
 * and where few of them do, by the labels in front of it, or by what its paragraphs speak of.
 */
export function assignDiscussion(
  placed: readonly PlacedLine[],
  topics: Topics,
  locate: Locator,
): Discussion {
  const headed = assign(placed, topics, locate, {})
  const share = shareOf(headed, topics)
  if (share === 1) return headed
  const lines = placed.flatMap(({ line, part, head, under }) =>
    part === "discussion" && !head && !under ? [line] : [],
  )
  const labelled = labelledLines(lines, topics)
  const few = share < ENOUGH
  const others = [
    ...(labelled.size > 0 && (few || goesOn(labelled, headed))
      ? [assign(placed, topics, locate, { labelled })]
      : []),
    ...(headed.sections.length === 0 ? [assign(placed, topics, locate, { byMention: true })] : []),
  ]
  return others.reduce(
    (best, other) => (shareOf(other, topics) > shareOf(best, topics) ? other : best),
    headed,
  )
}

/** Whether all the sections found begin with such labels: then the others do as well. */
function goesOn(labelled: ReadonlyMap<Line, unknown>, { sections }: Discussion): boolean {
  const known = new Set([...labelled.keys()].map(({ n }) => n))
  return sections.every(({ at }) => known.has(at.line))
}

/** The share of the items of the top that something stands under, or under a part of which. */
function shareOf({ sections }: Discussion, { agenda }: Topics): number {
  const opened = new Set(sections.flatMap(({ items }) => items))
  const filled = agenda.filter((item) => flatItems([item]).some(({ label }) => opened.has(label)))
  return filled.length / Math.max(1, agenda.length)
}
