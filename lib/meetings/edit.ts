import { eq } from "drizzle-orm"
import type { z } from "zod"
import { meetings } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { changeNumber } from "./change-number"
import { type FactFields, factFields } from "./form-fields"
import type { editMeetingInput } from "./input"
import { lockMeeting } from "./lock"
import { listOffices } from "./offices"
import { requireOpen } from "./open-to-change"
import { publishedVersion } from "./published"
import { settleFacts } from "./settle-facts"
import { staleRefusal } from "./stale"
import { writeOffices } from "./write-offices"

/**
 * Changes the facts of a meeting and resolves to the names of the fields that are different now. A
 * form that showed an older revision is refused with what stands (`Stale<FactFields>`); a number
 * under which a report was published leads to the new one from then on.
 */
export async function editMeeting(
  actor: Actor,
  input: z.output<typeof editMeetingInput>,
): Promise<{ fields: string[] }> {
  const { meetingId, revision, nextMeetingText, ...said } = input
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, slug } = meeting
    authorize(actor, "meeting.edit", { groupId })
    await requireOpen(tx, actor, meeting)
    const current = factFields(meeting, await listOffices(tx, meetingId))
    if (meeting.revision !== revision)
      throw await staleRefusal(tx, meetingId, "facts", { revision: meeting.revision, current })
    const by = { actor, groupId, noteTakerBefore: meeting.noteTakerId }
    const version = await publishedVersion(tx, meetingId)
    const { facts: settled, offices } = await settleFacts(tx, said, by, async () => {
      if (version && said.day === null && said.time === null)
        throw new Refusal("invalid", "fields", {}, { day: "meeting.startKept" })
      await changeNumber(tx, meeting, said.number, version)
    })
    const facts = { ...settled, nextMeetingText }
    await writeOffices(tx, meetingId, offices)
    const next = factFields(facts, await listOffices(tx, meetingId))
    const fields = changedFields(current, next)
    if (fields.length === 0) return { fields }
    await tx
      .update(meetings)
      .set({ ...facts, revision: revision + 1, changedAt: now() })
      .where(eq(meetings.id, meetingId))
    await record(tx, {
      name: "meeting.edited",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number: facts.number, fields },
      publicChange: version || !meeting.fromArchive ? [slug] : [],
    })
    return { fields }
  })
}

function changedFields(before: FactFields, after: FactFields): (keyof FactFields)[] {
  const names = Object.keys(after) as (keyof FactFields)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
