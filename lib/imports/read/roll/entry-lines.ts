import { plainCase } from "@/lib/check/words"
import { readEntry } from "../people/entry"
import { looksLikeName } from "../people/names"
import type { Line } from "../text/shape"
import { beginsWithHouse } from "./roll-houses"
import { segmentsOf, shareOfNames } from "./roll-names"
import { placeInFront } from "./roll-place"
import { isWholePerson } from "./whole-person"

/** A longer line without a number or bullet is no entry. */
const LONGEST = 250

/** "Coordinators", and the first of them behind an empty line and with a bullet. */
export function isBelowLabel(line: Line, before: Line | undefined): boolean {
  if (!before || before.marker || before.bullet || before.level > 0) return false
  const label = before.words.text
  return label.length <= 60 && readEntry(label)?.name.includes(" ") !== true && namesPerson(line)
}

/** Where the words behind a label and a gap begin; null where there is none. */
export function columnBehind({ whole: { text }, indent }: Line): number | null {
  const front = /^[^:]{2,30}:\s{2,30}(?=\S)|^[^:\s]{3,16}(?: [^:\s]{2,16})?\s{4,30}(?=\S)/.exec(
    text.slice(0, 64),
  )?.[0]
  return front === undefined ? null : indent + front.length
}

/** Whether the line that begins a list is one of its people, and no label stands in front. */
export function isHeadless({ words: { text }, marker }: Line): boolean {
  const own = marker ? withoutTimes(text) : text
  return text.length <= 110 && isWholePerson(own) && segmentsOf(text).length <= 2
}

/** "Ana Lind – joined at 14:20": a time says more of one person who is counted. */
export const withoutTimes = (text: string): string => text.replace(/\d[:.]\d\d/g, "")

/** "Ben Okoro (Port)" right below the first, in front of another of them, a label or a gap. */
export function isNextPerson({ words: { text } }: Line, next: Line | undefined): boolean {
  if (!isWholePerson(text)) return false
  return (
    !next || next.gap || isWholePerson(next.words.text) || /^[^:.]{2,40}:\s/.test(next.words.text)
  )
}

export function namesPerson(line: Line): boolean {
  const entry = readEntry(line.words.text)
  return (
    entry?.name.includes(" ") === true && (entry.capacity !== "" || line.words.text.length < 40)
  )
}

/** "Present that evening were the rector, Ana Lind; …": a sentence. */
const TELLS = /^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,4} (?:was|were)\s/u

/** Whether a line may belong to a list of people; a sentence does not. */
export function isEntry(line: Line): boolean {
  const text = line.words.text
  if (line.level > 0 || TELLS.test(text.slice(0, 80))) return false
  const segments = segmentsOf(text.slice(0, 2000))
  if (segments.length >= 3 && shareOfNames(segments) >= 0.5) return true
  if (beginsWithHouse(text)) return true
  if (text.length > LONGEST) return line.marker !== null && text.length <= 400
  if (line.marker || line.bullet || text.startsWith("|")) return true
  if (/[.!?]$/.test(text) && text.split(/\s+/).length >= 9) return false
  if (text.endsWith(":")) return text.split(/\s+/).length <= 6
  if (readEntry(text.slice(placeInFront(text)?.length ?? 0)) !== null) return true
  const [, label, people] = /^([^:;()]{2,80}):\s+(\S.*)$/.exec(text) ?? []
  if (!label || !people || /^\p{Ll}/u.test(plainStart(label))) return false
  return segmentsOf(people).every((each) =>
    looksLikeName(each.text.replace(/\([^)]*\)?/g, "").trim()),
  )
}

function plainStart(label: string): string {
  return plainCase(label) === label ? label : "A"
}
