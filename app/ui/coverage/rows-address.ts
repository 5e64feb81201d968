import { type Filters, noFilters, viewQuery } from "@/lib/mapping/filters"

/**
 * The address of a table of rows that shows those alone that a figure counts. `table` is its own,
 * without filters; it may end with the place of the rows on their page, "#table".
 */
export function rowsAddress(
  table: string,
  { area = null, kind = null, scope = null, body = null }: Partial<Filters>,
): string {
  const [page = "", place] = table.split("#")
  const filters = { ...noFilters, area, kind, scope, body }
  const query = viewQuery({ filters, by: "area", row: null })
  return page + query + (place === undefined ? "" : `#${place}`)
}
