import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { withholdNameInput } from "./input"
import { holdRate } from "./limit"
import { lockComment, onlyAuthor } from "./lock-comment"
import { holdCompendium, setUnnamed } from "./set-unnamed"

/**
 * Says whether one's own comment in a consultation is published under one's name, however it was sent.
 * `conflict` once its compendium is published, or where it counts to no consultation.
 */
export async function withholdName(
  actor: Actor,
  { commentId, to }: z.output<typeof withholdNameInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { isPublished } = await holdCompendium(tx, commentId)
    const held = await lockComment(tx, commentId)
    authorize(actor, "comment.write", { groupId: held.thread.groupId })
    onlyAuthor(actor, held)
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "edits")
    const data = await setUnnamed(tx, held, { unnamed: to === "unnamed", isPublished })
    if (data)
      await record(tx, {
        name: "comment.named",
        actor,
        groupId: held.thread.groupId,
        subject: { type: "thread", id: held.thread.id },
        data,
      })
  })
}
