import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { isId } from "@/lib/platform/ids"

/**
 * The words of the comments that notices are about, by the comment's id. What was withdrawn or hidden
 * meanwhile has none: a notice never repeats what is gone from its page.
 */
export async function wordsOf(
  reader: Reader,
  notices: readonly { kind: string; key: string }[],
): Promise<Map<string, string>> {
  const ids = notices
    .filter(({ kind, key }) => (kind === "mentioned" || kind === "replied") && isId(key))
    .map(({ key }) => key)
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: comments.id, text: comments.text })
    .from(comments)
    .where(
      and(
        inArray(comments.id, ids),
        eq(comments.moderation, "admitted"),
        isNull(comments.withdrawnAt),
        isNull(comments.hiddenAt),
      ),
    )
  return new Map(rows.map(({ id, text }) => [id, text]))
}
