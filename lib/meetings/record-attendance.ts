import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { record } from "@/lib/activity/record"
import { addPerson } from "@/lib/people/add-person"
import { matchByName } from "@/lib/people/find"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { recordAttendanceInput } from "./input"
import { lockMeeting } from "./lock"
import type { Attendee } from "./model"
import { requireOpen } from "./open-to-change"
import { listSeats, type Seat } from "./seats"
import { staleRefusal } from "./stale"
import { writeAttendance } from "./write-attendance"

type Said = z.output<typeof recordAttendanceInput>
type Counts = { present: number; regrets: number; written: number }

/**
 * Records who was at a meeting, whole; whoever is not marked is not on the list. A newcomer is put
 * into the register first (asks for `person.add`); when the name is known there, only if they are
 * said to be another person. A form that showed an older revision is refused
 * with what stands (`Stale<Seat[]>`).
 */
export async function recordAttendance(
  actor: Actor,
  input: Said,
): Promise<Counts & { revision: number }> {
  const { meetingId, revision, seats, newcomer } = input
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number, attendanceRevision } = meeting
    const subject = { groupId, noteTakerId }
    authorize(actor, "attendance.record", subject)
    await requireOpen(tx, actor, meeting)
    if (attendanceRevision !== revision) {
      const current: Seat[] = await listSeats(tx, meetingId)
      throw await staleRefusal(tx, meetingId, "attendance", {
        revision: attendanceRevision,
        current,
      })
    }
    const marked = seats.flatMap(({ kind, ...seat }): Attendee[] =>
      kind ? [{ ...seat, kind }] : [],
    )
    if (newcomer?.name) {
      authorize(actor, "person.add", subject)
      marked.push(await seatNewcomer(tx, actor, groupId, newcomer))
    }
    const counts = await writeAttendance(tx, meetingId, marked)
    await record(tx, {
      name: "attendance.recorded",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, ...counts },
    })
    return { ...counts, revision: revision + 1 }
  })
}

async function seatNewcomer(
  tx: Transaction,
  actor: Actor,
  groupId: string,
  newcomer: NonNullable<Said["newcomer"]>,
): Promise<Attendee> {
  const { name, organisation, capacity, kind, another } = newcomer
  const known = (await matchByName(tx, [name])).get(name) ?? []
  if (known.length > 0 && !another) {
    const field = { "newcomer.name": "meeting.newcomerKnown" }
    throw new Refusal("invalid", "fields", {}, field, { known: true })
  }
  const affiliation = organisation ? { organisation, capacity } : null
  const { id } = await addPerson(tx, { name, affiliation }, { actor, groupId })
  return { personId: id, kind, capacity: [capacity, organisation].filter(Boolean).join(", ") }
}
