import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"
import { peopleHeading } from "./people-heading"
import { placeInFront } from "./roll-place"

export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase()
}

/** A label between two groups of people: "Government", "Remote participants". */
export function isGroup(line: Line, next: Line | undefined): boolean {
  const text = line.words.text
  if (text.length > 60 || /[.!?]$/.test(text) || !next || next.level > 0) return false
  if (peopleHeading(`${text}:`) || next.listed) return true
  const entry = wholeEntry(next.words.text)
  const plain = !next.marker && !next.bullet
  const nobody = readEntry(text) === null && !/[:,;]/.test(text)
  return (
    entry?.name.includes(" ") === true &&
    !(plain && (next.gap || (entry.capacity === "" && !nobody)))
  )
}

/** "ALTIPLANA" in capitals right above "Ana LIND, Potato Station": no heading of what was said. */
export function isDelegation({ words: { text }, marker }: Line, next: Line | undefined): boolean {
  if (marker || !isCapitals(text) || !next || next.gap || next.words.text.length > 110) return false
  return !/[.!?:]$/.test(next.words.text) && !/\s\p{Ll}{2,}ed\s/u.test(next.words.text)
}

/** Somebody with a whole name, also where the family's stands first or a place in front. */
function wholeEntry(text: string) {
  const place = placeInFront(text)?.length ?? 0
  const entry = readEntry(text.slice(place))
  return entry?.name.includes(" ") ? entry : (readEntry(text, true) ?? entry)
}
