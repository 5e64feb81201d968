import { and, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { consultationTexts } from "@/db/schema/consultations"
import { threadReads } from "@/db/schema/threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { markReadInput } from "./input"
import { type TextRef, textIdOf } from "./model"
import { ofConsultedText } from "./read-marks"
import { findCommentedText } from "./text"

/**
 * Notes up to which comment of a text somebody has read, or of what is said of it in a consultation; never
 * back to an earlier one. `not_found` without the text, or where the consultation does not ask about it.
 */
export async function markRead(
  actor: Actor,
  { on, consultation, seq }: z.output<typeof markReadInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const text = await findCommentedText(tx, on)
    if (!text) throw notFound()
    authorize(actor, "comment.read", { groupId: text.groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await tx
      .insert(threadReads)
      .values({ personId, textId: await markedId(tx, on, consultation), seq })
      .onConflictDoUpdate({
        target: [threadReads.personId, threadReads.textId],
        set: { seq: sql`greatest(${threadReads.seq}, ${seq})`, at: now() },
      })
  })
}

/** Under what a mark is kept: the text, or its place in a consultation. */
async function markedId(
  tx: Transaction,
  on: TextRef,
  consultationId: string | undefined,
): Promise<string> {
  if (consultationId === undefined) return textIdOf(on)
  const [asked] = await tx
    .select({ id: consultationTexts.id })
    .from(consultationTexts)
    .where(and(eq(consultationTexts.consultationId, consultationId), ofConsultedText(on)))
  if (!asked) throw notFound()
  return asked.id
}
