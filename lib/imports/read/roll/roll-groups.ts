import { isRole } from "../people/entry"
import { looksLikeName } from "../people/names"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { type RollEntry, readOne, readSeveral } from "./roll-entry"
import { labelOf, segmentsOf, shareOfNames, withoutLabel } from "./roll-names"
import { areInitials } from "./roll-place"

const NOBODY =
  /^(?:none|nil|nobody|no one|n\/a|[-–—]|vacan(?:t|cy)|not represented|no (?:\p{L}+ ){0,2}(?:reps?|representatives?|delegates?|members?|\p{Lu}{2,3}))\.?$/iu
/** "Ardmill: Apologies from Ana Lind": behind where they belong, who sent word. */
const SENT_WORD =
  /(?:^|[,;.(]\s?)(?:with )?(?:[Aa]pologies|[Rr]egrets|[Ee]xcused|[Aa]bsent)(?: (?:received )?from)?:?\s+(?=\p{Lu}\p{Ll})/u

/** Whether the lines of a list name an organisation first and its people behind a colon. */
export function placesFirst(texts: readonly Rich[]): boolean {
  const labelled = texts.filter(
    ({ text }) => labelOf(text) !== null && !NOBODY.test(withoutLabel(text)),
  )
  if (labelled.length === 0) return false
  const behind = labelled.map(({ text }) =>
    segmentsOf(withoutLabel(text).replace(SENT_WORD, ", ")).filter((part) => part.text !== ""),
  )
  // "HN: Hoa Nguyen", "M: Maja": in front stand the first letters of each.
  const lettered = labelled.filter(({ text }) => startsWithInitials(text))
  if (lettered.length >= FEWEST && lettered.length * 2 > labelled.length) return true
  const named = behind.filter((segments) => shareOfNames(segments) >= 0.5).length
  if (named < labelled.length * 0.75) return false
  return labelled.some(({ text }, index) => {
    const place = labelOf(text)?.place ?? ""
    const people = behind[index] ?? []
    // "Councillors: A. Lind": one word in front of a whole name is no name itself.
    return people.length > 1 || !place.includes(" ") || !looksLikeName(place)
  })
}

const FEWEST = 3

function startsWithInitials(text: string): boolean {
  const [front, letters = ""] = /^(\p{Lu}{1,4}):\s+/u.exec(text) ?? []
  if (!front) return false
  return areInitials(letters, text.slice(front.length)) || text.startsWith(letters, front.length)
}

/** "Coast Office: Ana Lind, Ben Okoro" or "Secretary: Ana Lind"; null where nobody stands behind it. */
export function readGroup(rich: Rich, turned: boolean, listed = false): RollEntry[] | null {
  const label = labelOf(rich.text)
  if (!label) return null
  const { place } = label
  const people = trimRich(sliceRich(rich, label.length))
  if (NOBODY.test(people.text)) return []
  const word = SENT_WORD.exec(people.text)
  if (word) {
    const [from, to] = [label.length, rich.text.length]
    const begins = rich.text.indexOf(people.text, from) + word.index
    const away = trimRich(sliceRich(rich, begins + word[0].length, to))
    const here = trimRich(sliceRich(rich, 0, begins))
    const sent = readSeveral(away, true, turned) ?? readOne(away, turned)
    return [
      ...(readGroup(here, turned, listed) ?? []),
      ...sent.map((entry) => ({ ...entry, affiliation: place, capacity: place, away: true })),
    ]
  }
  // "Sol: Ana Lind, Mines and Waters": where the first name is whole, a word alone is nobody's.
  const parts = segmentsOf(people.text)
  const loose = !listed || shareOfNames(parts) === 1
  const read = readSeveral(people, loose, turned) ?? readOne(people, turned)
  if (read.length === 0) return null
  return read.map((entry) => ({
    ...entry,
    ...(isRole(place)
      ? { role: [entry.role, place].filter(Boolean).join(", ") }
      : { affiliation: [place, entry.affiliation].filter(Boolean).join(", ") }),
    capacity: [entry.capacity, place].filter(Boolean).join(", "),
    office: isRole(place),
  }))
}
