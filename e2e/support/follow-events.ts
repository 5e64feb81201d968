import { and, asc, eq, gt } from "drizzle-orm"
import type { Database } from "@/db/client"
import { events } from "@/db/schema/activity"
import { reactTo } from "@/lib/reactions/react"

/**
 * Does the jobs of all that happened in a group after an event, and once more as after a crash. Resolves to
 * the last event, from which the next call goes on.
 */
export async function followEvents(
  owner: Database,
  groupId: string,
  last: number,
): Promise<number> {
  const fresh = await owner
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.groupId, groupId), gt(events.id, last)))
    .orderBy(asc(events.id))
  for (const { id } of [...fresh, ...fresh]) await reactTo(id)
  return fresh.at(-1)?.id ?? last
}
