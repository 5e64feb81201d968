import type { Table } from "@/lib/mapping/queries"
import { tintsOf } from "../../../live/people-here"
import type { Confirmed } from "./confirmed"
import type { Kept } from "./kept"
import type { PersonInCell } from "./line"
import type { BothOf, HereInCell } from "./mapping-store"
import { applyOps, keyOf } from "./ops"

/** What a page shows of all that is known; the same objects for as long as nothing of them changed. */
export class Shown {
  #table: { from: Table; ops: Kept["ops"]; mine: Kept["mine"]; table: Table } | null = null
  #clashes: { from: Table; mine: Kept["mine"]; clashes: BothOf[] } | null = null
  #here: { people: readonly PersonInCell[]; here: HereInCell[] } | null = null

  constructor(private readonly me: { id: string; name: string }) {}

  table(base: Confirmed, { ops, mine }: Kept): Table {
    const known = this.#table
    if (known?.from === base.table && known.ops === ops && known.mine === mine) return known.table
    const table = applyOps(base.table, ops, mine, this.me.name)
    this.#table = { from: base.table, ops, mine, table }
    return table
  }

  clashes(base: Confirmed, { mine }: Kept): BothOf[] {
    if (this.#clashes?.from !== base.table || this.#clashes.mine !== mine) {
      const clashes = mine.flatMap(({ id, rowId, field, value, clash, save }): BothOf[] => {
        const row = base.row(rowId)
        if (!row) return []
        const revision = row.revisions[field] ?? 0
        const author = base.authors.get(keyOf(rowId, field))
        const words = { id, revision, value: row.cells[field], mine: value }
        return [{ ...clash, ...author, ...words, ...(save && { save }) }]
      })
      this.#clashes = { from: base.table, mine, clashes }
    }
    return this.#clashes.clashes
  }

  here(people: readonly PersonInCell[]): HereInCell[] {
    if (this.#here?.people !== people) {
      const tints = tintsOf([...people.map(({ personId }) => personId), this.me.id])
      const here = people.map((one) => ({
        ...one,
        colour: Number(tints.get(one.personId)?.slice(1) ?? 1),
      }))
      this.#here = { people, here }
    }
    return this.#here.here
  }
}
