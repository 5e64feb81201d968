import { eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingSheets, mappings } from "@/db/schema/mapping"
import type { FileRefusal } from "@/lib/imports/decode"
import { readTableSafely } from "@/lib/imports/read-safely"
import { NoTable, type RawTable, type TableRefusal } from "@/lib/imports/tables/model"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { clearSheets } from "./clear-sheets"
import { tableOfRecord } from "./from-record"
import type { keepSheetInput } from "./input"
import { readLines } from "./lines"
import { readStanding } from "./standing"

/**
 * Reads a table that somebody brings in, and keeps it so that it can be shown what it would change.
 * Changes nothing of the mapping. Refuses what is no table, or none whose columns are known.
 */
export async function keepSheet(
  actor: Actor,
  { mappingId, file }: z.output<typeof keepSheetInput>,
): Promise<{ id: string }> {
  const [mapping] = await database().select().from(mappings).where(eq(mappings.id, mappingId))
  if (!mapping) throw notFound()
  authorize(actor, "mapping.bringIn", { groupId: mapping.groupId })
  if (actor.kind !== "account") throw new Refusal("forbidden", "forbidden")
  const name = nameOf(file)
  const content = await tableIn(new Uint8Array(await file.arrayBuffer()), name)
  const { areas } = await readStanding(database(), {
    ...mapping,
    mandate: { symbol: "" },
    mayDecide: false,
  })
  readLines(content, areas)
  const [kept] = await database()
    .insert(mappingSheets)
    .values({ mappingId, name, content, broughtBy: actor.personId })
    .returning({ id: mappingSheets.id })
  if (!kept) throw new Error("The table was not kept")
  await clearSheets(database(), mappingId)
  return kept
}

const nameOf = ({ name }: File) =>
  name
    .replace(/\p{Cc}/gu, "")
    .toWellFormed()
    .trim()
    .slice(0, 200) || "table"

async function tableIn(bytes: Uint8Array, name: string): Promise<RawTable> {
  const reading = await readTableSafely(bytes, name)
  if ("refused" in reading) throw refusal(reading.refused)
  if (reading.kind === "table") return storable(reading.table)
  try {
    const table = tableOfRecord(reading.record)
    if (table) return storable(table)
  } catch (error) {
    if (!(error instanceof NoTable)) throw error
    throw refusal(error.refused)
  }
  throw new Refusal("invalid", "fields", {}, { file: "mapping.noRecord" })
}

/** What Postgres refuses is left out: NUL, and half characters. */
const storable = (table: RawTable): RawTable =>
  JSON.parse(JSON.stringify(table), (_, value) =>
    typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value,
  )

function refusal(refused: TableRefusal | FileRefusal): Refusal {
  const { code, ...values } = refused
  const named = "kind" in values ? { kind: values.kind || "none" } : values
  return new Refusal("invalid", "fields", named, { file: `mapping.file.${code}` })
}
