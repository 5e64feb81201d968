import { type Actor, personOf } from "@/lib/platform/actor"
import type { CellSave, CellValues } from "../model"
import type { StoredRow } from "./row-cells"

/** The columns in which a cell is kept. */
export function columnsOf({ field, value }: CellSave, actor: Actor): Partial<StoredRow> {
  switch (field) {
    case "area":
      return { areaId: value }
    case "citation":
      return { citationMandate: value.mandate, citationParagraph: value.paragraph }
    case "scope":
      return {
        scope: value.scope,
        scopeReason: value.reason,
        scopeBy: personOf(actor),
        scopeAt: new Date(),
      }
    case "responsible":
      return { responsibleId: value }
    case "confirmed":
      return { confirmedOn: value, confirmedBy: value ? personOf(actor) : null }
    default:
      return { [field]: value } satisfies Partial<Record<keyof CellValues, unknown>>
  }
}
