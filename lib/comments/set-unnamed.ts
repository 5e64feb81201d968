import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { compendia } from "@/db/schema/consultations"
import type { Events } from "@/lib/activity/events"
import { lockConsultation } from "@/lib/consultations/lock"
import { Refusal } from "@/lib/platform/errors"
import type { LockedComment } from "./lock-comment"
import { nameLack } from "./status"
import { trailTitle } from "./text"

/**
 * Step: holds the consultation to which a comment counts, if to any, against a compendium that is being
 * published; before the comment itself is held, as whoever files one does. Gives whether one is published.
 */
export async function holdCompendium(
  tx: Transaction,
  commentId: string,
): Promise<{ isPublished: boolean }> {
  const [comment] = await tx
    .select({ consultationId: comments.consultationId })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (!comment?.consultationId) return { isPublished: false }
  const { id } = await lockConsultation(tx, comment.consultationId, "share")
  return { isPublished: (await tx.$count(compendia, eq(compendia.consultationId, id))) > 0 }
}

/**
 * Step: says whether a held comment is published under the name of its author. Gives what the trail says
 * of it, or null when nothing changed. Does not authorize. `conflict` when it counts to no consultation, is
 * withdrawn, or stands in a compendium already.
 */
export async function setUnnamed(
  tx: Transaction,
  { comment, thread, text }: LockedComment,
  { unnamed, isPublished }: { unnamed: boolean; isPublished: boolean },
): Promise<Events["comment.named"] | null> {
  const lack = nameLack(comment, isPublished)
  if (lack) throw new Refusal("conflict", lack)
  if (comment.unnamed === unnamed) return null
  await tx.update(comments).set({ unnamed }).where(eq(comments.id, comment.id))
  const to = unnamed ? "unnamed" : "named"
  return { thread: thread.id, comment: comment.id, title: trailTitle(text), to }
}
