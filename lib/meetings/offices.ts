import { asc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { meetingOffices } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import type { OfficeKind } from "./model"

export type NamedOffice = { personId: string; name: string; kind: OfficeKind; capacity: string }

/** Who chairs, hosts and moderates a meeting, in their order. */
export async function listOffices(reader: Reader, meetingId: string): Promise<NamedOffice[]> {
  return reader
    .select({
      personId: meetingOffices.personId,
      name: people.name,
      kind: meetingOffices.kind,
      capacity: meetingOffices.capacity,
    })
    .from(meetingOffices)
    .innerJoin(people, eq(people.id, meetingOffices.personId))
    .where(eq(meetingOffices.meetingId, meetingId))
    .orderBy(asc(meetingOffices.position))
}
