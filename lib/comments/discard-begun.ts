import type { z } from "zod"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { forgetDraft } from "./forget-draft"
import type { discardBegunInput } from "./input"
import { findCommentedText } from "./text"

/**
 * Deletes what a member typed about a text and did not send: it is theirs alone and was never filed, so no
 * trail tells of it. Does nothing to what is another's or gone.
 */
export async function discardBegun(
  actor: Actor,
  { on, key }: z.output<typeof discardBegunInput>,
): Promise<{ key: string }> {
  return transaction(async (tx) => {
    const text = await findCommentedText(tx, on)
    if (!text) throw notFound()
    authorize(actor, "comment.write", { groupId: text.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await forgetDraft(tx, { personId }, key)
    return { key }
  })
}
