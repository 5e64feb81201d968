import { squeezed } from "@/lib/check/words"
import { landmarkOf } from "../lines/landmarks"
import { officeLabel } from "../offices/office-label"
import { segmentsOf, shareOfNames } from "../roll/roll-names"
import type { Line } from "../text/shape"
import { findDays } from "../times/calendar"

/**
 * The headings among those of a discussion that begin an item: none that only frames others
 * ("Summary"), that comes again below one item after the other ("Conclusion"), or that stands above
 * nothing but what the meeting itself is said to be ("Opened: 13:05") or who came.
 */
export function itemHeadings(all: readonly Line[]): Line[] {
  const marked = withoutTitle(all.filter((line) => line.level > 0))
  const framed = withinFrames(marked)
  const parts = partsOfItems(framed)
  const fields = headingsOfFields(framed, all)
  const items = framed.filter((line) => !parts.has(line) && !fields.has(line))
  return items.length > 0 ? items : [...marked]
}

/** A heading alone on its level above all the others is the title of the report. */
function withoutTitle(marked: readonly Line[]): Line[] {
  const [first, ...rest] = marked
  const isTitle = first?.level === 1 && rest.length >= 2 && rest.every(({ level }) => level > 1)
  return isTitle ? rest : [...marked]
}

/** Below "Summary" or "Agenda" with headings of its own stand the items, and beside it none. */
function withinFrames(marked: readonly Line[]): Line[] {
  for (const [index, line] of marked.entries()) {
    if (line.marker || !isFrame(line)) continue
    const own: Line[] = []
    for (let at = index + 1; at < marked.length; at++) {
      const heading = marked[at] as Line
      if (heading.level <= line.level) break
      own.push(heading)
    }
    if (own.length >= 2) return own
  }
  return [...marked]
}

/** "Summary", "Agenda & minutes". */
function isFrame(line: Line): boolean {
  const sides = line.words.text.slice(0, 80).split(/\s(?:&|and)\s|\s?\/\s?/i)
  return sides.every((text) => {
    const words = { ...line.words, text }
    const found = landmarkOf({ ...line, words, whole: words })
    return found?.rest === null && /^(?:agenda|discussion)$/.test(found.landmark)
  })
}

/** "#### Conclusion" below one item and once more below another is a part of both. */
function partsOfItems(marked: readonly Line[]): ReadonlySet<Line> {
  const top = Math.min(...marked.map(({ level }) => level))
  const seen = new Map<string, Line[]>()
  for (const line of marked) {
    if (line.level <= top || line.marker) continue
    const key = `${line.level} ${squeezed(line.words.text)}`
    seen.set(key, [...(seen.get(key) ?? []), line])
  }
  return new Set([...seen.values()].filter((lines) => lines.length > 1).flat())
}

/** A line of people is hardly longer. */
const MOST = 400
const FIELD = /^(\p{Lu}[\p{L} /'’-]{1,30}):\s+(\S.{0,120})$/u

/** The headings that have fields of the meeting below them, and nothing else. */
function headingsOfFields(marked: readonly Line[], all: readonly Line[]): ReadonlySet<Line> {
  const heads = new Set(marked)
  const found = new Set<Line>()
  let head: Line | null = null
  let below: Line[] = []
  const close = () => {
    const fields = below.filter(({ words: { text } }) => isField(text)).length
    if (head && below.length > 0 && fields === below.length) found.add(head)
    // "Roll call" behind "Call to order" is an item like the others.
    const isFirst = found.size === 0 && head === marked[0]
    if (head && isFirst && !head.marker && arePeople(below)) found.add(head)
    // "Chair: Ana Lind" as a heading is a field itself.
    if (head && officeLabel(head.words.text)) found.add(head)
    below = []
  }
  for (const line of all) {
    if (heads.has(line)) {
      close()
      head = line
    } else below.push(line)
  }
  close()
  return found
}

/** So many people make a list of them. */
const FEWEST = 3
const LABEL = /^(?:\p{Lu}[\p{L} /'’&-]{1,40}|\p{L}{2,12}):\s{1,4}/u

/** Names one below the other or behind labels, "Staff: Ana Lind, Ben Okoro", and hardly anything else. */
function arePeople(lines: readonly Line[]): boolean {
  const parts = lines.flatMap(({ words: { text } }) =>
    text.length > MOST ? [{ text }] : segmentsOf(text.replace(LABEL, "")),
  )
  return parts.length >= FEWEST && shareOfNames(parts) >= 0.75
}

/** "Closed: 14:20", "Facilitator: Ana": when, where or under whom the meeting was. */
function isField(text: string): boolean {
  const [, label = "", value = ""] = FIELD.exec(text.slice(0, 160)) ?? []
  if (label === "") return false
  if (officeLabel(`${label}: x`)) return true
  const day = findDays(value)[0]
  const rest = day ? value.slice(0, day.from) + value.slice(day.to) : value
  return rest.length <= 40 && (day !== undefined || /^\d{1,2}[:.h]\d{2}\b/.test(rest))
}
