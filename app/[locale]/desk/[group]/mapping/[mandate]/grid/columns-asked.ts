import { type ColumnId, type ColumnState, columnIds, mayHide } from "./columns"

/** Which columns are seen: what of their look an address can say. Widths are of a screen, not of a view. */
export type SeenColumns = Pick<ColumnState, "hidden" | "frozen">

const names = ["hide", "show", "freeze"] as const

/**
 * What an address says of the columns: `hide=scope+status`, `show=area` for one that is hidden as a rule,
 * `freeze=citation` or `freeze=none`. Null where it says nothing of them; what it does not know counts as
 * not said.
 */
export function columnsAsked(get: (name: string) => string | null): SeenColumns | null {
  const ids = (name: string) => {
    const words = get(name)?.split(/[\s,]+/) ?? []
    return columnIds.filter((id) => words.includes(id) && mayHide(id))
  }
  const [hide, show] = [ids("hide"), ids("show")]
  const freeze = get("freeze")
  const frozen = [...columnIds, "none" as const].find((id) => id === freeze) ?? null
  if (hide.length === 0 && show.length === 0 && frozen === null) return null
  const said = (all: readonly ColumnId[], hidden: boolean) => all.map((id) => [id, hidden] as const)
  return { hidden: Object.fromEntries([...said(show, false), ...said(hide, true)]), frozen }
}

/** The same as parts of an address; none where all are as usual. */
export function columnsQuery({ hidden, frozen }: SeenColumns): [name: string, value: string][] {
  const hide = columnIds.filter((id) => hidden[id] === true)
  // Only the area is hidden as a rule.
  const show = hidden.area === false ? "area" : ""
  const said = { hide: hide.join(" "), show, freeze: frozen ?? "" }
  return names.flatMap((name) => (said[name] ? [[name, said[name]]] : []))
}

/** An address's query (`?kind=dc` or "") with these columns in the place of those that it named. */
export function withColumns(query: string, seen: SeenColumns | null): string {
  const given = new URLSearchParams(query)
  for (const name of names) given.delete(name)
  for (const [name, value] of seen ? columnsQuery(seen) : []) given.set(name, value)
  return given.size > 0 ? `?${given}` : ""
}
