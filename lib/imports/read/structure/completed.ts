import { flatItems } from "../agenda/agenda"
import { titleKeyOf } from "../agenda/agenda-lines"
import { AOB } from "../agenda/title-match"
import { isTitleOfReport } from "../likelihood"
import { landmarkOf } from "../lines/landmarks"
import type { ReadItem } from "../model"
import type { Member } from "../spine/member"
import { raise } from "../spine/raised"
import { spinesIn } from "../spine/spines"
import { titleLike } from "../spine/title-like"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import { carries, listedIn } from "./carries"
import { laidOut, type Structure } from "./laid-out"

/** So much less may be carried where more items share what was told. */
const ROUNDING = 0.02

/** An agenda of fewer tells no look that its headings have. */
const FEWEST = 3

/** "The secretary read the minutes", "Minutes of the 212th meeting": no item that was passed over. */
function mayBeItem({ line, title }: Member): boolean {
  if (line.level > 0) return true
  // "1. The meeting was called to order at 5:00." is counted like the items, and is none.
  if (line.marker) return !/\b(?:was|were|had)\b/.test(title)
  const found = landmarkOf(line)
  if (found) return found.landmark === "next" && found.rest === null
  if (isBold(line)) return true
  const names = /\d/.test(title) && isTitleOfReport(title)
  return titleLike(title) && !names && !/\s(?:\p{Ll}{2,12}ed|read)\b/u.test(title)
}

const isNext = ({ line }: Member) => landmarkOf(line)?.landmark === "next"

/**
 * "Next meeting" is gone through where it stands right behind "Any other business" or in front of "Adjournment",
 * and is counted if the others are. Behind a list of tasks it is the foot of the report.
 */
function belongs(tops: readonly Member[], at: number, lines: readonly Line[]): boolean {
  const [before, member] = [tops[at - 1], tops[at]]
  if (!before || !member) return at < tops.length - 1
  if ((before.line.marker === null) !== (member.line.marker === null)) return false
  const between = lines.slice(before.at + 1, member.at)
  if (between.some(({ level }) => level > 0 && level <= before.line.level)) return false
  return at < tops.length - 1 || AOB.test(before.title)
}

/** "**Reading ages: should we keep them?**": set apart as a whole, whatever its words. */
const isBold = ({ words: { text, marks } }: Line) =>
  marks.some(({ kind, from, to }) => kind === "bold" && from === 0 && to >= text.length - 1)

/**
 * The structure with all lines of the look that its headings have, where some of those were passed over; null
 * where there are none, or where more would carry less. `carried`: what the announced one carries.
 */
export function completed(
  announced: Structure,
  carried: number,
  lines: readonly Line[],
  locate: Locator,
): Structure | null {
  const { agenda, discussion, isListed } = announced
  if (isListed || agenda.length < FEWEST) return null
  const known = new Set<string>(agenda.map(({ label }) => label))
  const announcing = [...discussion.assigned].flatMap(([line, { item, heading }]) =>
    heading > 0 && item !== null && known.has(item) ? [{ line, heading }] : [],
  )
  const heads = new Set(announcing.map(({ line }) => line.n))
  for (const spine of spinesIn(lines)) {
    const isKnown = ({ line }: Member) => heads.has(line.n)
    const alike = spine.tops.filter(
      (member, at) =>
        isKnown(member) ||
        (mayBeItem(member) && (!isNext(member) || belongs(spine.tops, at, lines))),
    )
    const own = alike.filter(isKnown).length
    const more = alike.length - own
    const tops = withOthers(alike, announcing, lines)
    const parts = agenda.some(({ children }) => children.length > 0) ? 0 : spine.parts.length
    if (own * 4 < heads.size * 3 || more + parts === 0 || more * 2 > own) continue
    const raised = raise(lines, { ...spine, tops })
    const structure = laidOut(raised.lines, locate, { spine: raised.heads })
    if (!keepsAll(agenda, structure.agenda)) continue
    if (listedIn(structure) >= listedIn(announced) && carries(structure) >= carried - ROUNDING)
      return structure
  }
  return null
}

/** With the lines above whole titles that were found by other signs: "Minutes of the last meeting". */
function withOthers(
  alike: readonly Member[],
  announcing: readonly { line: Line; heading: number }[],
  lines: readonly Line[],
): Member[] {
  const known = new Set(alike.map(({ line }) => line.n))
  const level = alike[0]?.line.level
  const others = announcing.flatMap(({ line: { n }, heading }) => {
    const at = lines.findIndex((line) => line.n === n)
    const line = lines[at]
    return line && !known.has(n) && line.level === level && heading === line.words.text.length
      ? [{ at, line, title: line.words.text, whole: true }]
      : []
  })
  return [...alike, ...others].sort((a, b) => a.at - b.at)
}

/** Whether no item is lost, whatever others are found. */
function keepsAll(before: readonly ReadItem[], after: readonly ReadItem[]): boolean {
  const kept = new Set(flatItems(after).map(({ title }) => titleKeyOf(title)))
  return flatItems(before).every(({ title }) => kept.has(titleKeyOf(title)))
}
