import { looksLikeName } from "../people/names"
import type { Line } from "../text/shape"
import type { Series } from "./series"
import { titleLike, wordsIn } from "./title-like"

/** A series with how well it would carry the report, from 0 to about 1. */
export type Scored = Series & { score: number; titles: number }

/** How many words stand in front of each line, and behind the last. */
export function wordsBefore(lines: readonly Line[]): number[] {
  const before = [0]
  for (const { words } of lines) before.push((before.at(-1) ?? 0) + wordsIn(words.text))
  return before
}

/** So many lines from the top may list who was there, by so much of each. */
const FRONT = { lines: 150, characters: 1_000 }

/** Words of names in front: "Ben" of "Ben Okoro" may be who speaks, and "Okoro – glad of it" what he said. */
type Names = { first: ReadonlySet<string>; last: ReadonlySet<string> }

export function namesIn(lines: readonly Line[]): Names {
  const front = lines
    .slice(0, FRONT.lines)
    .map(({ words }) => words.text.slice(0, FRONT.characters))
    .join("\n")
  return {
    first: new Set(front.match(/\p{Lu}\p{L}{1,20}(?= \p{Lu}\p{L})/gu)),
    last: new Set(front.match(/(?<=\p{Lu}\p{L}{1,20} )\p{Lu}\p{L}{1,20}/gu)),
  }
}

/**
 * How well a series would carry a report: its lines are titles, each another one; below nearly all of them
 * stands text, and that is most of the report and is spread evenly over them.
 */
export function scoreOf(series: Series, before: readonly number[], names: Names): Scored {
  const { members } = series
  const count = members.length
  const all = count + series.others
  const share = (fits: (member: Series["members"][number]) => boolean) =>
    members.filter(fits).length / count
  const titles = share(({ title }) => titleLike(title))
  const different = new Set(members.map(({ title }) => title.toLowerCase())).size / count
  // "Ana: The roof leaks." may be what somebody says whom no list names.
  const spoken = /^before (?:colon|bold)$/.test(series.look)
  const people = share(
    ({ title }) =>
      mayBePerson(title) ||
      names.first.has(title) ||
      names.last.has(/^\p{L}+(?= [–—-] )/u.exec(title)?.[0] ?? "") ||
      (spoken && /^\p{L}+$/u.test(title)),
  )
  const bodies = members.map(
    ({ at, title }, index) =>
      (before[series.ends[index] ?? at] ?? 0) - (before[at] ?? 0) - wordsIn(title),
  )
  const below = bodies.reduce((sum, each) => sum + each, 0)
  const full = bodies.filter((each) => each >= FEW).length / count
  const covers = below / Math.max(1, before.at(-1) ?? 1)
  const score =
    titles *
    different *
    (0.2 + 0.8 * full) *
    Math.min(1, covers / MOST) *
    (0.4 + 0.6 * evenness(bodies)) *
    (1 - 0.8 * people) *
    // Headings of other kinds stand among those of the items; among other lines they speak against it.
    (series.look.startsWith("heading") ? 1 : 0.5 + (0.5 * count) / all) *
    Math.min(1, 0.6 + count * 0.08) *
    weightOf(series.look)
  return { ...series, score, titles }
}

/** So few words below a title are nothing that was said. */
const FEW = 4
/** Of most reports so much stands below the first item; the rest is head and people. */
const MOST = 0.7

/** 1 where all parts are alike, 0 where one has everything. */
export function evenness(parts: readonly number[]): number {
  const sum = parts.reduce((all, each) => all + each, 0)
  if (parts.length < 2 || sum === 0) return 0
  const told = parts.reduce(
    (all, each) => (each > 0 ? all - (each / sum) * Math.log(each / sum) : all),
    0,
  )
  return told / Math.log(parts.length)
}

function mayBePerson(title: string): boolean {
  const [bare = ""] = title.split(/\s?[(,:–—]|\s-/, 1)
  return bare.includes(" ") && looksLikeName(bare)
}

/** What is marked as a heading or counted is meant to be one. */
function weightOf(look: string): number {
  if (look.startsWith("heading")) return 1.15
  if (/^(?:number|letter upper|letter roman)/.test(look)) return 1.1
  if (look.startsWith("before")) return 0.8
  if (look === "close") return 0.75
  return look === "alone" ? 0.95 : 1
}
