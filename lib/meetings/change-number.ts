import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { meetingFormerNumbers } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { Refusal } from "@/lib/platform/errors"
import type { LockedMeeting } from "./lock"
import { claimNumber, lockNumbers } from "./number"

/**
 * Step: makes sure that a meeting may bear another number, and remembers the one before, for good, when
 * a version of its report stands under it. Does not write the meeting. Refuses a number that is or was
 * another's, and none at all once a report is published.
 */
export async function changeNumber(
  tx: Transaction,
  meeting: LockedMeeting,
  number: number | null,
  version: number | null,
): Promise<void> {
  if (number === meeting.number) return
  await lockNumbers(tx, meeting.groupId)
  if (number !== null) await claimNumber(tx, meeting.groupId, number, meeting.id)
  else if (version) throw new Refusal("invalid", "fields", {}, { number: "meeting.numberKept" })
  if (meeting.number === null || !(await standsUnder(tx, meeting.id, meeting.number))) return
  const { groupId, id: meetingId } = meeting
  await tx
    .insert(meetingFormerNumbers)
    .values({ groupId, number: meeting.number, meetingId })
    .onConflictDoNothing()
}

/** Whether a version was published under a number, and not only a correction tried it. */
async function standsUnder(tx: Transaction, meetingId: string, number: number): Promise<boolean> {
  const [version] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.meetingId, meetingId), eq(reports.number, number)))
    .limit(1)
  return version !== undefined
}
