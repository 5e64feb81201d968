import type { PlainBlock } from "@/lib/minutes/model"
import { foldName } from "@/lib/people/model"
import { type Activity, type ActivityKind, activityKinds, type Scope } from "../model"
import {
  type CoveredArea,
  type CoveredRow,
  type Figure,
  figureOf,
  isWritten,
  sumOf,
} from "./coverage"

export type NotedRow = CoveredRow & { synergies: readonly PlainBlock[] }

/** Where a body does something: the more areas, the more there is to join up. */
export type BodyCoverage = {
  /** As it is written first. */
  body: string
  kinds: ActivityKind[]
  all: Figure
  /** Rows of these under whose comments and synergies something is written. */
  noted: number
  /** Only areas in which it does something, in their order. */
  areas: (CoveredArea & Figure)[]
}

export type Bodies = {
  bodies: BodyCoverage[]
  /** Activities that name no body. */
  unnamed: Figure
}

/**
 * Who carries the activities of the rows of one scope: those first who are at work in most areas,
 * then in most rows, then by name. A body is the same one where `foldName` makes one of its names;
 * an activity counts once in an area, as in `coverageOf`.
 */
export function bodiesOf(
  areas: readonly CoveredArea[],
  rows: readonly NotedRow[],
  scope: Scope = "in",
): Bodies {
  const found = byBody(rows.filter((row) => row.scope === scope))
  const unnamed = found.get("")?.rows ?? []
  found.delete("")
  const bodies = [...found.values()].map(({ body, rows: own }): BodyCoverage => {
    const inAreas = perArea(areas, own)
    return {
      body,
      kinds: activityKinds.filter((kind) =>
        own.some(({ activities }) => activities.some((one) => one.kind === kind)),
      ),
      all: sumOf(inAreas),
      noted: own.filter(({ synergies }) => isWritten(synergies)).length,
      areas: inAreas.filter((area) => area.rows > 0),
    }
  })
  return {
    bodies: bodies.sort(
      (one, other) =>
        other.areas.length - one.areas.length ||
        other.all.rows - one.all.rows ||
        one.body.localeCompare(other.body, "en"),
    ),
    unnamed: sumOf(perArea(areas, unnamed)),
  }
}

/** The rows of each body, holding only what it carries in them. */
function byBody(rows: readonly NotedRow[]): Map<string, { body: string; rows: NotedRow[] }> {
  const found = new Map<string, { body: string; rows: NotedRow[] }>()
  for (const row of rows) {
    const carried = new Map<string, Activity[]>()
    for (const one of row.activities) {
      const key = foldName(one.body)
      carried.set(key, [...(carried.get(key) ?? []), one])
    }
    for (const [key, activities] of carried) {
      const own = found.get(key) ?? { body: activities[0]?.body.trim() ?? "", rows: [] }
      own.rows.push({ ...row, activities })
      found.set(key, own)
    }
  }
  return found
}

const perArea = (areas: readonly CoveredArea[], rows: readonly CoveredRow[]) =>
  areas.map((area) => ({
    ...area,
    ...figureOf(
      rows.filter((row) => row.area === area.slug),
      () => true,
    ),
  }))
