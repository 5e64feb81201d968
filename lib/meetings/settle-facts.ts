import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { capacitiesOn } from "@/lib/people/capacity"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { allOf } from "./all-of"
import type { MeetingFacts } from "./input"
import type { Office } from "./model"
import { namePeople } from "./name-people"
import { localStart } from "./zones"

type By = { actor: Actor; groupId: string; noteTakerBefore?: string | null }

/**
 * Step: turns what a form says of a meeting into what is stored: the start as an instant, names as
 * people, a new office without a capacity with that of the day. Refuses, each at its field and all at
 * once, a local time that does not exist or comes twice, names that fit nobody or several, a
 * note-taker who is no member, and what `also` refuses.
 */
export async function settleFacts(
  tx: Transaction,
  input: MeetingFacts,
  by: By,
  also: (tx: Transaction) => Promise<void>,
) {
  const { day, time, offices: named, addPeople, ...facts } = input
  const field = (place: number) => `offices.${place}.name`
  const [startsAt, ids] = await allOf([
    () => startOf(day, time, facts.zone),
    () => namePeople(tx, named, { ...by, add: addPeople, field }),
    () => checkNoteTaker(tx, facts.noteTakerId, by),
    () => also(tx),
  ])
  const capacities = await capacitiesOn(tx, { groupId: by.groupId, personIds: ids, at: startsAt })
  const offices = named.map(({ personId: before, kind, capacity }, place): Office => {
    const personId = ids[place] ?? ""
    const ofTheDay = before ? "" : (capacities.get(personId) ?? "")
    return { personId, kind, capacity: capacity || ofTheDay }
  })
  return { facts: { ...facts, startsAt }, offices }
}

/**
 * The instant of a local day and time; null when both are empty. Refuses, at its field, one without
 * the other, and times that a change of clocks skips or repeats.
 */
export function startOf(day: string | null, time: string | null, zone: string): Date | null {
  if (day === null && time === null) return null
  const missing = day === null ? "day" : "time"
  if (day === null || time === null)
    throw new Refusal("invalid", "fields", {}, { [missing]: "meeting.wholeStart" })
  const start = localStart(day, time.slice(0, 5), zone)
  if ("at" in start) return start.at
  if (start.problem === "malformed")
    throw new Refusal("invalid", "fields", {}, { day: "meeting.day" })
  const { problem, ...times } = start
  const key = problem === "skipped" ? "meeting.timeSkipped" : "meeting.timeTwice"
  throw new Refusal("invalid", "fields", { day, time, zone, ...times }, { time: key })
}

async function checkNoteTaker(tx: Transaction, personId: string | null, by: By): Promise<void> {
  if (personId === null || personId === by.noteTakerBefore) return
  const [open] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, by.groupId),
        eq(memberships.personId, personId),
        lte(memberships.since, now()),
        or(isNull(memberships.until), gt(memberships.until, now())),
      ),
    )
  if (!open) throw new Refusal("invalid", "fields", {}, { noteTakerId: "meeting.noteTaker" })
}
