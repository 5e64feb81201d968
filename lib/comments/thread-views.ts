import { randomUUID } from "node:crypto"
import { eq, inArray, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { people } from "@/db/schema/people"
import { threadMoves, threadMutes, threads } from "@/db/schema/threads"
import { answerKey, type CommentView, type ThreadView, type TypedDraft } from "./model"
import { textOfThread } from "./thread-row"
import type { Viewer } from "./viewer"

/** Threads with those of their comments that are shown, in the order given. */
export async function threadViews(
  reader: Reader,
  lines: readonly { id: string; under: string | null; count: number; news: readonly unknown[] }[],
  given: { shown: Map<string, CommentView[]>; drafts: Record<string, TypedDraft>; viewer: Viewer },
): Promise<ThreadView[]> {
  const { shown, drafts } = given
  const { author } = given.viewer
  const personId = author && "personId" in author ? author.personId : null
  const rows = await reader
    .select({
      thread: threads,
      decider: people.name,
      muted: sql<boolean>`exists (select from ${threadMutes} where ${threadMutes.threadId} = ${threads.id} and ${threadMutes.personId} = ${personId}::uuid)`,
      wasResolved: sql<boolean>`exists (select from ${threadMoves} where ${threadMoves.threadId} = ${threads.id} and ${threadMoves.state} = 'resolved')`,
    })
    .from(threads)
    .leftJoin(people, eq(people.id, threads.decidedBy))
    .where(inArray(threads.id, [...shown.keys()]))
  const known = new Map(rows.map((row) => [row.thread.id, row]))
  return lines.flatMap(({ id, under, count, news }) => {
    const row = known.get(id)
    const comments = shown.get(id)
    if (!row || !comments) return []
    const view = threadView(row)
    const rest = { under, comments, skipped: count - comments.length, count, fresh: news.length }
    const draft = drafts[answerKey(id)] ?? null
    return [{ ...view, ...rest, muted: row.muted, draft, submission: randomUUID() }]
  })
}

function threadView({
  thread,
  decider,
  wasResolved,
}: {
  thread: typeof threads.$inferSelect
  decider: string | null
  wasResolved: boolean
}) {
  const { disposition, decidedAt } = thread
  const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("base64")
  return {
    id: thread.id,
    text: textOfThread(thread),
    about: thread.about,
    place: thread.place,
    passage:
      thread.about === "passage"
        ? {
            quote: thread.quote,
            before: thread.quoteBefore,
            after: thread.quoteAfter,
            start: base64(thread.anchorStart),
            end: base64(thread.anchorEnd),
          }
        : null,
    lostAt: thread.lostAt?.toISOString() ?? null,
    wasAbout: thread.wasAbout,
    consultationId: thread.consultationId,
    state: thread.state === "open" && wasResolved ? ("reopened" as const) : thread.state,
    resolved:
      disposition && decidedAt
        ? { disposition, reason: thread.reason, by: decider ?? "", at: decidedAt.toISOString() }
        : null,
    revision: thread.revision,
    createdAt: thread.createdAt.toISOString(),
  }
}
