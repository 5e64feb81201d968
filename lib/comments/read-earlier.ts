import { asc, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { commentRevisions } from "@/db/schema/comments"
import type { EarlierWords } from "./model"

/** What comments said before they were edited, the oldest first. */
export async function readEarlier(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, EarlierWords[]>> {
  const earlier = new Map<string, EarlierWords[]>()
  if (ids.length === 0) return earlier
  const rows = await reader
    .select()
    .from(commentRevisions)
    .where(inArray(commentRevisions.commentId, [...ids]))
    .orderBy(asc(commentRevisions.replacedAt))
  for (const { commentId, text, proposal, replacedAt } of rows) {
    const words = { text, proposal, until: replacedAt.toISOString() }
    earlier.set(commentId, [...(earlier.get(commentId) ?? []), words])
  }
  return earlier
}
