import type { PlacedLine } from "../lines/placed-line"
import type { ReadItem } from "../model"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import { titleKeyOf } from "./agenda-lines"

/** So many numbered headings with titles of the agenda that one among them without is an item as well. */
const LEAST = 3
const LONGEST = 80

/**
 * The agenda with the items that were taken without standing on it: "0. Minutes" in front of "1. Roof"
 * and "2. Fees", headings of one kind of which the others repeat its titles. A plain line is one where it
 * counts on from the last of them.
 */
export function withUnlisted(
  agenda: readonly ReadItem[],
  placed: readonly PlacedLine[],
  locate: Locator,
): ReadItem[] {
  const known = new Map(agenda.map((item) => [titleKeyOf(item.title), item]))
  const labels = new Set(agenda.map(({ label }) => label))
  const heads = placed.flatMap(({ line, part, head, under }) =>
    part === "discussion" && !head && !under && isCounted(line) ? [line] : [],
  )
  const itemOf = (line: Line) => known.get(titleKeyOf(line.words.text))
  const listed = heads.filter(itemOf)
  const level = listed[0]?.level
  const [last] = listed.slice(-1)
  const goesOn = (line: Line) =>
    line.level > 0 || Number(line.marker?.text) === Number(last?.marker?.text) + 1
  const others = heads.filter(
    (line) =>
      line.level === level && !itemOf(line) && !labels.has(line.marker?.text ?? "") && goesOn(line),
  )
  if (listed.length < LEAST || others.length * LEAST > listed.length) return [...agenda]
  const added = new Set(others)
  const items = [...agenda]
  let next: ReadItem | undefined
  for (const line of heads.toReversed()) {
    next = itemOf(line) ?? next
    if (!added.has(line)) continue
    const item = newItem(line, locate)
    items.splice(next ? items.indexOf(next) : items.length, 0, item)
    next = item
  }
  return items
}

const isCounted = ({ level, gap, marker, words: { text } }: Line) =>
  (level > 0 || (gap && !/[.;:]$/.test(text))) &&
  marker?.form === "number" &&
  text.length <= LONGEST

function newItem(line: Line, locate: Locator): ReadItem {
  return {
    label: line.marker?.text ?? "",
    title: line.words.text,
    presenter: null,
    minutes: null,
    coverage: "not-recorded",
    coverageHow: "inferred",
    at: locate.span(line.words),
    how: "inferred",
    children: [],
  }
}
