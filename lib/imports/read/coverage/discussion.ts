import type { SectionFact, SectionHeading } from "@/lib/check/model"
import { squeezed } from "@/lib/check/words"
import { flatItems, topAbove } from "../agenda/agenda"
import { markerValue } from "../agenda/agenda-lines"
import { isBareHeading } from "../agenda/bare-headings"
import { looksLikeHeading, type Topic, type Topics } from "../agenda/topics"
import type { PlacedLine } from "../lines/placed-line"
import type { ReadItem } from "../model"
import { isWrapped, paragraphFrom } from "../text/paragraph"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import type { Assigned, Discussion, How } from "./assigned"
import { frontOf, headingLength } from "./front-titles"
import { namedByLabel, referredTo } from "./named-by-label"
import { isLate, isParagraph } from "./out-of-turn"
import { completes, titledItems } from "./own-headings"

const OPENS = /^(?:opening|welcome|introductions?|call to order)\b/i
/** "Actions", "Follow-up" and "To do" are those of the whole meeting, "Action" that of one item. */
const GATHERS = /s\b|^follow|^to[- ]?do/i

export type { Assigned, Discussion } from "./assigned"

/** Assigns every line of the discussion to an agenda item, heading by heading. */
export function assign(
  placed: readonly PlacedLine[],
  topics: Topics,
  locate: Locator,
  { byMention = false, labelled = new Map() }: How,
): Discussion {
  const assigned = new Map<Line, Assigned>()
  const sections: SectionFact[] = []
  const headings: SectionHeading[] = []
  const spelled = new Set<string>()
  const opened = new Set<string>()
  const lines = placed.filter(({ part }) => part === "discussion")
  const all = lines.map(({ line }) => line)
  const titled = titledItems(all, topics)
  let current: ReadItem | null = null
  let top = { label: null as string | null, number: 0 }
  let [listed, level] = [0, 0]

  for (const [index, { line, under, head }] of lines.entries()) {
    if (assigned.has(line)) continue
    if (head) {
      // "Decisions" at the end of a report gathers those of all items; "Decision" belongs to one.
      const deeper = line.level > 0 ? level > 0 && line.level > level : isFollowed(index)
      if (/^(?:decisions|actions)$/.test(head) && !deeper && GATHERS.test(line.words.text))
        current = null
      assigned.set(line, { item: current?.label ?? null, heading: 0, numbered: false })
      continue
    }
    const topic: Topic | null = under ? null : topicOf(line, index)
    const [item] = topic?.items ?? []
    if (!topic || !item) {
      if (line.marker?.form === "number") listed = Number(line.marker.text)
      // "## Carried over" beside "## 7. Nominations" belongs to no item.
      if (line.level > 0 && line.level <= level && !line.marker) current = null
      assigned.set(line, { item: current?.label ?? null, heading: 0, numbered: false })
      continue
    }
    listed = 0
    current = item
    level = line.level
    const label = line.marker?.text ?? null
    if (topics.agenda.includes(item)) {
      const value = line.marker ? markerValue(line.marker, top.number) : top.number + 1
      top = { label: item.label, number: value }
    } else top = { ...top, label: topOf(item) }
    for (const each of topic.items) opened.add(each.label)
    const named = squeezed(line.whole.text.slice(0, 400))
    if (topic.items.length > 1 && topic.items.every((each) => named.includes(squeezed(each.title))))
      for (const each of topic.items) spelled.add(each.label)
    const running = topic.end === null
    const at = locate.span(line.whole)
    sections.push({ items: topic.items.map((each) => each.label), label, running, at })
    const heading = topic.whole
      ? (topic.end ?? 0)
      : headingLength(item.title, line.words.text, topic.end)
    if (heading > 0 && topic.items.length === 1) {
      headings.push({
        printed: line.words.text.slice(0, heading).trim(),
        label,
        item: item.label,
        title: item.title,
        at: locate.span(line.words, 0, heading),
      })
    }
    // A number or "Topic:" in front of a heading is no part of it.
    const fronted =
      (line.level > 0 || line.bullet) && line.whole.text.length > line.words.text.length
    const numbered = (line.marker !== null || fronted) && !topic.whole
    assigned.set(line, { item: item.label, heading, numbered })
    const rest = lines[index + 1]?.line
    if (rest && heading === line.words.text.length && completes(item.title, line, rest)) {
      assigned.set(rest, { item: item.label, heading: rest.whole.text.length, numbered: false })
      const last = headings.at(-1)
      if (last) last.printed = `${last.printed} ${rest.whole.text}`
    }
  }
  openFirst()
  return { assigned, sections, headings, spelled }

  /** What stands in front of the first heading belongs to an item "Opening" that has none. */
  function openFirst() {
    const [first] = topics.agenda
    const from = lines.findIndex(({ line }) => assigned.get(line)?.item !== null)
    // Of paragraphs without headings those in front of the second item are on the first.
    const isFirst = byMention && from >= 1 && opened.has(topics.agenda[1]?.label ?? "")
    if (!first || from < 1 || opened.has(first.label) || !(isFirst || OPENS.test(first.title)))
      return
    for (const { line, head } of lines.slice(0, from))
      if (!head) assigned.set(line, { item: first.label, heading: 0, numbered: false })
  }

  /** Whether an item is still to come: what is gathered for all of them stands behind the last. */
  function isFollowed(index: number): boolean {
    const coming = all.slice(index + 1, index + 200)
    return coming.some((line) => looksLikeHeading(line) && topics.byTitle(line.words.text)?.sure)
  }

  function topicOf(line: Line, index: number): Topic | null {
    const byLabel = labelled.get(line)
    if (byLabel) return byLabel
    const found = recognised(line, index) ?? referredTo(line, topics, isOpen)
    if (found || byMention || line.bullet) return found
    const front = line.level === 0 ? frontOf(line, lines[index - 1]?.line) : null
    const fits = (item: ReadItem) => isOpen(item) && (front?.marked || isNext(item))
    const part = front ? topics.byPart(front.title, fits) : null
    if (front && part) return { ...part, end: front.length }
    const isHead = line.level > 0 || (line.gap && isBareHeading(line, lines[index + 1]?.line))
    return isHead ? topics.byPart(line.words.text, isOpen) : null
  }

  function isOpen(item: ReadItem): boolean {
    return !opened.has(item.label) && !titled.has(item)
  }

  /** Whether an item is the first behind the last that is still to come. */
  function isNext(item: ReadItem): boolean {
    const behind = topics.agenda.slice(
      topics.agenda.findIndex(({ label }) => label === top.label) + 1,
    )
    return behind.find(isOpen) === item
  }

  function recognised(line: Line, index: number): Topic | null {
    const text = line.words.text
    const next = lines[index + 1]?.line
    const named = namedByLabel(line, topics)
    if (named) return named
    const { marker } = line
    if (!marker) {
      const topic = line.bullet ? bulleted(line, next) : unmarked(line, all[index - 1])
      if (topic || !byMention || (index > 0 && !line.gap && !line.bullet)) return topic
      return topics.byMention(paragraphFrom(all, index))
    }
    if (marker.form === "letter" || marker.form === "label") {
      const child = childFor(marker.text, marker.form === "label")
      const byTitle = topics.byTitle(text, (item) => (child ? topOf(child) === topOf(item) : true))
      if (byTitle) return byTitle
      const found = child && !opened.has(child.label) && looksLikeHeading(line) && !line.bullet
      return found ? { items: [child], end: text.length, sure: false } : topLetter(line)
    }
    const byLabel = topics.byLabel(marker.text)
    const own = byLabel ? topics.byTitle(text, (item) => item === byLabel) : null
    if (own) return own
    const other = topics.byTitle(text)
    if (other?.sure || (other && !isListEntry(line, next))) return other
    // "3. Mr Kask presented" counts the paragraphs.
    const counts = byMention && !byLabel && line.gap
    if (line.bullet || (!counts && isListEntry(line, next))) return null
    const paragraph = paragraphFrom(all, index)
    const asks = (byLabel || counts) && (paragraph.length > 140 || !looksLikeHeading(line))
    const mention = asks ? topics.byMention(paragraph) : null
    if (mention) return mention
    if (!byLabel || opened.has(byLabel.label) || titled.has(byLabel)) return null
    const end = looksLikeHeading(line) && paragraph === text ? text.length : null
    // Where the items have headings, the numbers of paragraphs count through all of them.
    if (end === null && marker.form === "number" && titled.size * 2 >= topics.agenda.length)
      return null
    return { items: [byLabel], end, sure: false }
  }

  function unmarked(line: Line, before: Line | undefined): Topic | null {
    // A title may stand in front of a paragraph of any length that is set on one line.
    if (line.words.text.length > (line.gap ? 4000 : 400)) return null
    if (before && isWrapped(before, line) && !/[.!?]$/.test(before.words.text)) return null
    const topic = topics.byTitle(line.words.text)
    if (!topic) return null
    // Prose may begin with a title by chance: without a number only a heading of its own counts.
    if (line.level > 0) return topic.end === null ? null : topic
    // In a report without empty lines a title stands behind what is over.
    const begins = line.gap || (before && /[.!?]["”)]?$|-none$/.test(before.words.text))
    const whole = topic.end === line.words.text.length && !(before && isWrapped(before, line))
    return topic.sure && topic.end !== null && (begins || whole) ? topic : null
  }

  /** A bullet with the very title of an item that has no section yet, or of one below the last. */
  function bulleted(line: Line, next: Line | undefined): Topic | null {
    if (line.ticked !== null || line.words.text.length > 400) return null
    const topic = topics.byTitle(line.words.text)
    const [item] = topic?.items ?? []
    if (!topic?.sure || !item || topic.end === null || opened.has(item.label)) return null
    const below = top.label !== null && topOf(item) === top.label && !topics.agenda.includes(item)
    if (topic.end < line.words.text.length)
      return below || topics.agenda.includes(item) ? topic : null
    const another = next?.bullet && next.indent <= line.indent
    return another && !below ? null : topic
  }

  /** A number within a list: out of turn, or with its neighbour right behind it. */
  function isListEntry(line: Line, next: Line | undefined): boolean {
    if (line.marker?.form !== "number") return false
    const number = Number(line.marker.text)
    if (number <= top.number && isOutOfTurn(line)) return false
    if (number <= top.number || (number === listed + 1 && listed > 0)) return true
    return next?.marker?.form === "number" && Number(next.marker.text) === number + 1 && !next.gap
  }

  function isOutOfTurn(line: Line): boolean {
    if (isLate(line, topics.agenda, opened)) return true
    const item = topics.byLabel(line.marker?.text ?? "")
    const isItem = item !== undefined && topics.agenda.includes(item) && isOpen(item)
    return isItem && isParagraph(all, all.indexOf(line))
  }

  function childFor(text: string, whole: boolean): ReadItem | undefined {
    if (whole || top.label === null) return topics.byLabel(text)
    const parent = topics.byLabel(top.label)
    const label = (top.label + text).toLowerCase()
    return parent && flatItems(parent.children).find((each) => each.label.toLowerCase() === label)
  }

  function topLetter(line: Line): Topic | null {
    const item = topics.byLabel(line.marker?.text ?? "")
    if (!item || opened.has(item.label) || !topics.agenda.includes(item)) return null
    if (looksLikeHeading(line)) return { items: [item], end: line.words.text.length, sure: false }
    // "II. The members met …": text behind the very next letter or numeral of the agenda.
    const before =
      top.label === null ? -1 : topics.agenda.findIndex(({ label }) => label === top.label)
    const isNext = topics.agenda.indexOf(item) === before + 1 && !titled.has(item)
    const isLater = line.gap && (line.marker?.text.length ?? 0) > 1 && !titled.has(item)
    return (isNext || isLater) && !line.bullet ? { items: [item], end: null, sure: false } : null
  }

  function topOf(item: ReadItem): string | null {
    return topAbove(item, topics.agenda)?.label ?? null
  }
}
