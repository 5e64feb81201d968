import { and, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { oneByOne } from "./finish-reading"
import type { takeNumbersInput } from "./input"
import { isCounted } from "./kinds"
import { lockBatch } from "./lock-batch"
import { proposalOf } from "./progress"
import { settleBatch } from "./settle-batch"
import { countWaiting } from "./waiting"

/**
 * Gives the reports of a batch that print no number the ones that were counted for them by the order of
 * time, as they were shown, and settles that none is printed. Refuses (`conflict`) while files wait to be
 * read, which may print the very numbers, and where other numbers are counted with what the group has by now:
 * those are kept, so that they are what is shown next.
 */
export async function takeNumbers(
  actor: Actor,
  { batchId, shown }: z.output<typeof takeNumbersInput>,
): Promise<{ slug: string; batchId: string }> {
  const taken = await transaction(async (tx) => {
    const { groupId, slug } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    await oneByOne(tx, groupId)
    if ((await countWaiting(tx, batchId)) > 0) throw new Refusal("conflict", "imports.stillReading")
    await settleBatch(tx, batchId)
    if ((await proposalOf(tx, batchId)) !== shown) return null
    const taken = await tx
      .update(importFiles)
      .set({
        corrected: sql`${importFiles.corrected} || jsonb_build_object(
          'number', ${importFiles.read}->'settled'->'reason'->'number',
          'settled', ${importFiles.corrected}->'settled' || ${missingPlaces},
          'left', coalesce(${importFiles.corrected}->'left', ${importFiles.corrected}->'settled')
        )`,
        revision: sql`${importFiles.revision} + 1`,
      })
      .where(and(eq(importFiles.batchId, batchId), isCounted))
      .returning({ id: importFiles.id })
    if (taken.length === 0) return { slug, batchId }
    await record(tx, {
      name: "import.numbered",
      actor,
      groupId,
      subject: { type: "import", id: batchId },
      data: { files: taken.length },
    })
    return { slug, batchId }
  })
  if (!taken) throw new Refusal("conflict", "imports.numbersMoved")
  return taken
}

/** The places of the findings that no number is printed, those that are open. */
const missingPlaces = sql`(
  select coalesce(jsonb_agg(place - 1), '[]')
  from jsonb_array_elements(${importFiles.read}->'findings') with ordinality as found (finding, place)
  where finding->>'rule' = 'number-missing'
    and not ${importFiles.corrected}->'settled' @> to_jsonb(place - 1)
)`
