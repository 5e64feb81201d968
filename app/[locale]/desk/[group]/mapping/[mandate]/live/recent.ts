import type { CellField } from "@/lib/mapping/model"
import type { HeardChange } from "./line"
import { type News, newsOf } from "./news"
import { keyOf } from "./ops"

/** A change of another is shown as new for this long, in milliseconds. */
const freshFor = 6_000

/** The cells that others changed in the last seconds, and whoever wants to be told of all that others do. */
export class Recent {
  cells: { rowId: string; field: CellField; by: string }[] = []
  readonly #ears = new Set<(news: readonly News[]) => void>()

  constructor(
    private readonly me: { id: string },
    private readonly changed: () => void,
  ) {}

  /** Answers with what ends it. */
  tell(ear: (news: readonly News[]) => void): () => void {
    this.#ears.add(ear)
    return () => {
      this.#ears.delete(ear)
    }
  }

  /** More was changed than is known piece by piece. */
  much(): void {
    for (const ear of [...this.#ears]) ear([{ kind: "much" }])
  }

  note(changes: readonly HeardChange[]): void {
    const news = newsOf(changes, this.me)
    for (const ear of [...this.#ears]) ear(news)
    const fresh = news.flatMap((one) => {
      if (one.kind !== "cell") return []
      const { rowId, field, by } = one
      return [{ rowId, field, by }]
    })
    if (fresh.length === 0) return
    const keys = new Set(fresh.map(({ rowId, field }) => keyOf(rowId, field)))
    const older = this.cells.filter(({ rowId, field }) => !keys.has(keyOf(rowId, field)))
    this.cells = [...older, ...fresh]
    setTimeout(() => {
      this.cells = this.cells.filter((one) => !fresh.includes(one))
      this.changed()
    }, freshFor)
  }
}
