import { type Filters, noFilters, viewQuery } from "@/lib/mapping/filters"

/** The address of a table of rows that shows those alone that a figure counts. `table` is its own, without filters. */
export function rowsAddress(
  table: string,
  { area = null, kind = null, scope = null, body = null }: Partial<Filters>,
): string {
  const filters = { ...noFilters, area, kind, scope, body }
  return table + viewQuery({ filters, by: "area", row: null })
}
