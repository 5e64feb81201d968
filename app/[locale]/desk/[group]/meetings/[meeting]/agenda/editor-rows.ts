import type { AgendaRow } from "@/lib/meetings/agenda"

/** A row of the editor: what stands in its fields, and a key by which it is known while it moves. */
export type EditorRow = {
  key: string
  id: string
  depth: number
  title: string
  presenter: string
  minutes: string
  coverage: string
}

export const blankRow = (key: string): EditorRow => ({
  key,
  id: "",
  depth: 0,
  title: "",
  presenter: "",
  minutes: "",
  coverage: "",
})

/** Stored or arranged items as rows; without any there is one empty row to begin with. */
export function rowsOfItems(items: readonly AgendaRow[]): EditorRow[] {
  const rows = items.map(({ id, depth, title, presenter, minutes, coverage }, place) => ({
    key: `row-${place}`,
    id: id ?? "",
    depth,
    title,
    presenter,
    minutes: String(minutes ?? ""),
    coverage: coverage ?? "",
  }))
  return rows.length > 0 ? rows : [blankRow("row-0")]
}

/** The rows that were sent, to fill the form again. */
export function rowsEntered(entered: Record<string, string>): EditorRow[] {
  const places = Object.keys(entered).flatMap((name) => {
    const place = /^items\.(\d+)\.title$/.exec(name)?.[1]
    return place === undefined ? [] : [Number(place)]
  })
  return places
    .sort((a, b) => a - b)
    .map((place) => {
      const text = (field: string) => entered[`items.${place}.${field}`] ?? ""
      return {
        key: `row-${place}`,
        id: text("id"),
        depth: Number(text("depth")) || 0,
        title: text("title"),
        presenter: text("presenter"),
        minutes: text("minutes"),
        coverage: text("coverage"),
      }
    })
}
