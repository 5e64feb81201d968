import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { scheduleMeetingInput } from "./input"
import { makeMeeting } from "./make-meeting"
import { claimNumber, lockNumbers } from "./number"
import { settleFacts } from "./settle-facts"

/**
 * Schedules a meeting of a group and resolves to its id. Refuses a number that another meeting bears
 * or bore (`conflict`), and facts that do not fit, each at its field.
 */
export async function scheduleMeeting(
  actor: Actor,
  input: z.output<typeof scheduleMeetingInput>,
): Promise<{ id: string }> {
  const { groupId, ...said } = input
  authorize(actor, "meeting.schedule", { groupId })
  return transaction(async (tx) => {
    const { facts, offices } = await settleFacts(tx, said, { actor, groupId }, async () => {
      await lockNumbers(tx, groupId)
      if (said.number !== null) await claimNumber(tx, groupId, said.number)
    })
    const { id, slug } = await makeMeeting(tx, { groupId, ...facts, offices })
    await record(tx, {
      name: "meeting.scheduled",
      actor,
      groupId,
      subject: { type: "meeting", id },
      data: { number: facts.number, startsAt: facts.startsAt?.toISOString() ?? null },
      publicChange: [slug],
    })
    return { id }
  })
}
