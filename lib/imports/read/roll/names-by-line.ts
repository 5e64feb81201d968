import type { PlacedLine } from "../lines/placed-line"
import { readEntry } from "../people/entry"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { readRoll } from "./roll"
import { nicked, type RollEntry, readOne } from "./roll-entry"

/** So many lines of nothing but a name, one below the other, are a list of people. */
const FEWEST = 3
/** What an item or a heading is called below which those who came are named. */
const THERE =
  /\b(?:attend(?:ance|ees?|ing)|present|participants?|intros?|introductions?|introduction of|roll(?: call)?|who (?:is|was) (?:here|there)|quorum|welcome)\b/i

/**
 * Those who are named one by one below an item of the agenda, "Introduction of attendees" or "Roll
 * call", in a report that has no list of its own.
 */
export function readNamesByLine(placed: readonly PlacedLine[]): RollEntry[] {
  for (const [index, { line, part, under }] of placed.entries()) {
    if (part !== "discussion" || under || line.words.text.length > 80) continue
    if (!THERE.test(line.words.text)) continue
    const names: Line[] = []
    for (const each of placed.slice(index + 1, index + 80)) {
      if (each.part !== "discussion" || each.head || !isName(each.line)) break
      names.push(each.line)
    }
    if (names.length >= FEWEST)
      return readRoll(names.map((own) => ({ line: own, words: own.words, first: true }))).entries
    const said = peopleOfThemselves(placed.slice(index + 1, index + 80))
    // "INFO: …", "INFO: …" are no people.
    if (new Set(said.map(({ name }) => name)).size >= FEWEST) return said
  }
  return []
}

/** "abebi, hardware and batteries" below "Intros", bullet by bullet: how each is called, and of what they tell. */
function peopleOfThemselves(below: readonly PlacedLine[]): RollEntry[] {
  const [first] = below
  const end = below.findIndex(
    ({ line, part, head }) =>
      part !== "discussion" || head || !line.bullet || line.indent < (first?.line.indent ?? 0),
  )
  const lines = below
    .slice(0, Math.max(0, end))
    .filter(({ line }) => line.indent === first?.line.indent)
  const people = lines.map(({ line: { words } }) => {
    const { length } =
      /^[^,:(–—]{2,40}?(?=\s?(?:[,:(–—]|\s-\s|$))/u.exec(words.text.slice(0, 60))?.[0] ?? ""
    const said = trimRich(sliceRich(words, length)).text.replace(/^[,:–—-]\s/, "")
    const own = trimRich(sliceRich(words, 0, length))
    const [one] = readOne(own, false)
    const entry = one ?? nicked(own)
    return entry && { ...entry, capacity: said, whole: false }
  })
  return people.every((entry) => entry !== null) ? people.filter((entry) => entry !== null) : []
}

/** A whole name, perhaps with where its bearer belongs, and no sentence. */
function isName({ words, level, bullet }: Line): boolean {
  // "- Ana Lind - Port - listening only." is no sentence either.
  if (level > 0 || words.text.length > 90) return false
  const parted = bullet && /\s[–-]\s[^.]{2,60}\.$/.test(words.text)
  const text = parted ? words.text.slice(0, -1) : words.text
  if (/[.:!?]$/.test(text)) return false
  return readEntry(text)?.name.includes(" ") === true
}
