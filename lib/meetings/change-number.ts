import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { meetingFormerNumbers } from "@/db/schema/meetings"
import { Refusal } from "@/lib/platform/errors"
import type { LockedMeeting } from "./lock"
import { claimNumber, lockNumbers } from "./number"

/**
 * Step: makes sure that a meeting may bear another number, and remembers the one before when a
 * report was published under it. Does not write the meeting. Refuses a number that is or was
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
  if (number !== null) {
    await claimNumber(tx, meeting.groupId, number, meeting.id)
    // Back to a number that it bore: the address leads here again by itself.
    await tx
      .delete(meetingFormerNumbers)
      .where(
        and(
          eq(meetingFormerNumbers.groupId, meeting.groupId),
          eq(meetingFormerNumbers.number, number),
        ),
      )
  } else if (version) throw new Refusal("invalid", "fields", {}, { number: "meeting.numberKept" })
  if (version && meeting.number !== null) {
    const { groupId, id: meetingId } = meeting
    await tx.insert(meetingFormerNumbers).values({ groupId, number: meeting.number, meetingId })
  }
}
