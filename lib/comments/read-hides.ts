import { asc, eq, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { commentHides } from "@/db/schema/comments"
import { people } from "@/db/schema/people"
import type { PastHide } from "./model"

const hiders = alias(people, "past_hiders")
const showers = alias(people, "showers")

/** How often comments were hidden and shown again, the oldest first. For those who may hide alone. */
export async function readHides(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, PastHide[]>> {
  const past = new Map<string, PastHide[]>()
  if (ids.length === 0) return past
  const rows = await reader
    .select({ hide: commentHides, hider: hiders.name, shower: showers.name })
    .from(commentHides)
    .leftJoin(hiders, eq(hiders.id, commentHides.hiddenBy))
    .leftJoin(showers, eq(showers.id, commentHides.shownBy))
    .where(inArray(commentHides.commentId, [...ids]))
    .orderBy(asc(commentHides.hiddenAt))
  for (const { hide, hider, shower } of rows) {
    const one = {
      hidden: { at: hide.hiddenAt.toISOString(), by: hider ?? "", reason: hide.hiddenReason },
      shown: { at: hide.shownAt.toISOString(), by: shower ?? "", reason: hide.shownReason },
    }
    past.set(hide.commentId, [...(past.get(hide.commentId) ?? []), one])
  }
  return past
}
