import { coverageOf } from "../coverage/coverage-words"
import type { ReadItem } from "../model"
import { letterOf } from "../text/ordinals"
import { joinRich, sliceRich } from "../text/rich"
import type { Locator } from "../text/source"
import { type AgendaEntry, markerValue } from "./agenda-lines"
import { bareTitle } from "./agenda-title"
import { alikeFronts } from "./alike-fronts"
import { alikeTails } from "./alike-tails"

type Level = {
  style: string
  indent: number
  dots: number
  items: ReadItem[]
  parent: ReadItem | null
  value: number
  /** The depth of Markdown headings on it, 0 for other lines. */
  heading: number
}

/** Levels that an agenda can have; whatever is set in further stays on the last. */
const DEEPEST = 5

/** "3.32 post mortem": an hour where others have one in front as well, and a version where none has. */
const MAY_BE_HOUR = /^\d{1,2}\.\d{2}\s+(?=\p{L})/u

/** Makes the agenda's tree of its entries: by their numbering, and where that is alike, by indent. */
export function buildAgenda(entries: readonly AgendaEntry[], locate: Locator): ReadItem[] {
  const top: ReadItem[] = []
  const levels: Level[] = []
  const labels = new Map<string, number>()
  const titles = entries.map(({ lines }) => titleOf(lines).text)
  const fronts = alikeFronts(titles)
  const hours = titles.length > 2 ? titles.filter((title) => MAY_BE_HOUR.test(title)).length : 0
  const tails = alikeTails(titles)
  for (const entry of entries) {
    const line = entry.lines[0]
    if (!line) continue
    const level = levelFor(entry, levels, top)
    const value = line.marker ? markerValue(line.marker, level.value) : level.value + 1
    level.value = value
    const whole = titleOf(entry.lines)
    const tail = tails.get(whole.text)
    const printedTitle = sliceRich(
      whole,
      fronts.get(whole.text) ?? 0,
      tail?.end ?? whole.text.length,
    )
    const timed = bareTitle(printedTitle.text)
    const bare = hours === 1 && MAY_BE_HOUR.test(printedTitle.text) ? { ...timed, from: 0 } : timed
    const rich = sliceRich(printedTitle, bare.from, bare.to)
    const printed = labelOf(entry, level, value)
    const times = (labels.get(printed) ?? 0) + 1
    labels.set(printed, times)
    const became = entry.outcome ? coverageOf(entry.outcome) : null
    level.items.push({
      // Sections are found by their label, so one that is printed twice must not be one.
      label: times > 1 ? `${printed}-${times}` : printed,
      title: rich.text,
      presenter: entry.presenter ?? bare.presenter ?? tail?.presenter ?? null,
      minutes: entry.minutes ?? bare.minutes,
      coverage: became ?? "not-recorded",
      coverageHow: became ? "read" : "inferred",
      at: locate.span(rich),
      how: line.marker ? "read" : "inferred",
      children: [],
    })
  }
  return top
}

const titleOf = (lines: AgendaEntry["lines"]) => joinRich(lines.map(({ words }) => words))

/** Finds the level that an entry stands on, or opens one below the entry before it. */
function levelFor(entry: AgendaEntry, levels: Level[], top: ReadItem[]): Level {
  const marker = entry.lines[0]?.marker
  const dots = marker?.form === "dotted" ? marker.text.split(".").length : 0
  const heading = entry.lines[0]?.level ?? 0
  const depth = levels.findIndex(
    (level) =>
      // A heading without a number stands beside those that have one.
      (heading > 0 && !marker && level.heading === heading) ||
      (level.style === entry.style &&
        (dots > 0 ? level.dots === dots : entry.indent < level.indent + 2)),
  )
  // "B.11.1" stands below "B.11", and beside "A.6".
  const code = /^[A-Z]\./.test(marker?.text ?? "") ? (marker?.text ?? "") : ""
  if (code && levels[0]?.style === entry.style) {
    while (levels.length > 1 && !code.startsWith(`${levels.at(-1)?.items.at(-1)?.label}.`))
      levels.pop()
    const [only] = levels
    if (only && levels.length === 1 && !code.startsWith(`${only.items.at(-1)?.label}.`)) return only
  }
  const known = levels[depth] ?? (levels.length === DEEPEST ? levels.at(-1) : undefined)
  if (known) {
    levels.length = levels.indexOf(known) + 1
    return known
  }
  // "## Old business" behind "### Ramp" never stands below it, though it is the first of its depth.
  while (heading > 0 && (levels.at(-1)?.heading ?? 0) > heading) levels.pop()
  const parent = levels.at(-1)?.items.at(-1) ?? null
  const items = parent ? parent.children : top
  const level = {
    style: entry.style,
    indent: entry.indent,
    dots,
    items,
    parent,
    value: items.length,
    heading,
  }
  levels.push(level)
  return level
}

function labelOf(entry: AgendaEntry, level: Level, value: number): string {
  const marker = entry.lines[0]?.marker
  const parent = level.parent?.label ?? ""
  if (!marker) return parent ? parent + letterOf(value) : String(value)
  if (!parent || marker.form === "dotted" || marker.form === "label") return marker.text
  return marker.form === "number" ? `${parent}.${marker.text}` : parent + marker.text
}

/** Every item of a tree, parents before their children. */
export function flatItems(items: readonly ReadItem[]): ReadItem[] {
  return items.flatMap((item) => [item, ...flatItems(item.children)])
}

/** The item of the top that another is, or stands below. */
export function topAbove(item: ReadItem, agenda: readonly ReadItem[]): ReadItem | undefined {
  return agenda.find((each) => flatItems([each]).includes(item))
}
