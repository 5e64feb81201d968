import { blockText, type PlainBlock } from "@/lib/minutes/model"
import { type Activity, type ActivityKind, activityKinds, type Scope, scopes } from "../model"
import { activityKey } from "../same-activity"

/** A row as the pictures count it, of an edition or of the working table. `area` is a slug. */
export type CoveredRow = {
  area: string
  activities: readonly Activity[]
  scope: Scope
}

export type CoveredArea = { slug: string; title: string; crossCutting: boolean }

/** How many activities, and the rows that are shown to whoever asks which. */
export type Figure = { activities: number; rows: number }

export type AreaCoverage = CoveredArea & {
  kinds: Record<ActivityKind, Figure>
  /** Over all kinds; `rows` are all of the area, also those where nothing is done. */
  all: Figure
  /** Less is done than `leastActivities`. What crosses all areas is never a gap: nobody asked for it there. */
  gap: boolean
}

export type Coverage = {
  areas: AreaCoverage[]
  kinds: Record<ActivityKind, Figure>
  all: Figure
}

/** An area with fewer activities is a gap. */
export const leastActivities = 2

const byKind = <T>(of: (kind: ActivityKind) => T) =>
  Object.fromEntries(activityKinds.map((kind) => [kind, of(kind)])) as Record<ActivityKind, T>

/**
 * Areas × kinds of the rows of one scope, areas in the order given. An activity counts once in an
 * area, in however many of its rows and years it stands, and once in every area; so that figures add
 * up to their sums both ways.
 */
export function coverageOf(
  areas: readonly CoveredArea[],
  rows: readonly CoveredRow[],
  scope: Scope = "in",
): Coverage {
  const counted = areas.map((area): AreaCoverage => {
    const own = rows.filter((row) => row.area === area.slug && row.scope === scope)
    const kinds = byKind((kind) => figureOf(own, (activity) => activity.kind === kind))
    const { activities } = sumOf(Object.values(kinds))
    const all = { activities, rows: own.length }
    return { ...area, kinds, all, gap: !area.crossCutting && all.activities < leastActivities }
  })
  return {
    areas: counted,
    kinds: byKind((kind) => sumOf(counted.map((area) => area.kinds[kind]))),
    all: sumOf(counted.map((area) => area.all)),
  }
}

/** Different activities that fit, and the rows in which they stand. */
export function figureOf(
  rows: readonly CoveredRow[],
  fits: (activity: Activity) => boolean,
): Figure {
  const found = rows.map(({ activities }) => activities.filter(fits))
  return {
    activities: new Set(found.flat().map(activityKey)).size,
    rows: found.filter((some) => some.length > 0).length,
  }
}

/** Activities and rows of all of them together. */
export const sumOf = (figures: readonly Figure[]): Figure => ({
  activities: figures.reduce((all, one) => all + one.activities, 0),
  rows: figures.reduce((all, one) => all + one.rows, 0),
})

export type ScopeCounts = Record<Scope, number> & { all: number }

/** How many rows of each area are proposed, in and out; and of all areas. */
export function countScopes(
  areas: readonly CoveredArea[],
  rows: readonly CoveredRow[],
): { areas: (CoveredArea & { rows: ScopeCounts })[]; all: ScopeCounts } {
  const count = (some: readonly CoveredRow[]) => ({
    ...(Object.fromEntries(
      scopes.map((scope) => [scope, some.filter((row) => row.scope === scope).length]),
    ) as Record<Scope, number>),
    all: some.length,
  })
  return {
    areas: areas.map((area) => ({
      ...area,
      rows: count(rows.filter((row) => row.area === area.slug)),
    })),
    all: count(rows),
  }
}

/** Whether anything is written in a cell of rich text. */
export const isWritten = (blocks: readonly PlainBlock[]): boolean =>
  blocks.some((block) => blockText(block).trim() !== "")
