import type { Reader } from "@/db/client"
import { getDeskGroup } from "@/lib/groups/queries"
import { canonical } from "@/lib/minutes/canonical"
import { findDeskMeeting } from "@/lib/minutes/desk-meeting"
import { findRevisionText } from "@/lib/minutes/find-revision"
import { getCurrentText } from "@/lib/minutes/queries"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import { findNewestVersion } from "@/lib/reports/newest-version"
import { publishersOf } from "@/lib/reports/proposals"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, type ReportState, stateOf } from "@/lib/reports/status"
import { findOpenCorrection, type OpenCorrection } from "./open-correction"
import { findOpenWithdrawal } from "./withdrawals"

/** Where a published report stands on the desk, and what a reader of the page may do about it. */
export type CorrectionForDesk = {
  meetingId: string
  state: ReportState
  /** The number of the meeting now, and the one under which its newest version stands. */
  number: number | null
  publishedAs: number
  version: number
  correction: OpenCorrection | null
  /** Whether words stand in the closed minutes that are in no version: they arrived while it was published. */
  differs: boolean
  /** Whether the group asks for two co-chairs, and the withdrawal that one of them proposed. */
  two: boolean
  withdrawal: { by: string; own: boolean; reason: string; stale: boolean } | null
  may: { begin: boolean; drop: boolean; withdraw: boolean }
}

/** The report of a meeting as its page on the desk tells of it; null before the first version. */
export async function findCorrection(
  actor: Actor,
  slug: string,
  meetingId: string,
): Promise<CorrectionForDesk | null> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "meeting.read", { groupId: group.id })
  const db = database()
  const [meeting, facts, newest, correction, publishers, withdrawal] = await Promise.all([
    findDeskMeeting(db, group.id, meetingId),
    findReportFacts(db, meetingId),
    findNewestVersion(db, meetingId),
    findOpenCorrection(db, meetingId),
    publishersOf(db, group.id),
    findOpenWithdrawal(db, meetingId),
  ])
  if (!meeting) throw notFound()
  if (!newest) return null
  const state = stateOf(facts)
  const isClosed = correction === null && state !== "in-review" && state !== "withdrawn"
  const mine = can(actor, "report.publish", { groupId: group.id })
  return {
    ...{ meetingId, state, correction, number: meeting.number },
    publishedAs: newest.content.meeting.number,
    version: newest.content.version,
    differs: isClosed && (await saysMore(db, meetingId, newest.minutesRevision)),
    two: publishers > 1,
    withdrawal:
      mine && withdrawal
        ? {
            ...{ by: withdrawal.by, own: withdrawal.proposedBy === personOf(actor) },
            reason: withdrawal.input.reason,
            stale: withdrawal.input.version !== newest.content.version,
          }
        : null,
    may: {
      begin: mine && mayMove(state, "beginCorrection"),
      drop: mine && mayMove(state, "dropCorrection"),
      withdraw: mine && mayMove(state, "withdraw"),
    },
  }
}

/** Whether the minutes say something else now than in a revision of them. */
async function saysMore(reader: Reader, meetingId: string, revision: number): Promise<boolean> {
  const [current, published] = await Promise.all([
    getCurrentText(reader, meetingId),
    findRevisionText(reader, meetingId, revision),
  ])
  return current !== null && canonical(current.text) !== canonical(published)
}
