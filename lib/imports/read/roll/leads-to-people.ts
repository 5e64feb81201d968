import type { Announced } from "../lines/landmarks"
import { readEntry } from "../people/entry"
import type { FinishedBlock } from "../text/finished"
import type { Line } from "../text/shape"
import { nickOf } from "./nick-lists"
import { peopleHeading } from "./people-heading"
import { segmentsOf, shareOfNames } from "./roll-names"
import { ALONE, AWAY } from "./scene-words"
import { isHouse } from "./under-houses"
import { isWholePerson } from "./whole-person"

/** So many lines of a sentence are looked at, and so many below it. */
const [MOST_ABOVE, MOST_BELOW] = [5, 6]
const LONGEST = 220
/** So many lines of a head stand beside each other. */
const MOST_BESIDE = 6
/** So many of the last characters are looked at. */
const MOST_SAID = 400

/**
 * A sentence that ends with a colon and tells who was there, with the people below it: "Please sign in.
 * Roll call:", "The committee met at the harbour. Members in attendance were:".
 */
export function leadsToPeople(lines: readonly Line[], index: number): Announced | null {
  const line = lines[index]
  if (!line || line.level > 0 || line.quote || !line.words.text.endsWith(":")) return null
  const said = lastClause(lines, index)
  if (said.length > LONGEST) return null
  const heading = peopleHeading(said)
  const list =
    heading?.list ?? (AWAY.test(said) ? "regrets" : ALONE.test(said) ? "participants" : null)
  return list && peopleBelow(lines, index) ? { landmark: list, rest: null } : null
}

/** "The committee met on Friday, 16 May, from 9:30. Members present were:" opens the report as well. */
export function leadsIn({ block, head, rich: { text } }: FinishedBlock): boolean {
  return (
    block.part === "participants" &&
    head === "participants" &&
    text.endsWith(":") &&
    text.split(/\s+/, 10).length > 8
  )
}

/** What stands behind the last full stop of the paragraph that a line ends. */
function lastClause(lines: readonly Line[], index: number): string {
  let text = ""
  for (let at = index; at >= 0 && at > index - MOST_ABOVE; at--) {
    text = `${(lines[at]?.words.text ?? "").slice(-MOST_SAID)} ${text}`
    if (lines[at]?.gap || text.length > MOST_SAID || /[.!?]\s+\S/.test(text)) break
  }
  const said = text.trim().slice(-MOST_SAID)
  const [end] = [...said.matchAll(/[.!?]\s+(?=\S)/g)].slice(-1)
  return end ? said.slice(end.index + end[0].length) : said
}

/** Whether people stand on the lines below, one by one, several behind each other, or below where they belong. */
function peopleBelow(lines: readonly Line[], index: number): boolean {
  const [next] = lines.slice(index + 1, index + 2)
  if (!next || next.level > 0) return false
  const parts = segmentsOf(next.words.text.slice(0, 500).replace(/;/g, ","))
  if (parts.length >= 3 && !next.bullet && shareOfNames(parts) >= 0.6) return true
  const below: Line[] = []
  for (const line of lines.slice(index + 1, index + 1 + MOST_BELOW)) {
    if (line.level > 0 || (line.gap && below.length > 0 && line.bullet !== next.bullet)) break
    below.push(line)
  }
  const spaced = isHouse(next.words.text) && below.every(({ gap }) => gap)
  if (spaced && below.some(({ words }) => isWholePerson(words.text))) return true
  const people = below.filter(({ words }) => namesSomebody(words.text, next.bullet))
  return people.length >= 2 && people.length * 2 >= below.length
}

function namesSomebody(text: string, bullet: boolean): boolean {
  if (text.length > 160 || /[.!?:]$/.test(text)) return false
  const entry = readEntry(text)
  if (entry?.name.includes(" ")) return true
  // "Naledi / University of Maseru": a first name is enough where a bullet stands in front.
  return bullet && (entry !== null || nickOf(text) !== null)
}

/** "Key holders - Ana Lind, Ben Okoro" right above "Regrets - Cem Arslan": labels that a dash parts from people. */
export function standsBesideList(lines: readonly Line[], index: number): boolean {
  for (const step of [-1, 1])
    for (let at = index + step; Math.abs(at - index) <= MOST_BESIDE; at += step) {
      const [line, torn] = [lines[at], lines[step > 0 ? at : at + 1]]
      if (!line || torn?.gap) break
      const label = /^([^:–—]{3,40}?)\s[–—-]\s+\p{Lu}/u.exec(line.words.text.slice(0, 60))?.[1]
      const list = label ? peopleHeading(`${label}:`) : null
      if (list && !list.weak) return true
    }
  return false
}
