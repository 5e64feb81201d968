import { and, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { threadMutes } from "@/db/schema/threads"
import type { NoticeData, NoticeKind } from "./model"

type Waiting = { kind: NoticeKind; threadId: string | null; data: unknown }

/**
 * What of some notices somebody still wants by the time that they are mailed: not of threads that they
 * muted meanwhile, and not that a comment waits for them which somebody answered, or its author took back.
 */
export async function stillWanted<Notice extends Waiting>(
  tx: Transaction,
  personId: string,
  notices: readonly Notice[],
): Promise<Notice[]> {
  const muted = await mutedOf(
    tx,
    personId,
    notices.flatMap(({ threadId }) => threadId ?? []),
  )
  const waiting = await stillWaiting(tx, notices.flatMap(commentThatWaits))
  return notices.filter((notice) => {
    if (notice.threadId && muted.has(notice.threadId)) return false
    return commentThatWaits(notice).every((id) => waiting.has(id))
  })
}

/** The comment that a notice says waits for a co-chair; none for every other notice. */
export function commentThatWaits({ kind, data }: Pick<Waiting, "kind" | "data">): string[] {
  if (kind !== "consultation-held") return []
  const held = data as NoticeData[typeof kind]
  return held.what === "waiting" ? [held.comment] : []
}

async function mutedOf(
  tx: Transaction,
  personId: string,
  threadIds: readonly string[],
): Promise<Set<string>> {
  if (threadIds.length === 0) return new Set()
  const rows = await tx
    .select({ id: threadMutes.threadId })
    .from(threadMutes)
    .where(and(eq(threadMutes.personId, personId), inArray(threadMutes.threadId, [...threadIds])))
  return new Set(rows.map(({ id }) => id))
}

async function stillWaiting(tx: Transaction, commentIds: readonly string[]): Promise<Set<string>> {
  if (commentIds.length === 0) return new Set()
  const rows = await tx
    .select({ id: comments.id, withdrawnAt: comments.withdrawnAt })
    .from(comments)
    .where(and(inArray(comments.id, [...commentIds]), eq(comments.moderation, "waiting")))
  return new Set(rows.flatMap(({ id, withdrawnAt }) => (withdrawnAt ? [] : id)))
}
