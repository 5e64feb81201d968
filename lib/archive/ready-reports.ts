import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { lockMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { notFound, Refusal } from "@/lib/platform/errors"
import { type ReadyReport, requireReady } from "@/lib/reports/ready"
import { findReportFacts } from "@/lib/reports/state-queries"
import { stateOf } from "@/lib/reports/status"
import type { publishArchiveInput } from "./input"
import { requireReasons } from "./overrides"

type Input = z.output<typeof publishArchiveInput>

/**
 * Step: the chosen reports, held and ready, in the order of their start, in which they enter the record. Refuses,
 * naming the first meeting, what is no draft from the archive, was changed since the form was opened or lacks
 * something; and errors of the check without a reason.
 */
export async function readyReports(
  tx: Transaction,
  input: Input,
  at: Date,
): Promise<ReadyReport[]> {
  const ready: ReadyReport[] = []
  // Always in one order, so that two who publish at once wait for each other and do not hold each other up.
  const chosen = [...input.reports].sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1))
  for (const { meetingId, revision, beside } of chosen) {
    const held = await lockMeeting(tx, meetingId)
    if (held.groupId !== input.groupId) throw notFound()
    const named = { meeting: held.number ?? held.title }
    const state = stateOf(await findReportFacts(tx, meetingId))
    if (state !== "draft" || !held.fromArchive) throw new Refusal("conflict", "archive.gone", named)
    const minutes = await lockMinutesIfAny(tx, meetingId)
    if (minutes && minutes.revision !== revision)
      throw new Refusal("conflict", "archive.stale", named)
    const naming = (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      if (error.key === "report.incomplete")
        throw new Refusal("invalid", "archive.incomplete", named)
      if (error.key === "report.staleBeside")
        throw new Refusal("conflict", "archive.staleBeside", named)
      throw error
    }
    ready.push(await requireReady(tx, held, minutes, { revision, beside }, at).catch(naming))
  }
  ready.sort(
    (one, other) => Number(one.meeting.startsAt ?? 0) - Number(other.meeting.startsAt ?? 0),
  )
  requireReasons(ready, input)
  return ready
}
