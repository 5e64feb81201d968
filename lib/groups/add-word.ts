import type { z } from "zod"
import { groupWords } from "@/db/schema/checks"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { addWordInput } from "./input"

/** Takes a word among those that the group writes so. One that it has already, in any case, stays as it is. */
export async function addWord(
  actor: Actor,
  { groupId, word }: z.output<typeof addWordInput>,
): Promise<{ word: string }> {
  return transaction(async (tx) => {
    authorize(actor, "group.edit", { groupId })
    const added = await tx
      .insert(groupWords)
      .values({ groupId, word, addedBy: personOf(actor) })
      .onConflictDoNothing()
      .returning({ id: groupWords.id })
    if (added.length > 0) {
      await record(tx, {
        name: "group.wordAdded",
        actor,
        groupId,
        subject: { type: "group", id: groupId },
        data: { word },
      })
    }
    return { word }
  })
}
