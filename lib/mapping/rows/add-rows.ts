import { inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { notFound } from "@/lib/platform/errors"
import { shownRow } from "../cells/row-cells"
import type { HeldMapping } from "../hold"
import { logChanges } from "../log-changes"
import type { Row, Way } from "../model"
import { insertRows } from "./insert-rows"

/**
 * Step: adds empty rows to a held mapping, each the last of its area, in the order in which they are
 * given. One whose id is there already is not added again, so that sent twice they are added once.
 * Resolves to all of them as they stand, with the newest change of the mapping. Does not authorize.
 */
export async function addRows(
  tx: Transaction,
  held: HeldMapping,
  given: { actor: Actor; way: Way; rows: readonly { id: string; areaId: string }[] },
): Promise<{ change: number; rows: Row[] }> {
  const ids = given.rows.map(({ id }) => id)
  const find = () =>
    tx.select().from(mappingRows).where(inArray(mappingRows.id, ids)).orderBy(mappingRows.number)
  const there = await find()
  if (there.some(({ mappingId }) => mappingId !== held.id)) throw notFound()
  const known = new Set(there.map(({ id }) => id))
  const { actor, way } = given
  const rows = given.rows.filter(({ id }) => !known.has(id))
  const changes = await insertRows(tx, held, { actor, rows })
  const all = changes.length > 0 ? await find() : there
  let { change } = held
  if (changes.length > 0) {
    change = await logChanges(tx, held, { actor, way, changes })
    const numbers = all.flatMap(({ id, number }) => (known.has(id) ? [] : number))
    await record(tx, {
      name: "mapping.rowsAdded",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: {
        ...{ mandate: held.mandate.title, count: numbers.length },
        rows: numbers.slice(0, 20),
      },
    })
  }
  return { change, rows: all.map((row) => shownRow(row, { decidedBy: null, retiredBy: null })) }
}
