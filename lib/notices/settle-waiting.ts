import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { notices } from "@/db/schema/notices"
import { tempoOf } from "./model"
import { choicesOf } from "./recipients"

/**
 * Step: what waits for a digest waits as its person wants it now. What they want at once from now on
 * still goes with the next mail of the day.
 */
export async function settleWaiting(tx: Transaction, personId: string): Promise<void> {
  const waiting = and(
    eq(notices.personId, personId),
    isNull(notices.mailedAt),
    inArray(notices.tempo, ["daily", "weekly"]),
  )
  const choices = (await choicesOf(tx, [personId])).get(personId) ?? []
  const rows = await tx
    .select({ id: notices.id, kind: notices.kind, groupId: notices.groupId, tempo: notices.tempo })
    .from(notices)
    .where(waiting)
    .for("update")
  for (const tempo of ["daily", "weekly", "never"] as const) {
    const moved = rows.filter((row) => {
      const wanted = tempoOf(choices, row.kind, row.groupId)
      return (wanted === "at-once" ? "daily" : wanted) === tempo && row.tempo !== tempo
    })
    if (moved.length === 0) continue
    const ids = moved.map(({ id }) => id)
    await tx.update(notices).set({ tempo }).where(inArray(notices.id, ids))
  }
}
