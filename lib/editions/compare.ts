import { activityText, cellText, type Naming } from "@/lib/mapping/cells/cell-text"
import type { CellField, CellValues } from "@/lib/mapping/model"
import { canonical } from "@/lib/minutes/canonical"
import { COMPARE_MS, type Part } from "@/lib/minutes/compare-words"
import { besideEachOther } from "@/lib/reports/compare"
import type { ComposedContent } from "./compose"
import type { AnnexEntry, EditionContent, EditionRow } from "./model"

/** An edition, or what the next one would be. */
export type Comparable = EditionContent | (ComposedContent & { number: number })

export const comparedFields = [
  ...(["area", "suggests", "citation", "activities", "synergies"] as const),
  ...(["scope", "status", "confirmed", "meetings"] as const),
] as const
export type ComparedField = (typeof comparedFields)[number]

/** Two texts beside each other: `was` holds what stays and what went, `now` what stays and what came. */
export type Beside = { was: Part[]; now: Part[] }

/** `onlyLook` where every word stays: bold, italics or empty lines came or went. */
export type ChangedCell = { field: ComparedField; onlyLook: boolean } & Beside

export type EditionChanges = {
  /** What is said above the table. */
  front: ({ field: "mandate" | "goal" | "rule" | "areas" } & Beside)[]
  added: EditionRow[]
  removed: EditionRow[]
  /** Rows of both, in the order of the newer one, with the cells that say something else. */
  changed: { row: EditionRow; cells: ChangedCell[] }[]
  /** Activities that moved to the annex meanwhile; no changed cell tells of them again. */
  annexed: AnnexEntry[]
  /** Those that left it: taken back into their row, or removed. */
  unannexed: AnnexEntry[]
  /** Those of which both annexes tell, and say something else. */
  annexChanged: ({ row: number; onlyLook: boolean } & Beside)[]
  /** Time ran out: whole cells stand as changed where only some of their words did. */
  coarse: boolean
}

/**
 * What the newer of two editions of a mapping holds otherwise: rows by their numbers, cell by cell, word
 * by word. That rows only changed places within an area is not told. `naming` knows the areas of both.
 */
export function compareEditions(
  older: Comparable,
  newer: Comparable,
  naming: Naming,
  language: string,
): EditionChanges {
  const until = performance.now() + COMPARE_MS
  let coarse = false
  const beside = (before: string, after: string): Beside => {
    const { was, now, coarse: whole } = besideEachOther(before, after, language, until)
    coarse ||= whole
    return { was, now }
  }
  const before = new Map(older.rows.map((row) => [row.number, row]))
  const after = new Set(newer.rows.map(({ number }) => number))
  const known = new Map(older.annex.map((entry) => [entryKey(entry), entry]))
  const annexed = newer.annex.filter((entry) => !known.has(entryKey(entry)))
  const still = new Set(newer.annex.map(entryKey))
  const moved = new Set(annexed.map(entryKey))
  const changed = newer.rows.flatMap((row) => {
    const was = before.get(row.number)
    if (!was) return []
    const left = {
      ...was,
      activities: was.activities.filter(({ id }) => !moved.has(`${row.number} ${id}`)),
    }
    const cells = comparedFields
      .filter((field) => !isSame(left, row, field))
      .map((field): ChangedCell => {
        const sides = beside(said(field, left, naming), said(field, row, naming))
        return { field, onlyLook: isOnlyLook(sides), ...sides }
      })
    return cells.length > 0 ? [{ row, cells }] : []
  })
  const annexChanged = newer.annex.flatMap((entry) => {
    const was = known.get(entryKey(entry))
    // What a row of both says otherwise stands among its cells.
    const isTold = before.has(entry.row) && after.has(entry.row)
    const then = was && isTold ? { ...was, suggests: entry.suggests, area: entry.area } : was
    if (!then || isSameEntry(then, entry)) return []
    const sides = beside(saidOfEntry(then, naming), saidOfEntry(entry, naming))
    return [{ row: entry.row, onlyLook: isOnlyLook(sides), ...sides }]
  })
  const front = frontOf(older, newer).map(({ field, was, now }) => ({ field, ...beside(was, now) }))
  return {
    ...{ front, changed, annexed, annexChanged, coarse },
    unannexed: older.annex.filter((entry) => !still.has(entryKey(entry))),
    added: newer.rows.filter(({ number }) => !before.has(number)),
    removed: older.rows.filter(({ number }) => !after.has(number)),
  }
}

const entryKey = ({ row, activity }: AnnexEntry) => `${row} ${activity.id}`

const isOnlyLook = ({ was, now }: Beside) => [...was, ...now].every(({ kind }) => kind === "same")

const isSameEntry = ({ edition: _, ...one }: AnnexEntry, { edition: __, ...other }: AnnexEntry) =>
  canonical(withoutIds(one)) === canonical(withoutIds(other))

const saidOfEntry = ({ area, suggests, activity }: AnnexEntry, naming: Naming): string =>
  [naming.area(area), suggests, activityText(activity, naming.kind)].filter(Boolean).join("\n")

/** Whether a cell shows the same: ids that stand behind what it shows are nobody's words. */
function isSame(one: EditionRow, other: EditionRow, field: ComparedField): boolean {
  const cell = (row: EditionRow) => (field === "scope" ? [row.scope, row.reason] : row[field])
  return canonical(withoutIds(cell(one))) === canonical(withoutIds(cell(other)))
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== "object" || value === null) return value
  const { id: _, personId: __, ...shown } = value as Record<string, unknown>
  return Object.fromEntries(Object.entries(shown).map(([key, part]) => [key, withoutIds(part)]))
}

function said(field: ComparedField, row: EditionRow, naming: Naming): string {
  if (field === "meetings") return row.meetings.join(", ")
  return cellText(field satisfies CellField, cellsOfEdition(row), naming)
}

/** A row of an edition as the cells of the table; its area is a slug. */
export function cellsOfEdition(row: EditionRow): CellValues {
  const { area, suggests, citation, activities, synergies, scope, reason, status, confirmed } = row
  return {
    ...{ area, suggests, citation, activities, synergies, status, confirmed },
    scope: { scope, reason },
    responsible: null,
  }
}

function frontOf(older: Comparable, newer: Comparable) {
  const texts = ({ mandate, goal, rule, areas }: Comparable) => ({
    mandate: [mandate.title, mandate.symbol].join("\n"),
    ...{ goal, rule },
    areas: areas.map(({ title }) => title).join("\n"),
  })
  const [was, now] = [texts(older), texts(newer)]
  return (["mandate", "goal", "rule", "areas"] as const)
    .filter((field) => was[field] !== now[field])
    .map((field) => ({ field, was: was[field], now: now[field] }))
}
