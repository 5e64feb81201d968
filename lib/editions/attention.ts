import { monthsBefore } from "@/lib/mapping/filters"
import { foldName } from "@/lib/people/model"
import type { AnnexEntry, EditionRow } from "./model"

/** Rows that a co-chair should have seen before they are frozen, by their numbers. */
export type Attention = {
  /** Nobody decided whether they are in scope. */
  undecided: EditionRow[]
  /** Nobody said for six months, or ever, that they are so. */
  unconfirmed: EditionRow[]
  /** They say nothing of what the mandate suggests. */
  empty: EditionRow[]
  /** They say the same as another row of their area, each with the number of the first. */
  alike: { row: EditionRow; as: number }[]
}

/** After how many months without a confirmation a row is told of. */
const months = 6

/** What to look at before an edition is frozen; `today` is a day, `YYYY-MM-DD`. */
export function attentionTo(rows: readonly EditionRow[], today: string): Attention {
  const since = monthsBefore(today, months)
  const first = new Map<string, number>()
  const alike = rows.flatMap((row) => {
    const words = foldName(row.suggests)
    if (words === "") return []
    const key = `${row.area}\n${words}\n${row.citation.paragraph}`
    const as = first.get(key)
    if (as !== undefined) return [{ row, as }]
    first.set(key, row.number)
    return []
  })
  return {
    undecided: rows.filter(({ scope }) => scope === "proposed"),
    unconfirmed: rows.filter(({ confirmed }) => confirmed === null || confirmed < since),
    empty: rows.filter(({ suggests }) => suggests.trim() === ""),
    alike,
  }
}

/** The entries of an annex that an edition would add to it. */
export const goingWith = (annex: readonly AnnexEntry[], number: number): AnnexEntry[] =>
  annex.filter(({ edition }) => edition === number)
