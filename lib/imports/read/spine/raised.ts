import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import type { Member } from "./member"
import type { Spine } from "./spines"

/** The lines of a report in which those of a spine are headings, and which of them those are. */
export type Raised = { lines: Line[]; heads: ReadonlySet<Line> }

const DEEPEST = 5

/** Makes headings of the lines of a spine; what stands behind a title on its line becomes one of its own. */
export function raise(lines: readonly Line[], { tops, parts }: Spine): Raised {
  const level = levelFor(lines, tops)
  const raised = new Map<Line, Line[]>()
  for (const member of tops) raised.set(member.line, headed(member, level))
  for (const member of parts)
    if (!raised.has(member.line)) raised.set(member.line, headed(member, level + 1))
  const heads = new Set([...raised.values()].flatMap(([head]) => head ?? []))
  return { lines: lines.flatMap((line) => raised.get(line) ?? [line]), heads }
}

/** Headings stay as deep as they are; other lines stand below the headings that a report has. */
function levelFor(lines: readonly Line[], tops: readonly Member[]): number {
  const own = tops[0]?.line.level ?? 0
  if (own > 0) return own
  return Math.min(DEEPEST, lines.reduce((most, { level }) => Math.max(most, level), 1) + 1)
}

function headed({ line, title, whole }: Member, level: number): Line[] {
  const head = { level, bullet: false, gap: true, topic: true as const }
  if (whole) return [{ ...line, ...head, whole: line.bullet ? line.words : line.whole }]
  const words = trimRich(sliceRich(line.words, 0, title.length))
  const { n, from, to, indent, breaks } = line
  const sign = /^\s?(?:[:.–—]|-{1,2})?/.exec(line.words.text.slice(title.length, title.length + 4))
  const rest = trimRich(sliceRich(line.words, title.length + (sign?.[0].length ?? 0)))
  return [
    { ...line, ...head, words, whole: words },
    shapeOf({ n, from, to, indent, breaks, gap: true }, rest),
  ]
}
