import { foldName } from "@/lib/people/model"
import { cellText, type Naming } from "./cells/cell-text"
import { type Filters, filterFor } from "./filters"
import { cellFields, type Row } from "./model"
import type { Table } from "./queries"

const searched = new WeakMap<Row, { naming: Naming; words: string }>()

/** All the words of a row, as they are looked for. */
function wordsOf(row: Row, naming: Naming): string {
  const known = searched.get(row)
  if (known?.naming === naming) return known.words
  const texts = cellFields.map((field) => cellText(field, row.cells, naming))
  const words = foldName([row.number, ...texts].join(" "))
  searched.set(row, { naming, words })
  return words
}

/** A test for rows of a table, made once for all of them. `today` is a day, `YYYY-MM-DD`. */
export function rowFilter(
  { areas }: Pick<Table, "areas">,
  naming: Naming,
  { filters, today }: { filters: Filters; today: string },
): (row: Row) => boolean {
  const slugs = new Map(areas.map(({ id, slug }) => [id, slug]))
  const passes = filterFor(filters, today)
  const isLooking = filters.q !== ""
  return (row) =>
    passes({
      area: slugs.get(row.cells.area) ?? "",
      activities: row.cells.activities,
      scope: row.cells.scope.scope,
      responsible: row.cells.responsible,
      confirmed: row.cells.confirmed,
      words: isLooking ? wordsOf(row, naming) : "",
    })
}
