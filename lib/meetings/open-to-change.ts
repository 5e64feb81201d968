import type { Reader } from "@/db/client"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { can } from "@/lib/policy/can"
import { findReportFacts } from "@/lib/reports/state-queries"
import { type ReportState, stateOf } from "@/lib/reports/status"
import { changeLack, editLack } from "./status"

type Meeting = {
  id: string
  groupId: string
  noteTakerId: string | null
  cancelledAt: Date | null
}

/** A meeting as far as it says whether its text may change: see `lackForActor`. */
export type Changeable = Omit<Meeting, "id"> & { state: ReportState }

/**
 * What keeps somebody from changing text, agenda, attendance or facts of a meeting now (a key under
 * `errors`), or null. Whether they may at all is for the policy.
 */
export function lackForActor(actor: Actor, { state, ...meeting }: Changeable): string | null {
  const { groupId, noteTakerId } = meeting
  const holds = can(actor, "minutes.correct", { groupId, noteTakerId })
  return editLack(meeting) ?? changeLack(state, holds)
}

/** The same, looked up. */
export async function findLack(
  reader: Reader,
  actor: Actor,
  meeting: Meeting,
): Promise<string | null> {
  const state = stateOf(await findReportFacts(reader, meeting.id))
  return lackForActor(actor, { ...meeting, state })
}

/**
 * Step: refuses with `conflict` a change of text, agenda, attendance or facts of a meeting that was
 * cancelled, is in review, is published or is being corrected, unless it is open to the actor. The
 * caller holds the meeting and has authorized.
 */
export async function requireOpen(tx: Reader, actor: Actor, meeting: Meeting): Promise<void> {
  const lack = await findLack(tx, actor, meeting)
  if (lack) throw new Refusal("conflict", lack)
}
