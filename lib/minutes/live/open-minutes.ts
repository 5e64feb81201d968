import { inArray } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import type { StoredState } from "@/lib/live/stored"
import { lackForActor } from "@/lib/meetings/open-to-change"
import type { Actor } from "@/lib/platform/actor"
import { database, transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findFactsOf } from "@/lib/reports/state-queries"
import { type ReportState, stateOf } from "@/lib/reports/status"
import { openDocument } from "./open"

/** What is asked about the minutes of a meeting before somebody writes in them. */
export type LiveMeeting = { groupId: string; noteTakerId: string | null; state: ReportState }

/** Refuses as `authorize` does, and with `conflict` while the minutes are closed to the actor. */
export function allowWriter(actor: Actor, meeting: LiveMeeting): void {
  authorize(actor, "minutes.edit", meeting)
  const lack = lackForActor(actor, { ...meeting, cancelledAt: null })
  if (lack) throw new Refusal("conflict", lack)
}

/** Whether an actor may write in the minutes of a meeting at this moment; refuses as `allowWriter` does. */
export async function admitWriter(actor: Actor, meetingId: string): Promise<LiveMeeting> {
  const meeting = (await findLiveMeetings([meetingId])).get(meetingId)
  if (!meeting) throw notFound()
  allowWriter(actor, meeting)
  return meeting
}

/** The meetings of these ids, each asked for once; those that are not are left out. */
export async function findLiveMeetings(
  ids: readonly string[],
): Promise<ReadonlyMap<string, LiveMeeting>> {
  if (ids.length === 0) return new Map()
  const reader = database()
  const [rows, facts] = await Promise.all([
    reader
      .select({ id: meetings.id, groupId: meetings.groupId, noteTakerId: meetings.noteTakerId })
      .from(meetings)
      .where(inArray(meetings.id, [...new Set(ids)])),
    findFactsOf(reader, ids),
  ])
  return new Map(
    rows.flatMap(({ id, ...meeting }) => {
      const of = facts.get(id)
      return of ? [[id, { ...meeting, state: stateOf(of) }] as const] : []
    }),
  )
}

/**
 * The shared document of a meeting's minutes, made when nobody opened it before; for whoever may write
 * in it. `not_found` before the minutes are started.
 */
export async function openMinutes(actor: Actor, meetingId: string): Promise<StoredState> {
  await admitWriter(actor, meetingId)
  return transaction((tx) => openDocument(tx, meetingId))
}
