import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import type { StoredRow } from "./row-cells"

/**
 * Step: writes the cells of rows as they are given, with their revisions, in one statement. The ids are
 * named twice: of a list in JSON the planner knows not how short it is, and would read the whole table.
 */
export async function updateRows(tx: Transaction, rows: readonly StoredRow[]): Promise<void> {
  const given = rows.map((row) => ({
    id: row.id,
    area_id: row.areaId,
    position: row.position,
    suggests: row.suggests,
    citation_mandate: row.citationMandate,
    citation_paragraph: row.citationParagraph,
    activities: row.activities,
    synergies: row.synergies,
    scope: row.scope,
    scope_reason: row.scopeReason,
    scope_by: row.scopeBy,
    scope_at: row.scopeAt,
    responsible_id: row.responsibleId,
    status: row.status,
    confirmed_on: row.confirmedOn,
    confirmed_by: row.confirmedBy,
    revisions: row.revisions,
  }))
  await tx.execute(sql`
    update mapping_rows as r set
      area_id = n.area_id, position = n.position, suggests = n.suggests,
      citation_mandate = n.citation_mandate, citation_paragraph = n.citation_paragraph,
      activities = n.activities, synergies = n.synergies,
      scope = n.scope, scope_reason = n.scope_reason, scope_by = n.scope_by, scope_at = n.scope_at,
      responsible_id = n.responsible_id, status = n.status,
      confirmed_on = n.confirmed_on, confirmed_by = n.confirmed_by, revisions = n.revisions
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as n(
      id uuid, area_id uuid, position double precision, suggests text,
      citation_mandate text, citation_paragraph text, activities jsonb, synergies jsonb,
      scope row_scope, scope_reason text, scope_by uuid, scope_at timestamptz,
      responsible_id uuid, status row_status, confirmed_on date, confirmed_by uuid, revisions jsonb)
    where r.id = n.id and r.id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`)
}

/** Step: writes some columns of one row: a cell with its revisions, and no more than has to be sent. */
export async function updateRow(
  tx: Transaction,
  rowId: string,
  columns: Partial<StoredRow>,
): Promise<void> {
  await tx.update(mappingRows).set(columns).where(eq(mappingRows.id, rowId))
}
