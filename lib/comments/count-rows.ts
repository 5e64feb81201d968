import { and, eq, sql } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { threads } from "@/db/schema/threads"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"

/** How many threads a row has and how many of them are open, and what was said in them. */
export type RowCount = { threads: number; open: number; comments: number }

/**
 * What was said of each row of a mapping, by the row's id; a row of which nobody spoke is not named.
 * Comments that wait for a co-chair do not count. `not_found` when there is no such mapping.
 */
export async function countRowThreads(
  actor: Actor,
  mappingId: string,
): Promise<Record<string, RowCount>> {
  const [mapping] = await database()
    .select({ groupId: mappings.groupId })
    .from(mappings)
    .where(eq(mappings.id, mappingId))
  if (!mapping) throw notFound()
  authorize(actor, "comment.read", mapping)
  const rows = await database()
    .select({
      rowId: mappingRows.id,
      threads: sql<number>`count(distinct ${threads.id})::int`,
      open: sql<number>`(count(distinct ${threads.id}) filter (where ${threads.state} = 'open'))::int`,
      comments: sql<number>`count(*)::int`,
    })
    .from(mappingRows)
    .innerJoin(threads, eq(threads.rowId, mappingRows.id))
    .innerJoin(
      comments,
      and(eq(comments.threadId, threads.id), eq(comments.moderation, "admitted")),
    )
    .where(eq(mappingRows.mappingId, mappingId))
    .groupBy(mappingRows.id)
  return Object.fromEntries(rows.map(({ rowId, ...count }) => [rowId, count]))
}
