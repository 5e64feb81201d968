import type { Naming } from "@/lib/mapping/cells/cell-text"
import {
  bodiesOf,
  countFilters,
  type Filters,
  type Grouping,
  isActivityOf,
} from "@/lib/mapping/filters"
import type { Activity, Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { rowFilter } from "@/lib/mapping/row-filter"
import { foldName } from "@/lib/people/model"

/** One line of the table as it is shown: the head of an area or a body, or a row. */
export type Line =
  | {
      kind: "head"
      key: string
      title: string
      /** Of the area whose head it is; null for a body's. */
      areaId: string | null
      rows: number
      activities: number
    }
  | { kind: "row"; key: string; row: Row }

export type Lines = {
  lines: Line[]
  /** How many rows are shown, and how many there are. */
  shown: number
  total: number
}

export type Asked = {
  filters: Filters
  by: Grouping
  /** A day, `YYYY-MM-DD`. */
  today: string
  /** Rows that stay although they no longer fit: those that were changed here since the filter was set. */
  stays: ReadonlySet<string>
  /** What the head of rows without a body says. */
  noBody: string
}

/** The lines to show, in the order of areas and rows, or of bodies. Retired rows are not among them. */
export function linesOf(table: Table, naming: Naming, asked: Asked): Lines {
  const passes = rowFilter(table, naming, asked)
  const all = table.rows.filter(({ retired }) => retired === null)
  const rows = all.filter((row) => asked.stays.has(row.id) || passes(row))
  const lines = asked.by === "area" ? byArea(table, rows, asked) : byBody(rows, asked)
  return { lines, shown: rows.length, total: all.length }
}

function groupOf(
  head: { key: string; title: string; areaId: string | null },
  rows: readonly Row[],
  { keyOf, counts }: { keyOf: (row: Row) => string; counts: (activity: Activity) => boolean },
): Line[] {
  const activities = rows.reduce(
    (sum, { cells }) => sum + cells.activities.filter(counts).length,
    0,
  )
  return [
    { kind: "head", ...head, rows: rows.length, activities },
    ...rows.map((row): Line => ({ kind: "row", key: keyOf(row), row })),
  ]
}

/** An area without rows is shown too, so that a row can be put there; while rows are looked for it is not. */
function byArea({ areas }: Table, rows: readonly Row[], { filters }: Asked): Line[] {
  const isNarrowed = countFilters(filters) > 0
  const of = new Map<string, Row[]>(areas.map(({ id }) => [id, []]))
  for (const row of rows) of.get(row.cells.area)?.push(row)
  const numbered = areas.filter(({ crossCutting }) => !crossCutting)
  return areas.flatMap((area) => {
    const { id, title, slug } = area
    const own = of.get(id) ?? []
    if (own.length === 0 && isNarrowed && filters.area !== slug) return []
    // As in the pictures: what crosses all areas has no number.
    const number = numbered.indexOf(area) + 1
    const head = { key: id, title: number > 0 ? `${number} ${title}` : title, areaId: id }
    return groupOf(head, own, {
      ...{ keyOf: (row) => row.id, counts: () => true },
    })
  })
}

/** A row stands under each of its bodies, as far as filters ask for them. */
function byBody(rows: readonly Row[], { filters, noBody }: Asked): Line[] {
  const bodies = new Map<string, { title: string; rows: Row[] }>()
  for (const row of rows) {
    for (const [key, title] of bodiesOf(row.cells.activities, filters)) {
      const body = bodies.get(key) ?? { title: title || noBody, rows: [] }
      body.rows.push(row)
      bodies.set(key, body)
    }
  }
  const last = (key: string) => (key === "" ? 1 : 0)
  return [...bodies]
    .sort(([one], [other]) => last(one) - last(other) || one.localeCompare(other))
    .flatMap(([key, body]) =>
      groupOf({ key: `body ${key}`, title: body.title, areaId: null }, body.rows, {
        keyOf: (row) => `${key} ${row.id}`,
        counts: (activity) => foldName(activity.body) === key && isActivityOf(activity, filters),
      }),
    )
}

/** A neighbour to move a row to. */
export type Place = { areaId: string; after: string | null }

/**
 * Where a row goes with one step up or down: past its neighbour, or over the head into the next area.
 * Null at the ends. Goes by the whole table, so that what a filter hides is stepped over one by one.
 */
export function stepOf({ areas, rows }: Table, row: Row, by: -1 | 1): Place | null {
  const standing = rows.filter(({ retired }) => retired === null)
  const of = (areaId: string) => standing.filter(({ cells }) => cells.area === areaId)
  const own = of(row.cells.area)
  const at = own.findIndex(({ id }) => id === row.id)
  if (own[at + by])
    return {
      areaId: row.cells.area,
      after: (by === 1 ? own[at + 1]?.id : own[at - 2]?.id) ?? null,
    }
  const next = areas[areas.findIndex(({ id }) => id === row.cells.area) + by]
  if (!next) return null
  return { areaId: next.id, after: by === 1 ? null : (of(next.id).at(-1)?.id ?? null) }
}

/** Behind which area an area goes with one step up or down, null for the first place; nothing at the ends. */
export function areaStepOf(
  { areas }: Pick<Table, "areas">,
  areaId: string,
  by: -1 | 1,
): { after: string | null } | null {
  const at = areas.findIndex(({ id }) => id === areaId)
  if (at < 0 || !areas[at + by]) return null
  return { after: (by === 1 ? areas[at + 1] : areas[at - 2])?.id ?? null }
}

/** Behind which area an area goes that is put down before the line at `to`: behind the one that stands there. */
export function areaDropOf(
  lines: readonly Line[],
  areaId: string,
  to: number,
): { after: string | null } | null {
  const heads = lines.slice(0, to).flatMap((line) => (line.kind === "head" ? [line.areaId] : []))
  const after = heads.at(-1) ?? null
  return after === areaId ? null : { after }
}

/** Where a row goes that is put down before the line at `to`; null where it stays where it is. */
export function dropOf(lines: readonly Line[], rowId: string, to: number): Place | null {
  const before = lines[to - 1]
  if (!before) return null
  if (before.kind === "row" && before.row.id === rowId) return null
  const next = lines[to]
  if (next?.kind === "row" && next.row.id === rowId) return null
  if (before.kind === "head") return before.areaId ? { areaId: before.areaId, after: null } : null
  return { areaId: before.row.cells.area, after: before.row.id }
}
