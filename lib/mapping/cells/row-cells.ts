import type { mappingRows } from "@/db/schema/mapping"
import type { PlainBlock } from "@/lib/minutes/model"
import type { Activity, CellValues, Revisions, Row } from "../model"

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

/** A stored row as the desk shows it, with the names of who decided its scope and who retired it. */
export function shownRow(
  row: StoredRow,
  names: { decidedBy: string | null; retiredBy: string | null },
): Row {
  return {
    id: row.id,
    number: row.number,
    position: row.position,
    cells: cellsOf(row),
    revisions: revisionsOf(row),
    scopeDecided:
      row.scope !== "proposed" && row.scopeAt
        ? { by: names.decidedBy ?? "", at: row.scopeAt.toISOString() }
        : null,
    retired: row.retiredAt
      ? { at: row.retiredAt.toISOString(), by: names.retiredBy ?? "", reason: row.retiredReason }
      : null,
  }
}
