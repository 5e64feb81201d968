import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { groupWords } from "@/db/schema/checks"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { removeWordInput } from "./input"

/** Takes a word out of those that the group writes so. One that is gone already changes nothing. */
export async function removeWord(
  actor: Actor,
  { groupId, wordId }: z.output<typeof removeWordInput>,
): Promise<void> {
  return transaction(async (tx) => {
    authorize(actor, "group.edit", { groupId })
    const [gone] = await tx
      .delete(groupWords)
      .where(and(eq(groupWords.id, wordId), eq(groupWords.groupId, groupId)))
      .returning({ word: groupWords.word })
    if (!gone) return
    await record(tx, {
      name: "group.wordRemoved",
      actor,
      groupId,
      subject: { type: "group", id: groupId },
      data: { word: gone.word },
    })
  })
}
