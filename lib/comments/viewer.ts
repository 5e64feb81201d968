import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import { comments } from "@/db/schema/comments"
import type { Author } from "./model"

/** Who looks at threads: the author that they would be, and whether they moderate. */
export type Viewer = { author: Author | null; moderates: boolean }

/** The condition that a comment is one's own. */
export function isOwn({ author }: Viewer): SQL<boolean> {
  if (author === null) return sql<boolean>`false`
  return "personId" in author
    ? sql<boolean>`coalesce(${comments.authorId} = ${author.personId}, false)`
    : sql<boolean>`coalesce(${comments.guestId} = ${author.guestId}, false)`
}

/** The condition that a comment may be seen: admitted, one's own, or by whoever moderates. */
export function isVisible(viewer: Viewer): SQL | undefined {
  if (viewer.moderates) return and(ne(comments.moderation, "refused"))
  return or(eq(comments.moderation, "admitted"), isOwn(viewer))
}

/** The condition that the words of a comment may be read: it may be seen, and is neither withdrawn nor hidden. */
export function isReadable(viewer: Viewer): SQL | undefined {
  const isShown = viewer.moderates ? undefined : or(isNull(comments.hiddenAt), isOwn(viewer))
  return and(isVisible(viewer), isNull(comments.withdrawnAt), isShown)
}
