import { inArray } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import type { StoredState } from "@/lib/live/stored"
import type { Actor } from "@/lib/platform/actor"
import { database, transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { openDocument } from "./open"

/** What the policy asks about the minutes of a meeting. */
export type LiveMeeting = { groupId: string; noteTakerId: string | null }

/** Whether an actor may write in the minutes of a meeting at this moment; refuses as `authorize` does. */
export async function admitWriter(actor: Actor, meetingId: string): Promise<LiveMeeting> {
  const meeting = (await findLiveMeetings([meetingId])).get(meetingId)
  if (!meeting) throw notFound()
  authorize(actor, "minutes.edit", meeting)
  return meeting
}

/** The meetings of these ids, each asked for once; those that are not are left out. */
export async function findLiveMeetings(
  ids: readonly string[],
): Promise<ReadonlyMap<string, LiveMeeting>> {
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select({ id: meetings.id, groupId: meetings.groupId, noteTakerId: meetings.noteTakerId })
    .from(meetings)
    .where(inArray(meetings.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, ...meeting }) => [id, meeting]))
}

/**
 * The shared document of a meeting's minutes, made when nobody opened it before; for whoever may write
 * in it. `not_found` before the minutes are started.
 */
export async function openMinutes(actor: Actor, meetingId: string): Promise<StoredState> {
  await admitWriter(actor, meetingId)
  return transaction((tx) => openDocument(tx, meetingId))
}
