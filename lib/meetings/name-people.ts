import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { addPerson } from "@/lib/people/add-person"
import { matchByName, type NamedPerson } from "@/lib/people/find"
import { foldName } from "@/lib/people/model"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"

type Row = { personId: string | null; name: string }
type Asked = {
  actor: Actor
  groupId: string
  /** Of the meeting, when its note-taker may add people. */
  noteTakerId?: string | null
  add: boolean
  field: (place: number) => string
}

/**
 * Step: the person of each row, by name or alias. The one that the row already names stands while
 * the name fits; of several, the one who is a member of the group. With `add` the unknown are put
 * into the register (asks for `person.add`); otherwise they are refused, at their fields.
 */
export async function namePeople(
  tx: Transaction,
  rows: readonly Row[],
  { actor, groupId, noteTakerId = null, add, field }: Asked,
): Promise<string[]> {
  const known = await matchByName(
    tx,
    rows.map(({ name }) => name),
  )
  const members = await membersAmong(tx, groupId, [...known.values()].flat())
  const refused: Record<string, string> = {}
  const added = new Map<string, string>()
  const ids: string[] = []
  for (const [place, { personId, name }] of rows.entries()) {
    const bearers = known.get(name) ?? []
    const found = choose(bearers, members, personId) ?? added.get(foldName(name))
    if (found) ids.push(found)
    else if (bearers.length > 0) refused[field(place)] = "meeting.nameShared"
    else if (!add) refused[field(place)] = "meeting.nameUnknown"
    else {
      authorize(actor, "person.add", { groupId, noteTakerId })
      const { id } = await addPerson(tx, { name }, { actor, groupId })
      added.set(foldName(name), id)
      ids.push(id)
    }
  }
  if (Object.keys(refused).length > 0) {
    const unknown = Object.values(refused).includes("meeting.nameUnknown")
    throw new Refusal("invalid", "fields", {}, refused, { unknown })
  }
  return ids
}

function choose(
  bearers: readonly NamedPerson[],
  members: ReadonlySet<string>,
  before: string | null,
): string | null {
  if (bearers.some(({ id }) => id === before)) return before
  if (bearers.length === 1) return bearers[0]?.id ?? null
  const [only, ...others] = bearers.filter(({ id }) => members.has(id))
  return only && others.length === 0 ? only.id : null
}

async function membersAmong(
  tx: Transaction,
  groupId: string,
  people: readonly NamedPerson[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        isNull(memberships.until),
        inArray(
          memberships.personId,
          people.map(({ id }) => id),
        ),
      ),
    )
  return new Set(rows.map(({ personId }) => personId))
}
