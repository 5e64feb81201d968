import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { cellsOf, revisionsOf } from "@/lib/mapping/cells/row-cells"
import { updateRows } from "@/lib/mapping/cells/update-rows"
import type { HeldMapping } from "@/lib/mapping/hold"
import { keepLinksOfRows } from "@/lib/mapping/keep-links"
import { logChanges } from "@/lib/mapping/log-changes"
import { type Actor, personOf } from "@/lib/platform/actor"
import type { Move } from "./compose"

/**
 * Step: takes activities of finished years out of the rows of a held mapping and keeps them in its
 * annex, as changes of those cells. Returns how many there were.
 */
export async function moveToAnnex(
  tx: Transaction,
  held: HeldMapping,
  { actor, editionId, moves }: { actor: Actor; editionId: string; moves: readonly Move[] },
): Promise<number> {
  if (moves.length === 0) return 0
  const gone = moves.flatMap(({ row, go }) => go.map((activity) => ({ row: row.id, activity })))
  const replaced = moves.flatMap(({ row, go, replaced }) =>
    [...go.map(({ id }) => id), ...replaced].map((id) => ({ row: row.id, id })),
  )
  // One that its row got back by an undo, or that was written anew, stands there still: what moves now takes its place.
  await tx.execute(sql`
    update annex_activities as a set returned_at = now(), returned_by = ${personOf(actor)}::uuid
    from jsonb_to_recordset(${JSON.stringify(replaced)}::text::jsonb) as n("row" uuid, id text)
    where a.row_id = n."row" and a.activity ->> 'id' = n.id and a.returned_at is null`)
  await tx.execute(sql`
    insert into annex_activities (row_id, activity, edition_id)
      select n."row", n.activity, ${editionId}::uuid
      from jsonb_to_recordset(${JSON.stringify(gone)}::text::jsonb) as n("row" uuid, activity jsonb)`)
  const revised = moves.map(({ row, stay }) => ({
    before: cellsOf(row).activities,
    revision: (revisionsOf(row).activities ?? 0) + 1,
    ...{ row, stay },
  }))
  await updateRows(
    tx,
    revised.map(({ row, stay, revision }) => ({
      ...row,
      activities: stay,
      revisions: { ...revisionsOf(row), activities: revision },
    })),
  )
  await logChanges(tx, held, {
    ...{ actor, way: "edition" },
    changes: revised.map(({ row, stay, revision, before }) => ({
      ...{ rowId: row.id, field: "activities", revision, before, after: stay },
    })),
  })
  await keepLinksOfRows(
    tx,
    held.groupId,
    moves.map(({ row, stay }) => ({ before: row, after: { ...row, activities: stay } })),
  )
  return gone.length
}
