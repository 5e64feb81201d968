import { and, eq, gt } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { joinRequests } from "@/db/schema/members"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"

/** Days for which the link that confirms a request is good; then the request is forgotten. */
export const confirmDays = 7

/** The request that a mailed link stands for, or null when the link is unknown or too old. */
export async function findRequestByLink(
  reader: Reader,
  token: string,
): Promise<{ id: string; name: string; group: string; slug: string; confirmed: boolean } | null> {
  const [request] = await reader
    .select({
      id: joinRequests.id,
      name: joinRequests.name,
      group: groups.name,
      slug: groups.slug,
      confirmedAt: joinRequests.confirmedAt,
    })
    .from(joinRequests)
    .innerJoin(groups, eq(groups.id, joinRequests.groupId))
    .where(
      and(
        eq(joinRequests.tokenHash, hashOf(token)),
        gt(joinRequests.createdAt, daysFromNow(-confirmDays)),
      ),
    )
  if (!request) return null
  const { confirmedAt, ...shown } = request
  return { ...shown, confirmed: confirmedAt !== null }
}

/** Whoever holds a link: the guest of one request, or the public when the link is good for nothing. */
export async function guestOfLink(token: string): Promise<Actor> {
  const request = await findRequestByLink(database(), token)
  return request
    ? { kind: "guest", subjectType: "join-request", subjectId: request.id }
    : { kind: "public" }
}
