import type { ActivityKind, Scope } from "@/lib/mapping/model"

/** The address of a table of rows that shows those alone that a figure counts. `table` is its own, without filters. */
export function rowsAddress(
  table: string,
  filter: { area?: string; kind?: ActivityKind; scope?: Scope; body?: string },
): string {
  const { area, kind, scope, body } = filter
  const asked = Object.entries({ area, kind, scope, body }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const query = new URLSearchParams(asked).toString()
  return query ? `${table}?${query}` : table
}
