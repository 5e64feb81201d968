import { eq } from "drizzle-orm"
import type { z } from "zod"
import { threads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import type { keepDraftInput } from "./input"
import { holdRate } from "./limit"
import { textIdOf } from "./model"
import { findCommentedText } from "./text"
import { writeDraft } from "./write-draft"

/**
 * Keeps what somebody types and has not sent, and whether they are not to be named, for them alone; without words there is nothing to keep.
 * `key` is `answerKey` of a thread of the text, or `beginKey` of the text. What came too late to be
 * filed under the same key is never overwritten. `too_many` beyond the limit of a person.
 */
export async function keepDraft(
  actor: Actor,
  { on, key, text, unnamed }: z.output<typeof keepDraftInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const found = await findCommentedText(tx, on)
    if (!found) throw notFound()
    authorize(actor, "comment.write", { groupId: found.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdRate(tx, personId, "drafts")
    const isOfText = key.startsWith(`${textIdOf(on)}:`)
    const ofThread = isId(key) && (await tx.$count(threads, eq(threads.id, key))) > 0
    if (!isOfText && !ofThread) throw new Refusal("invalid", "comment.place")
    await writeDraft(tx, { personId }, { key, text, unnamed: unnamed ?? false })
  })
}
