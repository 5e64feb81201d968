import type { Transaction } from "@/db/client"
import { agendaIds, getMeetingForReport, type MeetingForReport } from "@/lib/meetings/for-report"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { findFindings } from "@/lib/minutes/check/find-findings"
import type { MinutesFinding } from "@/lib/minutes/check/model"
import type { HeldMinutes } from "@/lib/minutes/lock"
import { Refusal } from "@/lib/platform/errors"
import { lacksOf } from "./status"

/** What a version is made from, and what the check says of it now. */
export type ReadyReport = {
  meeting: MeetingForReport
  minutes: HeldMinutes
  findings: MinutesFinding[]
}

/**
 * Step: the meeting and its minutes as they would be published now. Refuses with `invalid` and everything
 * that is missing, and with `conflict` what is no longer what the form showed: another revision of the
 * text, or other facts, agenda or attendance where `beside` says which. The caller holds meeting and minutes.
 */
export async function requireReady(
  tx: Transaction,
  held: LockedMeeting,
  minutes: HeldMinutes | null,
  { revision, beside }: { revision: number; beside?: string | undefined },
  at: Date,
): Promise<ReadyReport> {
  const meeting = await getMeetingForReport(tx, held.id)
  const lacks = lacksOf(
    {
      number: meeting.number,
      startsAt: meeting.startsAt,
      cancelled: meeting.cancelledAt !== null,
      text: minutes?.text ?? null,
      agendaIds: agendaIds(meeting.agenda),
    },
    at,
  )
  if (lacks.length > 0 || !minutes)
    throw new Refusal("invalid", "report.incomplete", {}, {}, { lacks })
  if (minutes.revision !== revision)
    throw new Refusal("conflict", "report.stale", { shown: revision, current: minutes.revision })
  if (beside !== undefined && beside !== meeting.beside)
    throw new Refusal("conflict", "report.staleBeside")
  // Found again here: what a form says of findings is only which reason belongs to which error.
  const text = { groupId: held.groupId, meetingId: held.id, text: minutes.text }
  return { meeting, minutes, findings: await findFindings(tx, text, meeting) }
}
