import { and, asc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingAreas, mappingRows } from "@/db/schema/mapping"
import { Refusal } from "@/lib/platform/errors"
import type { HeldMapping } from "../hold"
import type { NewChange } from "../log-changes"

/** A place in an area, and what had to make room for it: rarely anything. */
export type Place = {
  area: { id: string; title: string }
  position: number
  shifted: NewChange[]
}

/**
 * Step: finds the place of a row in an area of a held mapping: after another row, first (null) or last
 * (nothing said). Behind a row that has left the area meanwhile it stands last, so that nothing that was
 * done offline is refused for it. `number` names the row in the refusal of an area that is not there.
 */
export async function placeRow(
  tx: Transaction,
  held: HeldMapping,
  given: { areaId: string; after?: string | null | undefined; rowId: string; number: number },
): Promise<Place> {
  const [area] = await tx
    .select({ id: mappingAreas.id, title: mappingAreas.title })
    .from(mappingAreas)
    .where(and(eq(mappingAreas.mappingId, held.id), eq(mappingAreas.id, given.areaId)))
  if (!area) throw new Refusal("invalid", "mapping.noArea", { number: given.number })
  const others = await tx
    .select({ id: mappingRows.id, position: mappingRows.position })
    .from(mappingRows)
    .where(and(eq(mappingRows.areaId, area.id), sql`${mappingRows.id} <> ${given.rowId}`))
    .orderBy(asc(mappingRows.position), asc(mappingRows.number))
  const at = given.after === null ? 0 : others.findIndex(({ id }) => id === given.after) + 1
  const place = given.after !== null && at === 0 ? others.length : at
  const position = between(others[place - 1]?.position, others[place]?.position)
  if (position !== null) return { area, position, shifted: [] }
  return { area, position: place + 1, shifted: await makeRoom(tx, area.id, others, place) }
}

/** A number between two, or null where there is none left. */
export function between(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : after - 1
  if (after === undefined) return before + 1
  const middle = (before + after) / 2
  return before < middle && middle < after ? middle : null
}

/** Numbers the rows of an area anew, with a gap at `place`. */
async function makeRoom(
  tx: Transaction,
  areaId: string,
  rows: readonly { id: string; position: number }[],
  place: number,
): Promise<NewChange[]> {
  const moves = rows.map((row, at) => ({ ...row, to: at < place ? at + 1 : at + 2 }))
  await tx.execute(sql`
    update mapping_rows as r set position = n.position
    from jsonb_to_recordset(${JSON.stringify(
      moves.map(({ id, to }) => ({ id, position: to })),
    )}::text::jsonb) as n(id uuid, position double precision)
    where r.id = n.id`)
  return moves
    .filter(({ position, to }) => position !== to)
    .map(({ id, position, to }) => ({
      rowId: id,
      field: "moved",
      before: { areaId, position },
      after: { areaId, position: to },
    }))
}
