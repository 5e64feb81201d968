import { plainCase } from "@/lib/check/words"
import { landmarkOf } from "../lines/landmarks"
import { looksLikeName } from "../people/names"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { isSaid } from "./outline"

/** So many topics with more set in below them that it is how this report sets its headings. */
const LEAST = 3
const LONGEST = 90
const MOST_WORDS = 12
const DEEPEST = 3

/** An entry of a list with everything that is set in below it. */
type Entry = { line: Line; below: Entry[]; rest: Line[] }

/**
 * Makes headings of the upper entries of a list that have what was said set in below them, bullets or
 * numbers: "- Treasurer's report" above "  - Owen reported a balance". Of the entries below a topic those
 * are topics too that are all short and have more below them.
 */
export function withOutlineHeads(lines: readonly Line[]): Line[] {
  const heads = new Map<Line, Line[]>()
  const titles = titlesOf(lines)
  let front: ReadonlySet<string> | null = null
  let above = 1
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line
    if (line.level > 0) above = line.level
    const run = isEntry(line) ? runFrom(lines, index) : []
    if (run.length >= 2 * LEAST) {
      front ??= wordsInFront(lines.slice(0, Math.min(index, FRONT)))
      markHeads(treeOf(run), above + 1, heads, { titles, front })
    }
    index += Math.max(run.length, 1)
  }
  return heads.size === 0 ? [...lines] : lines.flatMap((line) => heads.get(line) ?? [line])
}

const isEntry = (line: Line) =>
  line.level === 0 &&
  !line.quote &&
  line.ticked === null &&
  (line.bullet || line.marker?.form === "number")

/** The lines of a list, with the wrapped rests of its entries, up to a heading or a paragraph beside it. */
function runFrom(lines: readonly Line[], index: number): Line[] {
  const outer = lines[index]?.indent ?? 0
  let end = index + 1
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    if (line.level > 0 || line.quote || line.indent < outer) break
    if (line.gap && line.indent === outer && !isEntry(line)) break
  }
  return lines.slice(index, end)
}

/** The entries of a list, each below the last one that stands further out. */
function treeOf(run: readonly Line[]): Entry[] {
  const top: Entry[] = []
  const open: Entry[] = []
  for (const line of run) {
    const listed = isEntry(line) || line.marker !== null
    if (!listed) {
      open.at(-1)?.rest.push(line)
      continue
    }
    while (open.length > 0 && (open.at(-1)?.line.indent ?? 0) + 2 > line.indent) open.pop()
    const entry = { line, below: [], rest: [] }
    ;(open.at(-1)?.below ?? top).push(entry)
    open.push(entry)
  }
  return top
}

function markHeads(
  top: readonly Entry[],
  level: number,
  heads: Map<Line, Line[]>,
  { titles, front }: { titles: ReadonlyMap<string, number>; front: ReadonlySet<string> },
): void {
  if (top.filter(({ below }) => below.length > 0).length < LEAST) return
  const known = top.filter((entry) => !isList(entry))
  const numbered = counts(known)
  const full = known.filter(({ below }) => below.length > 0)
  const items = known.filter((entry) => isTopic(entry) || (numbered && runIn(entry) !== null))
  const said = full
    .flatMap(({ below }) => below)
    .filter(({ line, below }) => below.length > 0 || isSaid(line.words.text))
  const all = full.flatMap(({ below }) => below).length
  const topics = full.filter(isTopic).length
  if (topics < LEAST || topics * 5 < full.length * 4 || said.length * 5 < all * 2) return
  // Below somebody's name stands what they did.
  if (full.filter((entry) => mayBeName(entry, front)).length * 2 > full.length) return
  if (said.length < LEAST || items.length * 3 < known.length * 2) return
  // What a printed agenda has as well is found by that.
  const printed = items.filter(({ line }) => (titles.get(keyOf(line)) ?? 0) > 1).length
  if (printed * 2 >= items.length) return
  for (const item of items) mark(item, level, heads)
}

function mark(entry: Entry, level: number, heads: Map<Line, Line[]>, depth = 1): void {
  const cut = entry.below.length > 0 ? null : runIn(entry)
  heads.set(entry.line, cut === null ? [headOf(entry.line, level)] : parted(entry.line, cut, level))
  const { below } = entry
  // "Comments:" below the last entry of a list are on all of it.
  const full = below.some((each) => each.below.some(({ line }) => !LABELS.test(line.words.text)))
  // "Community Meeting" may be a name too; where most of them may, they are people.
  const people = below.filter(mayBePerson).length
  if (depth < DEEPEST && full && people * 2 <= below.length && below.every((each) => isTitle(each)))
    for (const each of below) mark(each, level + 1, heads, depth + 1)
}

