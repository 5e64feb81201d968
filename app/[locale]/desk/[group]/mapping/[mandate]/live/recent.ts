import type { CellField } from "@/lib/mapping/model"
import type { CellChange } from "./line"
import { keyOf } from "./ops"

/** A change of another is shown as new for this long, in milliseconds. */
const freshFor = 6_000

/** The cells that others changed in the last seconds. */
export class Recent {
  cells: { rowId: string; field: CellField; by: string; at: string }[] = []

  constructor(private readonly changed: () => void) {}

  note(changes: readonly CellChange[]): void {
    if (changes.length === 0) return
    const fresh = changes.map(({ rowId, field, author, at }) => ({
      ...{ rowId, field, at },
      by: author?.name ?? "",
    }))
    const keys = new Set(fresh.map(({ rowId, field }) => keyOf(rowId, field)))
    const older = this.cells.filter(({ rowId, field }) => !keys.has(keyOf(rowId, field)))
    this.cells = [...older, ...fresh]
    setTimeout(() => {
      this.cells = this.cells.filter((one) => !fresh.includes(one))
      this.changed()
    }, freshFor)
  }
}
