import type { Database } from "../client"
import { agendaItems } from "../schema/meetings"
import { arrangeMeeting } from "./meetings"
import { makeActor, makeGroup, type SignedIn } from "./people"

/** Somebody with the address under which they sign in. */
export type Known = SignedIn & { email: string }

/** A group at work: a meeting with two agenda items, two members and a co-chair. */
export type Scene = {
  groupId: string
  meetingId: string
  /** The two items of the agenda. */
  first: string
  second: string
  member: Known
  other: Known
  chair: Known
}

export async function arrangeScene(db: Database): Promise<Scene> {
  const groupId = (await makeGroup(db)).id
  const actor = (name: string, role: "member" | "co-chair") =>
    makeActor(db, { name, roles: { [groupId]: role } })
  const member = await actor("Ilva Morandini", "member")
  const other = await actor("Samir Koskela", "member")
  const chair = await actor("Hyejin Abara", "co-chair")
  const startsAt = new Date("2022-03-03T13:00:00Z")
  const { id: meetingId } = await arrangeMeeting(db, { groupId, number: 33, startsAt })
  const [first, second] = await db
    .insert(agendaItems)
    .values([
      { meetingId, position: 0, title: "The plan" },
      { meetingId, position: 1, title: "Any other business" },
    ])
    .returning()
  if (!first || !second) throw new Error("The agenda was not written")
  return { groupId, meetingId, first: first.id, second: second.id, member, other, chair }
}