function headOf(line: Line, level: number): Line {
  const whole = line.bullet ? line.words : line.whole
  return { ...line, whole, level, bullet: false, gap: true, topic: true }
}

/** "1. Minutes: approved": the title as a heading, and what became of it below. */
function parted(line: Line, length: number, level: number): Line[] {
  const words = trimRich(sliceRich(line.words, 0, length))
  const { n, from, to, indent, breaks } = line
  const rest = trimRich(sliceRich(line.words, length + 1))
  return [
    { ...line, words, whole: words, level, bullet: false, gap: true },
    shapeOf({ n, from, to, indent, breaks, gap: true }, rest),
  ]
}

/** Whether an entry is a topic: a few words that say nothing. */
function isTopic({ line, rest, below }: Entry): boolean {
  // "Events:" with more set in below it.
  const text =
    below.length > 0 && !LABELS.test(line.words.text)
      ? line.words.text.replace(/:$/, "")
      : line.words.text
  if (line.task || line.outcome || rest.length > 0 || text.length > LONGEST) return false
  if (text.split(/\s+/).length > MOST_WORDS || /[.!;,:]$|https?:|@|^\W*$/.test(text)) return false
  // "VOTE: Graduation" is no turn of somebody called so.
  const kind = /^\p{Lu}{4,12}:\s/u.exec(text)?.[0].length ?? 0
  const said = text.slice(kind).replace(/\?$/, below.length > 0 ? "" : "?")
  return /\p{L}{2}/u.test(text) && !isSaid(said) && !SAYS.test(text)
}

/** A topic, or one with nothing below it: "Other:". */
const isTitle = (entry: Entry) =>
  !LABELS.test(entry.line.words.text) && isTopic({ ...entry, line: withoutColon(entry.line) })

function withoutColon(line: Line): Line {
  const { text } = line.words
  return text.endsWith(":") ? { ...line, words: sliceRich(line.words, 0, text.length - 1) } : line
}

/** "Ana Lind", or "Ana" where somebody called so stands in front of everything. */
function mayBeName({ line: { words } }: Entry, front: ReadonlySet<string>): boolean {
  const [bare = ""] = words.text.split(/\s?[,(–—]|\s-\s/, 1)
  return bare.includes(" ") ? looksLikeName(bare) : front.has(bare)
}

/** So many lines from the top may list who was there. */
const FRONT = 150

/** The words with a capital in the first lines, where those who were there may be listed. */
export function wordsInFront(lines: readonly Line[]): ReadonlySet<string> {
  const front = lines.slice(0, FRONT).map(({ words: { text } }) => text.slice(0, 1_000))
  return new Set(front.join(" ").match(/\p{Lu}\p{L}+/gu))
}

/** What leads into what was said on the item above, and is none itself. */
const LABELS =
  /^(?:comments?|notes?|discussion|questions?|answers?|actions?|decisions?|background|reminders?|details?|links?|pros?|cons?|summary|results?|next steps)\s?:$/i

/** "Nothing new, will be in a repo", "Two samples were passed round". */
const SAYS =
  /\b(?:was|were|is|are|isn[’']t|has|have|had|will|would|could|can|should|did|does|don[’']t|said|asked)\b/iu

/** How long the title in front of a colon is: "Previous minutes accepted: moved by Ilse". */
function runIn({ line }: Entry): number | null {
  const [, title = ""] = /^(\p{Lu}[^:.;]{3,60}):\s+\S/u.exec(line.words.text.slice(0, 80)) ?? []
  return title.includes(" ") && !looksLikeName(title) ? title.length : null
}

/** "Noor Sheikh (Orchard)" below "New members". */
function mayBePerson(entry: Entry): boolean {
  return mayBeName(entry, NOBODY) && /^\p{Lu}\S* \p{Lu}/u.test(entry.line.words.text)
}
const NOBODY: ReadonlySet<string> = new Set()

/** "Attendees" or "Actions" with entries below it, none of which has more below it. */
function isList({ line, below }: Entry): boolean {
  const found = landmarkOf({ ...line, bullet: false, marker: null })
  return (
    found !== null && found.landmark !== "next" && below.every((each) => each.below.length === 0)
  )
}

/** Whether all of them are numbered, from the first on. */
function counts(entries: readonly Entry[]): boolean {
  return entries.every(
    ({ line: { marker } }, index) => marker?.form === "number" && Number(marker.text) === index + 1,
  )
}

const keyOf = (line: Line) => plainCase(line.words.text.slice(0, LONGEST))

/** How often each title stands in the text on a line of its own. */
function titlesOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const line of lines)
    if (line.words.text.length <= LONGEST) {
      const key = keyOf(line)
      found.set(key, (found.get(key) ?? 0) + 1)
    }
  return found
}
