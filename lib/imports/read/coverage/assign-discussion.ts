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
    ...(few ? mentioned(placed, topics, locate, headed) : []),
  ]
  return others.reduce(
    (best, other) => (shareOf(other, topics) > shareOf(best, topics) ? other : best),
    headed,
  )
}

/** By what the paragraphs speak of: of those found by their titles none is lost, and they go by the agenda. */
function mentioned(
  placed: readonly PlacedLine[],
  topics: Topics,
  locate: Locator,
  headed: Discussion,
): Discussion[] {
  const found = assign(placed, topics, locate, { byMention: true })
  if (headed.sections.length === 0) return [found]
  const order = topics.all.map(({ label }) => label)
  const places = found.sections.flatMap(({ items }) => items.map((label) => order.indexOf(label)))
  const goesByAgenda = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))
  const known = new Set(found.sections.flatMap(({ items }) => items))
  const keeps = headed.sections.every(({ items }) => items.every((label) => known.has(label)))
  return goesByAgenda && keeps ? [found] : []
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
