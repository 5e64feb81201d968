import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import type { HeldMapping } from "./hold"
import type { CellField } from "./model"

/** Step: tells that cells of rows, by their numbers, were changed; nothing where none were. */
export async function recordEdited(
  tx: Transaction,
  held: HeldMapping,
  { actor, rows, fields }: { actor: Actor; rows: number[]; fields: CellField[] },
): Promise<void> {
  if (rows.length === 0) return
  await record(tx, {
    name: "mapping.edited",
    actor,
    groupId: held.groupId,
    subject: { type: "mapping", id: held.id },
    data: {
      mandate: held.mandate.title,
      rows: rows.slice(0, 20),
      count: rows.length,
      fields: [...new Set(fields)],
    },
  })
}
