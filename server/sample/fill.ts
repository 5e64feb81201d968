import { count } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { sampleConsultations } from "@/db/sample/consultations"
import { sampleMeetings } from "@/db/sample/meetings"
import { sampleAddress, sampleGroup, samplePeople } from "@/db/sample/people"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { memberships, secretariat } from "@/db/schema/members"
import { record } from "@/lib/activity/record"
import { publishCompendium } from "@/lib/compendia/publish"
import { addPerson } from "@/lib/people/add-person"
import type { AccountActor } from "@/lib/platform/actor"
import { daysFromNow, setClock } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { publishMinutes } from "@/lib/reports/publish"
import { fillConsultation } from "./fill-consultation"
import { fillMapping } from "./fill-mapping"
import { type Cast, fillMeeting } from "./fill-meeting"
import { freezeMapping } from "./freeze-mapping"

const system = { kind: "system", command: "sample" } as const

/**
 * Fills an empty database with the sample group, its people, meetings, consultations and mapping. Resolves to whether it did:
 * a database with any group is left alone. Everything but the publications is one transaction.
 */
export async function fillSample(): Promise<boolean> {
  const [row] = await database().select({ n: count() }).from(groups)
  if ((row?.n ?? 0) > 0) return false
  const made = await transaction(async (tx) => {
    const [group] = await tx.insert(groups).values(sampleGroup).returning({ id: groups.id })
    if (!group) throw new Error("The sample group was not written")
    await record(tx, {
      name: "group.created",
      actor: system,
      groupId: group.id,
      subject: { type: "group", id: group.id },
      data: { slug: sampleGroup.slug },
      publicChange: [sampleGroup.slug],
    })
    const cast = await fillPeople(tx, group.id)
    const meetings = []
    for (const meeting of sampleMeetings) {
      const id = await fillMeeting(tx, group.id, cast, meeting)
      meetings.push({ ...meeting, id })
    }
    const chair = (key: string) => coChair(cast, key, group.id)
    const consultations = []
    for (const consultation of sampleConsultations)
      consultations.push(await fillConsultation(tx, group.id, { cast, chair }, consultation))
    const mappingId = await fillMapping(tx, group.id, { cast, chair })
    return { groupId: group.id, mappingId, cast, meetings, consultations }
  })
  const published = made.meetings.filter(({ state }) => state === "published")
  try {
    for (const { id, day, chair } of published) {
      // Summaries come out on the day after the call.
      setClock(() => new Date(Date.now() + (day + 1) * 86_400_000))
      await publishMinutes(coChair(made.cast, chair, made.groupId), {
        meetingId: id,
        revision: 1,
        language: "en",
        overrides: [],
      })
    }
    for (const { id, over, askedBy, closes } of made.consultations) {
      // And what came of a consultation, three days after its end.
      setClock(() => new Date(Date.now() + (closes + 3) * 86_400_000))
      const actor = coChair(made.cast, askedBy, made.groupId)
      if (over) await publishCompendium(actor, { consultationId: id, version: 1 })
    }
    await freezeMapping(made.mappingId, coChair(made.cast, "ines", made.groupId))
  } finally {
    setClock(undefined)
  }
  return true
}

async function fillPeople(tx: Transaction, groupId: string): Promise<Cast> {
  const cast: Cast = new Map()
  for (const { key, role, name, stakeholderGroup, organisation, capacity } of samplePeople) {
    const affiliation = { organisation, capacity, since: null, until: null }
    const person = await addPerson(
      tx,
      { name, stakeholderGroup, affiliation },
      { actor: system, groupId },
    )
    cast.set(key, {
      id: person.id,
      name,
      capacity: [capacity, organisation].filter(Boolean).join(", "),
    })
    await tx.insert(accounts).values({ personId: person.id, email: sampleAddress(key) })
    if (role === "secretariat") await tx.insert(secretariat).values({ personId: person.id })
    else if (role) {
      await tx
        .insert(memberships)
        .values({ groupId, personId: person.id, role, since: daysFromNow(-400) })
    }
  }
  return cast
}

function coChair(cast: Cast, key: string, groupId: string): AccountActor {
  const person = cast.get(key)
  if (!person) throw new Error(`The sample knows no ${key}`)
  return {
    kind: "account",
    accountId: "",
    sessionId: "",
    personId: person.id,
    name: person.name,
    secretariat: false,
    groups: new Map([[groupId, "co-chair"]]),
  }
}
