import { eq } from "drizzle-orm"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import type { AccountActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"

/** When the first edition was frozen, in days from today. */
const frozen = -8

const note =
  "The first edition: rows in all nine areas, each with its citation. Activities of years that are over stand in the annex."

/** What was changed since, by the numbers of rows. */
const since = [
  { row: 2, field: "status", value: "under-way" },
  {
    row: 5,
    field: "suggests",
    value: "Keep connectivity up in emergencies, and agree beforehand who does what.",
  },
] as const

/** Freezes the sample's mapping as edition 1, and changes a little of the table after it. */
export async function freezeMapping(mappingId: string, chair: AccountActor): Promise<void> {
  setClock(() => new Date(Date.now() + frozen * 86_400_000))
  const { number, mark } = await composeEdition(database(), mappingId)
  const [mapping] = await database().select().from(mappings).where(eq(mappings.id, mappingId))
  if (!mapping) throw new Error("The sample has no mapping")
  await freezeEdition(chair, {
    ...{ mappingId, edition: number, change: mapping.change, mark, note },
  })
  setClock(undefined)
  const rows = await database()
    .select()
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, mappingId))
  const cells = since.map(({ row: wanted, field, value }) => {
    const row = rows.find(({ number: one }) => one === wanted)
    const base = (row?.revisions as Record<string, number> | undefined)?.[field] ?? 0
    return { rowId: row?.id, field, base, value }
  })
  await saveCells(chair, saveCellsInput.parse({ mappingId, cells, way: "form" }))
}
