import type { Table } from "../queries"
import type { NotedRow } from "./bodies"
import type { CoveredArea } from "./coverage"

/** The working table as the pictures count it: without what was retired. */
export function coveredTable({ areas, rows }: Pick<Table, "areas" | "rows">): {
  areas: CoveredArea[]
  rows: NotedRow[]
} {
  const slugs = new Map(areas.map(({ id, slug }) => [id, slug]))
  return {
    areas: areas.map(({ slug, title, crossCutting }) => ({ slug, title, crossCutting })),
    rows: rows
      .filter(({ retired }) => retired === null)
      .map(({ cells }) => ({
        area: slugs.get(cells.area) ?? "",
        activities: cells.activities,
        scope: cells.scope.scope,
        synergies: cells.synergies,
      })),
  }
}
