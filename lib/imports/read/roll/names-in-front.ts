import type { Announced } from "../lines/landmarks"
import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"
import { withoutTimes } from "./entry-lines"
import { leadsToPeople } from "./leads-to-people"
import { nickOf } from "./nick-lists"
import { peopleHeading } from "./people-heading"
import { segmentsOf, shareOfNames } from "./roll-names"
import { isWholePerson } from "./whole-person"

/** So many whole names are a list of people where nothing in front of them says so. */
const MANY = 4
/** And so many where a label of people stands above them. */
const SOME = 3
const LONGEST = 100
/** "Councillors Ana Lind, Ben Okoro and Cem Arslan": a title of several, which no other line begins with. */
const OF_SEVERAL =
  /^(?:Councillors|Councilors|Cllrs|Crs|Messrs|Mss|Mmes|Drs|Trustees|Directors|Governors|Bros)\.?\s\p{Lu}/u
/** So far from the top such a list may begin. */
const TOP = 60
const MOST = 60

/**
 * A list of people told by nothing but its names: a paragraph of whole names near the top, "Board
 * Members" above such a line, or a bullet such as "Attendees" with its people set in below it.
 */
export function listInFront(lines: readonly Line[], index: number): Announced | null {
  const [line, next] = lines.slice(index, index + 2)
  if (!line || line.level > 0 || line.quote || index > TOP) return null
  const led = leadsToPeople(lines, index)
  if (led) return led
  if (line.marker)
    return isFirstCounted(lines, index) ? { landmark: "participants", rest: 0 } : null
  if (line.bullet) {
    if (setsPeopleIn(lines, index)) return { landmark: "participants", rest: null }
    return isFirstOfPeople(lines, index) ? { landmark: "participants", rest: 0 } : null
  }
  const fewest = OF_SEVERAL.test(line.words.text) ? SOME : MANY
  if (begins(lines, index) && isAllNames(line, fewest) && isParagraph(lines, index))
    return { landmark: "participants", rest: 0 }
  if (begins(lines, index) && areOnePerLine(lines, index))
    return { landmark: "participants", rest: 0 }
  const list = next && !next.gap ? labelIn(line) : null
  return list && next && isAllNames(next, SOME) ? { landmark: list, rest: null } : null
}

/** Nothing but whole names, several of them. */
function isAllNames({ words: { text }, level }: Line, fewest: number): boolean {
  if (level > 0 || text.length < 20 || text.length > 2000 || /[:?!|]/.test(text)) return false
  const parts = segmentsOf(text)
  // "Ana Lind, Superintendent, gave her report on the lamps of the town, …" is no list.
  if (parts.some((part) => part.text.length > LONGEST)) return false
  // "it as a living document, archived every four months, … and Dynamic Coalitions." goes on from a torn line.
  const begins = parts.filter((part) => /^[\p{Lu}@]/u.test(part.text))
  return begins.length >= fewest && begins.length * 2 > parts.length && shareOfNames(parts) === 1
}

/** Whole people in bullets right below the title, and nothing else: "- Ana Lind (chair)", "- Ben Okoro". */
function isFirstOfPeople(lines: readonly Line[], index: number): boolean {
  const above = lines.slice(Math.max(0, index - 4), index)
  const isTop =
    index <= 4 && above.every(({ bullet, marker, level }) => !bullet && !marker && level < 2)
  if (!isTop || /:$/.test(above.at(-1)?.words.text ?? "") || !lines[index]?.gap) return false
  const rest = lines.slice(index, index + MOST)
  const end = rest.findIndex(({ bullet }) => !bullet)
  const own = end < 0 ? rest : rest.slice(0, end)
  return own.length >= SOME && own.every(({ words: { text } }) => isWholePerson(text))
}

/** "1. Ana Lind – Port", "2. Ben Okoro – Tides": people who are counted, and nobody and nothing else. */
function isFirstCounted(lines: readonly Line[], index: number): boolean {
  const [first] = lines.slice(index, index + 1)
  if (!begins(lines, index) || !first?.marker || !/^(?:1|a)$/i.test(first.marker.text)) return false
  const rest = lines.slice(index + 1, index + MOST)
  const end = rest.findIndex(({ gap, level }) => gap || level > 0)
  const own = [first, ...(end < 0 ? rest : rest.slice(0, end))]
  return (
    own.length >= SOME &&
    own.every(
      ({ marker, words: { text } }) =>
        marker?.form === first.marker?.form && isWholePerson(withoutTimes(text)),
    )
  )
}

/** "Ana Lind - chair", "Ben Okoro - D": a paragraph with one whole person on each of its lines. */
function areOnePerLine(lines: readonly Line[], index: number): boolean {
  const rest = lines.slice(index + 1, index + MOST)
  const end = rest.findIndex(({ gap, level }) => gap || level > 0)
  const own = [lines[index], ...(end < 0 ? rest : rest.slice(0, end))]
  return (
    own.length >= MANY &&
    own.every(
      (line) =>
        line && !line.marker && !line.bullet && line.level === 0 && isWholePerson(line.words.text),
    )
  )
}

/** Whether a line is the first of its paragraph. */
function begins(lines: readonly Line[], index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]]
  return !before || line?.gap === true || /^[-=_*]{3,}$/.test(before.whole.text)
}

/** Whether no sentence stands above or below a line in its paragraph. */
function isParagraph(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return begins(lines, index) && (!next || next.gap || next.level > 0 || isAllNames(next, 1))
}

function labelIn({ words: { text } }: Line): "participants" | "regrets" | null {
  if (text.length > 50) return null
  return peopleHeading(text.endsWith(":") ? text : `${text}:`)?.list ?? null
}

/** "• Attendees" with a name in every bullet set in below it. */
function setsPeopleIn(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const list = line && peopleHeading(line.words.text)
  if (!line || !list || list.weak || list.list !== "participants") return false
  const below: Line[] = []
  for (const each of lines.slice(index + 1, index + MOST)) {
    if (each.indent <= line.indent || each.level > 0) break
    below.push(each)
  }
  const [only, more] = below
  if (only && !more && isAllNames(only, 2)) return true
  return below.length >= 2 && below.every(({ words: { text } }) => isOnePerson(text))
}

function isOnePerson(text: string): boolean {
  if (text.length > 110 || /[.:!?]$/.test(text)) return false
  return readEntry(text) !== null || nickOf(text) !== null
}
