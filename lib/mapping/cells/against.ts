import { Refusal, type RefusalCode } from "@/lib/platform/errors"
import type { CellField, CellSave } from "../model"

/** What stands against a cell of a save: a sentence under `errors`, and what fills it. */
export type Against = {
  rowId: string
  field: CellField
  key: string
  values: Record<string, string | number>
}

export const against = (
  { rowId, field }: CellSave,
  key: string,
  values: Against["values"] = {},
): Against => ({ rowId, field, key, values })

/**
 * Step: refuses a save where anything stands against one of its cells, and names each of these, so that the
 * others can be saved without them.
 */
export function refuseAgainst(code: RefusalCode, found: readonly Against[]): void {
  const [first] = found
  if (first) throw new Refusal(code, first.key, first.values, {}, { against: found })
}

/** What a refusal names of the cells of a save; none where it is of something else. */
export function againstIn(error: unknown): readonly Against[] {
  const data = error instanceof Refusal ? error.data : null
  const isNaming = typeof data === "object" && data !== null && "against" in data
  return isNaming && Array.isArray(data.against) ? data.against : []
}
