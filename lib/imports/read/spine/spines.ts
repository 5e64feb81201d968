import type { Line } from "../text/shape"
import type { Member } from "./member"
import { namesIn, type Scored, scoreOf, wordsBefore } from "./score"
import { seriesIn } from "./series"

/** The lines that begin the items of a report, and those that begin the parts of an item. */
export type Spine = {
  score: number
  tops: readonly Member[]
  parts: readonly Member[]
}

/** A series below this carries nothing. */
const LEAST = 0.25
const MOST_SPINES = 3

/**
 * The series that might carry a report, the best first. Where a series stands within the parts of another,
 * "#### Roof" below "### Reports", the outer one has the items and the inner one their parts.
 */
export function spinesIn(lines: readonly Line[]): Spine[] {
  const before = wordsBefore(lines)
  const names = namesIn(lines)
  const all = seriesIn(lines).map((series) => scoreOf(series, before, names))
  const best = all
    .filter(({ score, members }) => score >= LEAST && members.length >= 3)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SPINES)
  const spines = best.map((series) => {
    const outer = outermost(series, all)
    const inner = innerOf(outer, all)
    const tops = outer.members
    const first = tops[0]?.at ?? 0
    const parts = (inner?.members ?? []).filter(({ at }) => at > first)
    return { score: series.score, tops, parts }
  })
  return spines.filter(
    ({ tops }, index) => spines.findIndex((other) => other.tops === tops) === index,
  )
}

/** The series that the parts of another stand within, as far out as there is one. */
function outermost(series: Scored, all: readonly Scored[]): Scored {
  const outer = all
    .filter(
      (each) =>
        each.rank < series.rank &&
        /^(?:heading|number|letter|bullet|capitals|bold)/.test(each.look) &&
        each.score >= series.score / 4 &&
        ((each.titles >= TITLES && frames(each, series)) || holds(each, series)),
    )
    .sort((a, b) => b.score - a.score)[0]
  return outer ?? series
}

function innerOf(series: Scored, all: readonly Scored[]): Scored | undefined {
  return all
    .filter(
      (each) =>
        each.rank > series.rank &&
        isAlike(each, series) &&
        each.titles >= TITLES &&
        each.members.length >= 2 &&
        isWithin(each, series),
    )
    .sort((a, b) => a.rank - b.rank)[0]
}

const TITLES = 0.8

/** Headings have headings as their parts, and numbers numbers or letters. */
function isAlike(inner: Scored, outer: Scored): boolean {
  if (outer.look.startsWith("heading"))
    return inner.look.startsWith("heading") || (isCounted(outer) && inner.look.startsWith("dotted"))
  return (
    /^(?:number|letter|label|dotted)/.test(outer.look) &&
    /^(?:dotted|label|letter)/.test(inner.look)
  )
}

/** "### 5. Reports": headings that are counted as well. */
const isCounted = ({ members }: Scored) => members.every(({ line }) => line.marker)

/** Whether the lines of a series stand below more than one of another, and not nearly all below one. */
function frames(outer: Scored, inner: Scored): boolean {
  const counts = countsWithin(outer, inner)
  const filled = counts.filter((count) => count > 0).length
  const sum = counts.reduce((total, count) => total + count, 0)
  return filled >= 2 && sum >= inner.members.length * 0.8 && Math.max(...counts) <= sum * 0.8
}

/** Whether all lines of a series stand below one of another that is longer, and carries the report as well. */
function holds(outer: Scored, inner: Scored): boolean {
  if (outer.score < LEAST || outer.members.length <= inner.members.length) return false
  const counts = countsWithin(outer, inner)
  return Math.max(...counts) === inner.members.length
}

function isWithin(inner: Scored, outer: Scored): boolean {
  return (
    countsWithin(outer, inner).reduce((total, count) => total + count, 0) >=
    inner.members.length - 1
  )
}

/** How many lines of a series stand below each of another; both are in the order of the text. */
function countsWithin(outer: Scored, inner: Scored): number[] {
  let next = 0
  return outer.members.map(({ at }, index) => {
    const end = outer.ends[index] ?? at
    while ((inner.members[next]?.at ?? end) <= at) next += 1
    const from = next
    while ((inner.members[next]?.at ?? end) < end) next += 1
    return next - from
  })
}
