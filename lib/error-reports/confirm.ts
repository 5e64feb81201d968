import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import { errorReports } from "@/db/schema/corrections"
import { reports } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { confirmErrorInput } from "./input"
import { errorSubject, findErrorByLink } from "./link"

/** Confirms the address of whoever reported an error: from now on co-chairs see it. Twice changes nothing. */
export async function confirmError(
  actor: Actor,
  { token }: z.output<typeof confirmErrorInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const link = await findErrorByLink(tx, token)
    if (!link) throw new Refusal("not_found", "errorReport.linkSpent")
    authorize(actor, "error.confirm", errorSubject(link.id))
    const [confirmed] = await tx
      .update(errorReports)
      .set({ confirmedAt: now() })
      .where(and(eq(errorReports.id, link.id), isNull(errorReports.confirmedAt)))
      .returning()
    if (!confirmed) return
    const [report] = await tx
      .select({ number: reports.number, version: reports.version })
      .from(reports)
      .where(eq(reports.id, confirmed.reportId))
    if (!report) throw new Error(`Error report ${confirmed.id} is about no version`)
    await record(tx, {
      name: "error.reported",
      actor,
      groupId: confirmed.groupId,
      subject: { type: "meeting", id: confirmed.meetingId },
      data: { ...report, error: confirmed.id },
    })
  })
}
