import { flatItems } from "../agenda/agenda"
import { evenness } from "../spine/score"
import { wordsIn } from "../spine/title-like"
import type { Structure } from "./laid-out"

/** "Summary" and "Minutes" only frame the items. */
const FRAMES = /^(?:(?:executive )?summary|minutes|notes|discussions?|agenda|proceedings)$/i

/** "The evening, point by point" holds the items, where there are so many and they have so much of what was told. */
const FEWEST_FRAMED = 4
const MOST_FRAMED = 0.8

/** How well the items carry what is told, from 0 to 1: most of it is on one of them, and evenly. */
export function carries(structure: Structure): number {
  const { agenda } = structure
  const { told, words } = wordsOn(structure)
  const parts = [...words.values()]
  const share = parts.reduce((sum, each) => sum + each, 0) / Math.max(1, told)
  const most = MOST_FRAMED * parts.reduce((sum, each) => sum + each, 0)
  const frames = agenda.filter(
    ({ title, label, children }) =>
      FRAMES.test(title) || (children.length >= FEWEST_FRAMED && (words.get(label) ?? 0) > most),
  ).length
  return (
    (share - (share * frames) / Math.max(1, parts.length)) *
    (0.4 + 0.6 * evenness(parts)) *
    Math.min(1, 0.6 + parts.length * 0.08)
  )
}

/** The share of the items that something is told on, alone or together with others. */
export function filled(structure: Structure): number {
  const named = new Set<string>(structure.discussion.sections.flatMap(({ items }) => items))
  const parts = [...wordsOn(structure).words]
  return (
    parts.filter(([label, words]) => words > 0 || named.has(label)).length /
    Math.max(1, parts.length)
  )
}

/** How many words are told, and how many of them on each item. */
function wordsOn({ placed, agenda, discussion }: Structure) {
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
  return { told, words }
}

/** How many lines stand in lists of people. */
export const listedIn = ({ placed }: Structure) =>
  placed.filter(({ part }) => part === "participants" || part === "regrets").length
