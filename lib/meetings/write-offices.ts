import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { meetingOffices } from "@/db/schema/meetings"
import { Refusal } from "@/lib/platform/errors"
import { currentPeople } from "./current-people"
import { limits, type Office } from "./model"

/**
 * Step: makes `offices` those of a meeting, whole and in this order. A person may chair, host and
 * moderate, each once. Does not authorize. Refuses people who are not in the register.
 */
export async function writeOffices(
  tx: Transaction,
  meetingId: string,
  offices: readonly Office[],
): Promise<void> {
  if (offices.length > limits.offices)
    throw new Refusal("invalid", "meeting.tooManyPeople", { most: limits.offices })
  const current = await currentPeople(
    tx,
    offices.map(({ personId }) => personId),
  )
  const once = new Map<string, Office>()
  for (const { personId: given, kind, capacity } of offices) {
    const personId = current.get(given)
    if (!personId) throw new Refusal("not_found", "meeting.personUnknown")
    const key = `${kind} ${personId}`
    if (!once.has(key)) once.set(key, { personId, kind, capacity: capacity.trim() })
  }
  const rows = [...once.values()].map((each, position) => ({ ...each, meetingId, position }))
  await tx.delete(meetingOffices).where(eq(meetingOffices.meetingId, meetingId))
  if (rows.length > 0) await tx.insert(meetingOffices).values(rows)
}
