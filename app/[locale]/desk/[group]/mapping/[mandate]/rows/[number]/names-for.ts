import { namesOfHistory, type RowPage } from "@/lib/mapping/rows/row-queries"
import type { CellNames } from "./cell-value"

/** What areas and people of a row are called, those that only its history still names too. */
export async function namesFor(found: RowPage): Promise<CellNames> {
  const { areas, people } = found
  const gone = await namesOfHistory(found)
  const named = (all: readonly { id: string; name: string }[]) =>
    Object.fromEntries(all.map(({ id, name }) => [id, name]))
  return {
    areas: {
      ...named(gone.areas),
      ...named(areas.map(({ id, title }) => ({ id, name: title }))),
    },
    people: { ...named(gone.people), ...named(people) },
  }
}
