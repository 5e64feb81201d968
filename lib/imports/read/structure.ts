import { buildAgenda, flatItems } from "./agenda/agenda"
import { titleKeyOf } from "./agenda/agenda-lines"
import { inferAgenda } from "./agenda/inferred-agenda"
import { Topics } from "./agenda/topics"
import { withUnlisted } from "./agenda/unlisted"
import type { Discussion } from "./coverage/assigned"
import { assignDiscussion } from "./coverage/discussion"
import { isTitleOfReport } from "./likelihood"
import { landmarkOf } from "./lines/landmarks"
import { Layout } from "./lines/parts"
import type { PlacedLine } from "./lines/placed-line"
import type { ReadItem } from "./model"
import { raise } from "./spine/raised"
import { evenness } from "./spine/score"
import type { Member } from "./spine/series"
import { spinesIn } from "./spine/spines"
import { titleLike, wordsIn } from "./spine/title-like"
import type { Line } from "./text/shape"
import type { Locator } from "./text/source"

/** The parts of a report, its items, and which lines are on which. `isListed`: it prints an agenda. */
export type Structure = {
  placed: PlacedLine[]
  agenda: ReadItem[]
  isListed: boolean
  discussion: Discussion
}

/** Below this an agenda carries so little of what is told that another is looked for. */
const WEAK = 0.5
const CLEARLY = 0.1
/** So much of the lists of people has to be left by whatever is taken instead. */
const MOST_LISTED = 0.75

/** How many lines stand in lists of people. */
const listedIn = ({ placed }: Structure) =>
  placed.filter(({ part }) => part === "participants" || part === "regrets").length

/**
 * Finds the parts of a report and its items: by what announces them, and where such an agenda carries little
 * of the text, by the lines that carry it best, whatever they look like.
 */
export function structureOf(lines: readonly Line[], locate: Locator): Structure {
  const announced = laidOut(lines, locate)
  const carried = carries(announced)
  if (carried >= WEAK) return completed(announced, lines, locate) ?? announced
  const listed = listedIn(announced) * MOST_LISTED
  let best = { structure: announced, carried: carried + CLEARLY }
  for (const spine of spinesIn(lines)) {
    const raised = raise(lines, spine)
    const structure = laidOut(raised.lines, locate, raised.heads)
    if (listedIn(structure) < listed) continue
    const other = carries(structure) * Math.min(1, spine.score / 0.7)
    if (other > best.carried) best = { structure, carried: other }
  }
  return best.structure
}

/** "The secretary read the minutes", "Minutes of the 212th meeting": no item that was passed over. */
function mayBeItem({ line, title }: Member): boolean {
  if (line.level > 0) return true
  // "1. The meeting was called to order at 5:00." is counted like the items, and is none.
  if (line.marker) return !/\b(?:was|were|had)\b/.test(title)
  if (landmarkOf(line)) return false
  const names = /\d/.test(title) && isTitleOfReport(title)
  return titleLike(title) && !names && !/\s(?:\p{Ll}{2,12}ed|read)\b/u.test(title)
}

/**
 * The structure with all lines of the look that its headings have, where some of those were passed over; null
 * where there are none, or where more would carry less.
 */
function completed(
  announced: Structure,
  lines: readonly Line[],
  locate: Locator,
): Structure | null {
  const { agenda, discussion, isListed } = announced
  if (isListed || agenda.length < 3) return null
  const known = new Set<string>(agenda.map(({ label }) => label))
  const heads = new Set(
    [...discussion.assigned].flatMap(([line, { item, heading }]) =>
      heading > 0 && item !== null && known.has(item) ? [line.n] : [],
    ),
  )
  for (const spine of spinesIn(lines)) {
    const isKnown = ({ line }: Member) => heads.has(line.n)
    const tops = spine.tops.filter((member) => isKnown(member) || mayBeItem(member))
    const own = tops.filter(isKnown).length
    const more = tops.length - own
    const parts = agenda.some(({ children }) => children.length > 0) ? 0 : spine.parts.length
    if (own * 4 < heads.size * 3 || more + parts === 0 || more * 2 > own) continue
    const raised = raise(lines, { ...spine, tops })
    const structure = laidOut(raised.lines, locate, raised.heads)
    if (flatItems(structure.agenda).length < flatItems(agenda).length) continue
    if (listedIn(structure) >= listedIn(announced) && carries(structure) >= carries(announced))
      return structure
  }
  return null
}

function laidOut(lines: readonly Line[], locate: Locator, spine?: ReadonlySet<Line>): Structure {
  const { placed, agenda: reader } = new Layout(lines, spine)
  const printed =
    !spine ||
    isOf(
      reader.entries.map(({ lines: [line] }) => line),
      spine,
    )
  const isListed = reader.entries.length > 0 && printed
  const agenda = isListed
    ? withUnlisted(buildAgenda(reader.entries, locate), placed, locate)
    : inferAgenda(placed, locate, spine)
  const discussion = assignDiscussion(placed, new Topics(agenda), locate)
  return { placed, agenda, isListed, discussion }
}

/** Whether the entries of a printed agenda are mostly those whose sections a spine begins. */
function isOf(entries: readonly (Line | undefined)[], spine: ReadonlySet<Line>): boolean {
  const heads = new Set([...spine].map(({ words }) => titleKeyOf(words.text)))
  const own = entries.filter((line) => line && heads.has(titleKeyOf(line.words.text)))
  return own.length * 2 >= Math.max(entries.length, 1)
}

/** How well the items carry what is told, from 0 to 1: most of it is on one of them, and evenly. */
function carries({ placed, agenda, discussion }: Structure): number {
  const topOf = new Map(
    agenda.flatMap((top) => flatItems([top]).map(({ label }) => [label, top.label] as const)),
  )
  const words = new Map<string, number>(agenda.map(({ label }) => [label, 0]))
  let told = 0
  for (const { line, part, page } of placed) {
    if (page || !/^(?:opening|discussion|closing)$/.test(part)) continue
    const count = wordsIn(line.words.text)
    told += count
    const top = topOf.get(discussion.assigned.get(line)?.item ?? "")
    if (top !== undefined) words.set(top, (words.get(top) ?? 0) + count)
  }
  const parts = [...words.values()]
  const share = parts.reduce((sum, each) => sum + each, 0) / Math.max(1, told)
  // "Summary" and "Minutes" only frame the items.
  const frames = agenda.filter(({ title }) =>
    /^(?:(?:executive )?summary|minutes|notes|discussions?|agenda|proceedings)$/i.test(title),
  ).length
  return (
    (share - (share * frames) / Math.max(1, parts.length)) *
    (0.4 + 0.6 * evenness(parts)) *
    Math.min(1, 0.6 + parts.length * 0.08)
  )
}
