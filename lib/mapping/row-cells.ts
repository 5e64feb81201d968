import type { mappingRows } from "@/db/schema/mapping"
import type { PlainBlock } from "@/lib/minutes/model"
import type { Activity, CellValues, Revisions } from "./model"

export type StoredRow = typeof mappingRows.$inferSelect

/** The cells of a stored row. */
export function cellsOf(row: StoredRow): CellValues {
  return {
    area: row.areaId,
    suggests: row.suggests,
    citation: { mandate: row.citationMandate, paragraph: row.citationParagraph },
    activities: row.activities as Activity[],
    synergies: row.synergies as PlainBlock[],
    scope: { scope: row.scope, reason: row.scopeReason },
    responsible: row.responsibleId,
    status: row.status,
    confirmed: row.confirmedOn,
  }
}

export const revisionsOf = (row: StoredRow): Revisions => row.revisions as Revisions
