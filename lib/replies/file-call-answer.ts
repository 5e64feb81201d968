import type { Transaction } from "@/db/client"
import { lockMeeting } from "@/lib/meetings/lock"
import { writeMeetingAnswer } from "@/lib/meetings/write-meeting-answer"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { readCalendarAnswer } from "./calendar-answer"
import { findPerson } from "./sender"

/**
 * Step: keeps what a calendar program answered for the person that the signed address was made for,
 * or into whom they were merged since.
 * Resolves to what became of it; nobody is written to, since no person wrote it.
 */
export async function fileCallAnswer(
  tx: Transaction,
  raw: Uint8Array,
  link: { meetingId: string; personId: string },
): Promise<{ outcome: "filed" | "refused"; reason: string }> {
  const said = await readCalendarAnswer(raw)
  if (!said || said.meetingId !== link.meetingId) return { outcome: "refused", reason: "address" }
  const sender = await findPerson(tx, link.personId)
  if (!sender) return { outcome: "refused", reason: "gone" }
  if (said.from !== sender.email) return { outcome: "refused", reason: "wrong-sender" }
  try {
    await tx.transaction(async (part) => {
      const meeting = await lockMeeting(part, link.meetingId)
      authorize(sender.actor, "meeting.answer", { groupId: meeting.groupId })
      await writeMeetingAnswer(part, meeting, sender.author.personId, said.answer)
    })
    return { outcome: "filed", reason: "" }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { outcome: "refused", reason: error.key }
  }
}
