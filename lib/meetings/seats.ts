import { asc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { attendance } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import type { AttendanceKind } from "./model"

/** Somebody on the list of a meeting, in the capacity of that day. */
export type Seat = { personId: string; name: string; kind: AttendanceKind; capacity: string }

/** Who is on the list of a meeting, in its order. */
export async function listSeats(reader: Reader, meetingId: string): Promise<Seat[]> {
  return reader
    .select({
      personId: attendance.personId,
      name: people.name,
      kind: attendance.kind,
      capacity: attendance.capacity,
    })
    .from(attendance)
    .innerJoin(people, eq(people.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(attendance.position))
}
