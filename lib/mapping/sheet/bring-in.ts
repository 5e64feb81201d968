import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { mappingSheets } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { RawTable } from "@/lib/imports/tables/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { routing } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { writeCells } from "../cells/write-cells"
import { type HeldMapping, holdMapping } from "../hold"
import { logChanges } from "../log-changes"
import { insertRows } from "../rows/insert-rows"
import { type Chosen, chooseCells } from "./choose"
import { planWithHistory } from "./earlier"
import type { bringSheetInInput } from "./input"
import { readStanding } from "./standing"

/**
 * Takes over what was chosen of a table that was shown: all of it or nothing, in one transaction. Refuses
 * with `conflict` where the file would do something else by now, and where it was taken over already.
 */
export async function bringSheetIn(
  actor: Actor,
  { sheetId, mark, take, all, areas }: z.output<typeof bringSheetInInput>,
): Promise<{ added: number; changed: number }> {
  return transaction(async (tx) => {
    const { held, sheet } = await holdSheet(tx, sheetId)
    const subject = { groupId: held.groupId }
    authorize(actor, "mapping.bringIn", subject)
    if (sheet.takenAt) throw movedOn("mapping.sheetTaken")
    const mayDecide = can(actor, "mapping.decide", subject)
    const standing = await readStanding(tx, { ...held, mayDecide })
    const table = sheet.content as RawTable
    const plan = await planWithHistory(tx, table, standing, routing.defaultLocale)
    if (plan.mark !== mark) throw movedOn("mapping.sheetChanged")
    const chosen = chooseCells(plan, standing, { take: new Set(take), all, areas })
    if (chosen.rows.length + chosen.cells.length === 0)
      throw new Refusal("invalid", "mapping.nothingChosen")
    const done = await write(tx, held, actor, chosen)
    await tx
      .update(mappingSheets)
      .set({ takenBy: personOf(actor), takenAt: now(), ...done })
      .where(eq(mappingSheets.id, sheetId))
    await record(tx, {
      name: "mapping.broughtIn",
      actor,
      ...subject,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, file: sheet.name, ...done },
    })
    return done
  })
}

/** What a refusal hands over where the page has to be shown anew before anything can be chosen. */
export type MovedOn = { movedOn: true }
const movedOn = (key: "mapping.sheetChanged" | "mapping.sheetTaken") =>
  new Refusal("conflict", key, {}, {}, { movedOn: true } satisfies MovedOn)

async function holdSheet(tx: Transaction, sheetId: string) {
  const find = () => tx.select().from(mappingSheets).where(eq(mappingSheets.id, sheetId))
  const [there] = await find()
  if (!there) throw notFound()
  const held = await holdMapping(tx, there.mappingId)
  // Once more: somebody may have taken it over while this waited.
  const [sheet = there] = await find()
  return { held, sheet }
}

async function write(tx: Transaction, held: HeldMapping, actor: Actor, { rows, cells }: Chosen) {
  const changes = await insertRows(tx, held, { actor, rows })
  if (changes.length > 0) await logChanges(tx, held, { actor, way: "import", changes })
  const isNew = new Set(rows.map(({ id }) => id))
  const changed = new Set(cells.flatMap(({ rowId }) => (isNew.has(rowId) ? [] : rowId)))
  if (cells.length > 0) await writeCells(tx, held, { actor, way: "import", cells })
  return { added: rows.length, changed: changed.size }
}
