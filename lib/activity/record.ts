import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { events } from "@/db/schema/activity"
import { type Actor, personOf } from "@/lib/platform/actor"
import { enqueueWritten, jobOfWritten } from "@/lib/platform/jobs"
import type { EventName, Events } from "./events"

export type Happening<Name extends EventName> = {
  name: Name
  /** Who did it; a step that knows the person alone says so. */
  actor: Actor | { personId: string }
  groupId: string | null
  subject: { type: string; id: string }
  data: Events[Name]
  /** What the public side shows of this: slugs of groups, or `*` for every page. Nothing when it shows nothing. */
  publicChange?: string[]
}

/** The channel on which every server hears what its public pages must forget. */
export const publicChannel = "public_changed"

/** The channel on which every server hears that something of a meeting changed: its id. */
export const meetingChannel = "meeting_changed"

/**
 * Writes what happened into the open transaction: the event, one job for what follows from it, a
 * notice of what the public pages must forget, and one to those who look at the meeting. All of it
 * takes effect with the commit.
 */
export async function record<Name extends EventName>(
  tx: Transaction,
  happening: Happening<Name>,
): Promise<void> {
  const written = tx
    .insert(events)
    .values({
      groupId: happening.groupId,
      actorId: "kind" in happening.actor ? personOf(happening.actor) : happening.actor.personId,
      name: happening.name,
      subjectType: happening.subject.type,
      subjectId: happening.subject.id,
      data: happening.data,
    })
    .returning({ id: events.id })
  await enqueueWritten(tx, "events", { written, key: "eventId" })
  if (happening.subject.type === "meeting")
    await tx.execute(sql`select pg_notify(${meetingChannel}, ${happening.subject.id})`)
  for (const change of happening.publicChange ?? []) await changePublic(tx, change)
}

/**
 * The parts of a statement that write an event and its job as `record` does, where the statement itself
 * finds out what happened: `from` names the part that knows, `groupId` and `data` are what it says.
 * Nothing of a meeting, and nothing that the public side shows.
 */
export async function partsOfRecord(
  name: EventName,
  {
    actor,
    subject,
    from,
    groupId,
    data,
  }: Pick<Happening<EventName>, "subject"> & {
    actor: Actor
    from: string
    groupId: SQL
    data: SQL
  },
): Promise<SQL> {
  const job = await jobOfWritten("events", { written: "happened", key: "eventId" })
  return sql`happened as (
      insert into events (group_id, actor_id, name, subject_type, subject_id, data)
      select ${groupId}, ${personOf(actor)}::uuid, ${name}, ${subject.type}, ${subject.id}::text, ${data}
      from ${sql.identifier(from)}
      returning id
    ), sent as (${job})`
}

/** Step: with the commit every server forgets the public pages of a group (its slug), or all (`*`). */
export async function changePublic(tx: Transaction, change: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${publicChannel}, ${change})`)
}
