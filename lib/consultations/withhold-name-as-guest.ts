import type { z } from "zod"
import { countAttempt, limitMinutes } from "@/lib/accounts/limit"
import { record } from "@/lib/activity/record"
import { lockComment } from "@/lib/comments/lock-comment"
import { holdCompendium, setUnnamed } from "@/lib/comments/set-unnamed"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findGuestByLink, guestSubject } from "./guest-link"
import type { withholdNameAsGuestInput } from "./input"
import { commentsPer } from "./model"

/**
 * Says by a guest's link whether their own comment is published under their name. `conflict` once the
 * compendium is published, `too_many` for whoever changes it many times.
 */
export async function withholdNameAsGuest(
  actor: Actor,
  { token, commentId, to }: z.output<typeof withholdNameAsGuestInput>,
): Promise<void> {
  const isTaken = await transaction(async (tx) => {
    const guest = await findGuestByLink(tx, token)
    if (!guest) throw new Refusal("not_found", "consultation.linkSpent")
    authorize(actor, "consultation.comment", guestSubject(guest.id))
    if (!(await countAttempt(tx, "consultation.edit", guest.id, commentsPer))) return false
    const { isPublished } = await holdCompendium(tx, commentId)
    const held = await lockComment(tx, commentId)
    if (held.comment.guestId !== guest.id) throw notFound()
    const data = await setUnnamed(tx, held, { unnamed: to === "unnamed", isPublished })
    if (data)
      await record(tx, {
        name: "comment.named",
        actor,
        groupId: held.thread.groupId,
        subject: { type: "thread", id: held.thread.id },
        data,
      })
    return true
  })
  if (!isTaken)
    throw new Refusal("too_many", "consultation.tooManyEdits", { minutes: limitMinutes })
}
