import type { RowGroup } from "./shown-rows"

/** How many rows, or entries of the annex, a page holds that was asked for with filters or in another order. */
export const perPage = 200

/** One of several pages: which, counted from 1, of how many. */
export type Page<Part> = { shown: Part; page: number; pages: number }

/** A page of a list; one behind the last is the last. */
export function pageOf<One>(all: readonly One[], wanted: number): Page<One[]> {
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const page = Math.min(Math.max(1, wanted), pages)
  return { shown: all.slice((page - 1) * perPage, page * perPage), page, pages }
}

/** A page of rows under their heads; each head counts all of its rows, also those of other pages. */
export function pageOfGroups(groups: readonly RowGroup[], wanted: number): Page<RowGroup[]> {
  const lines = groups.flatMap((group) => group.rows.map((row) => ({ group, row })))
  const { shown, ...place } = pageOf(lines, wanted)
  const here = [...new Set(shown.map(({ group }) => group))].map((group) => ({
    ...group,
    all: group.rows.length,
    rows: shown.filter((line) => line.group === group).map(({ row }) => row),
  }))
  return { shown: here, ...place }
}
