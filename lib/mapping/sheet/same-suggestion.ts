import { plain } from "../other-words"
import { areaCalled, type SheetLine } from "./lines"
import type { Match } from "./match"
import type { Standing } from "./model"
import type { PlannedLine } from "./status"

/** A match with the new line above it that suggests the same, to which its activities can be added. */
export type JoinedMatch = Match & { joins: number | null }

/**
 * Plans lines one after the other, each with the first new one above of the same suggestion, area and place
 * that can be taken over: what is kept out takes nothing in.
 */
export function planJoined<Planned extends Pick<PlannedLine, "open">>(
  matches: readonly Match[],
  areas: Standing["areas"],
  planOne: (match: JoinedMatch) => Planned,
): Planned[] {
  const firsts = new Map<string, number>()
  return matches.map((match) => {
    const { line, row, doubts, repeated } = match
    const key = row || repeated ? null : suggestionOf(line, areas)
    const joins = key === null ? null : (firsts.get(key) ?? null)
    if (joins !== null)
      return planOne({
        ...{ ...match, joins },
        doubts: [...doubts, { key: "sameAsLine", value: String(joins) }],
      })
    const planned = planOne({ ...match, joins })
    if (key !== null && planned.open) firsts.set(key, line.line)
    return planned
  })
}

/** What tells a suggestion from others; null where nothing is suggested. */
function suggestionOf({ texts }: SheetLine, areas: Standing["areas"]): string | null {
  const { suggests = "", area = "", mandate, paragraph, citation } = texts
  if (plain(suggests) === "") return null
  const said = [areaCalled(area, areas)?.id ?? area, suggests, mandate, paragraph, citation]
  return JSON.stringify(said.map((words = "") => plain(words)))
}
