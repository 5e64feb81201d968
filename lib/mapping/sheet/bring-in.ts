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
import { type HeldMapping, holdMapping, seeMapping } from "../hold"
import { logChanges } from "../log-changes"
import { insertRows } from "../rows/insert-rows"
import { type Chosen, chooseCells } from "./choose"
import { chooseAreas, writeAreas } from "./choose-areas"
import { planWithHistory } from "./earlier"
import type { bringSheetInInput } from "./input"
import { readStanding } from "./standing"
import { readTicks } from "./ticks"

/**
 * Takes over what was chosen of a table that was shown: all of it or nothing, in one transaction. Refuses
 * with `conflict` where a line of which something was chosen would do something else by now, and where the
 * file was taken over already. What others change beside the chosen lines makes no difference. Names of areas that
 * are kept, and areas that are added for its rows, are written with it.
 */
export async function bringSheetIn(
  actor: Actor,
  { sheetId, mark, all, ...given }: z.output<typeof bringSheetInInput>,
): Promise<{ added: number; changed: number }> {
  return transaction(async (tx) => {
    const sheet = await findSheet(tx, sheetId)
    const seen = await seeMapping(tx, sheet.mappingId)
    const subject = { groupId: seen.groupId }
    authorize(actor, "mapping.bringIn", subject)
    const mayDecide = can(actor, "mapping.decide", subject)
    // Laying a large file beside the table takes long; nobody who types there waits for it.
    const first = await look(tx, sheet, { ...seen, mayDecide })
    const held = await holdMapping(tx, sheet.mappingId)
    // Once more: somebody may have taken it over, or written, while this read or waited.
    if ((await findSheet(tx, sheetId)).takenAt) throw movedOn("mapping.sheetTaken")
    const isAsSeen = held.change === seen.change
    const { plan, standing } = isAsSeen ? first : await look(tx, sheet, { ...held, mayDecide })
    const { take, moved } = readTicks(given.take, plan, mark)
    const named = chooseAreas(given, standing)
    if (moved.size > 0 || (all && plan.mark !== mark) || !named)
      throw movedOn("mapping.sheetChanged", moved.size)
    if (named.fresh.length + named.aliases.length > 0) authorize(actor, "mapping.edit", subject)
    const around = { ...standing, areas: [...standing.areas, ...named.fresh] }
    const chosen = chooseCells(plan, around, { take, all, areas: named.of })
    if (chosen.rows.length + chosen.cells.length === 0)
      throw new Refusal("invalid", "mapping.nothingChosen")
    await writeAreas(tx, held, actor, { ...named, rows: chosen.rows })
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
const movedOn = (key: "mapping.sheetChanged" | "mapping.sheetTaken", lines = 0) =>
  new Refusal("conflict", key, { lines }, {}, { movedOn: true } satisfies MovedOn)

async function findSheet(tx: Transaction, sheetId: string) {
  const [sheet] = await tx.select().from(mappingSheets).where(eq(mappingSheets.id, sheetId))
  if (!sheet) throw notFound()
  return sheet
}

/** What the file would do to the table as it stands. */
async function look(
  tx: Transaction,
  { content }: { content: unknown },
  mapping: HeldMapping & { mayDecide: boolean },
) {
  const standing = await readStanding(tx, mapping)
  const table = content as RawTable
  return { plan: await planWithHistory(tx, table, standing, routing.defaultLocale), standing }
}

async function write(tx: Transaction, held: HeldMapping, actor: Actor, { rows, cells }: Chosen) {
  const changes = await insertRows(tx, held, { actor, rows })
  if (changes.length > 0) await logChanges(tx, held, { actor, way: "import", changes })
  const isNew = new Set(rows.map(({ id }) => id))
  const changed = new Set(cells.flatMap(({ rowId }) => (isNew.has(rowId) ? [] : rowId)))
  if (cells.length > 0) await writeCells(tx, held, { actor, way: "import", cells })
  return { added: rows.length, changed: changed.size }
}
