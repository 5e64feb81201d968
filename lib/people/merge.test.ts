import { asc, eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { fillPersonal } from "@/db/factories/personal"
import { arrangeQuoteRequest } from "@/db/factories/quoted"
import { arrangeRecordName } from "@/db/factories/record"
import { accounts, sessions } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { importAnswers, importBatches } from "@/db/schema/imports"
import { attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { joinRequests, memberships, secretariat } from "@/db/schema/members"
import { affiliations, formerStakeholderGroups, people, personAliases } from "@/db/schema/people"
import { publicActor } from "@/lib/platform/actor"
import { matchByName } from "./find"
import { mergePeople } from "./merge"
import { moves, writtenOnce } from "./merge/moves"

const { owner } = await testDatabase()
const desk = await makeActor(owner, { secretariat: true })
const day = (text: string) => new Date(`${text}T00:00:00Z`)

let keptId: string
let mergedId: string
let groupId: string
beforeEach(async () => {
  groupId = (await makeGroup(owner)).id
  const kept = await makePerson(owner, {
    name: "Chiara Núñez",
    aliases: ["C. Núñez"],
    affiliations: [{ organisation: "Meridian Institute", since: "2021-01-01" }],
  })
  const merged = await makePerson(owner, {
    name: "Chiara Nuñez Ødegård",
    stakeholderGroup: "civil-society",
    aliases: ["c. núñez", "Ms Ødegård"],
    affiliations: [
      { organisation: "meridian institute", since: "2021-01-01" },
      { organisation: "Old Institute", until: "2020-12-31" },
    ],
  })
  keptId = kept.id
  mergedId = merged.id
})

const merge = () => mergePeople(desk, { keptId, mergedId })
let number = 0
async function makeMeeting(given: Partial<typeof meetings.$inferInsert> = {}) {
  const [meeting] = await owner
    .insert(meetings)
    .values({ groupId, number: ++number, ...given })
    .returning()
  if (!meeting) throw new Error("A meeting was not written")
  return meeting.id
}

test("every place that points at a person is moved, or written once", async () => {
  const rows = await owner.execute<{ place: string }>(sql`
    select cl.relname || '.' || at.attname as place
    from pg_constraint co
    join pg_class cl on cl.oid = co.conrelid
    join pg_attribute at on at.attrelid = co.conrelid and at.attnum = any(co.conkey)
    where co.contype = 'f' and co.confrelid = 'people'::regclass`)
  const known = [...Object.keys(moves), ...writtenOnce]
  expect(rows.map(({ place }) => place).sort()).toEqual(known.sort())
})

test("afterwards nothing that may change points at the one that was merged", async () => {
  const actor = await makeActor(owner)
  await owner.update(accounts).set({ personId: mergedId }).where(eq(accounts.id, actor.accountId))
  const meetingId = await makeMeeting({
    noteTakerId: mergedId,
    cancelledBy: mergedId,
    cancelledAt: new Date(),
    cancelReason: "No quorum",
  })
  await owner.insert(attendance).values({ meetingId, personId: mergedId, kind: "present" })
  await owner.insert(meetingOffices).values({ meetingId, personId: mergedId, kind: "chair" })
  await owner.insert(memberships).values({ groupId, personId: mergedId, role: "member" })
  await owner.insert(secretariat).values({ personId: mergedId, until: new Date("2999-01-01") })
  const [batch] = await owner
    .insert(importBatches)
    .values({ groupId, broughtInBy: mergedId, pausedBy: mergedId })
    .returning()
  const batchId = batch?.id ?? ""
  await owner
    .insert(formerStakeholderGroups)
    .values({ personId: mergedId, stakeholderGroup: "media", until: new Date("2021-01-01") })
  await owner.insert(importAnswers).values([
    { batchId, name: "Ms Núñez", personId: mergedId, answer: "same" },
    { batchId, name: "Chia", personId: mergedId, answer: "other" },
    { batchId, name: "chia", personId: keptId, answer: "same" },
  ])
  await owner.insert(joinRequests).values({
    groupId,
    name: "X",
    email: "x@example.org",
    purpose: "Y",
    tokenHash: mergedId,
    decision: "admitted",
    decidedAt: new Date(),
    decidedBy: mergedId,
  })
  await fillPersonal(owner, { groupId, meetingId, personIds: [mergedId] })
  await arrangeQuoteRequest(owner, { groupId, meetingId, personId: mergedId, openedBy: keptId })
  await arrangeRecordName(owner, { groupId, meetingId, personId: mergedId })
  const { mappingId, areas } = await makeMapping(owner, groupId)
  const areaId = areas[0] ?? ""
  await makeRow(owner, { mappingId, areaId, number: 2, responsibleId: mergedId })
  const before = await makePerson(owner, { name: "Earlier", mergedInto: mergedId })
  await merge()
  for (const place of Object.keys(moves)) {
    const [table = "", column = ""] = place.split(".")
    const find = (id: string) =>
      owner.execute(
        sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}`,
      )
    expect(await find(mergedId), place).toHaveLength(0)
    expect((await find(keptId)).length, place).toBeGreaterThan(0)
  }
  const [row] = await owner.select().from(people).where(eq(people.id, mergedId))
  expect(row).toMatchObject({ name: "Chiara Nuñez Ødegård", mergedInto: keptId })
  expect(row?.mergedAt).not.toBeNull()
  const [earlier] = await owner.select().from(people).where(eq(people.id, before.id))
  expect(earlier?.mergedInto).toBe(keptId)
})

test("the kept person answers to every name, has every place once, and what was missing", async () => {
  await merge()
  const names = ["chiara nunez", "C. Nunez", "Chiara Nunez Odegard", "ms odegard"]
  const found = await matchByName(owner, names)
  for (const name of names)
    expect(
      found.get(name)?.map(({ id }) => id),
      name,
    ).toContain(keptId)
  const aliases = await owner.select().from(personAliases).where(eq(personAliases.personId, keptId))
  expect(aliases.map(({ alias }) => alias).sort()).toEqual([
    "C. Núñez",
    "Chiara Nuñez Ødegård",
    "Ms Ødegård",
  ])
  const places = await owner
    .select()
    .from(affiliations)
    .where(eq(affiliations.personId, keptId))
    .orderBy(asc(affiliations.organisation))
  expect(places.map(({ organisation }) => organisation).sort()).toEqual([
    "Meridian Institute",
    "Old Institute",
  ])
  const [kept] = await owner.select().from(people).where(eq(people.id, keptId))
  expect(kept).toMatchObject({ name: "Chiara Núñez", stakeholderGroup: "civil-society" })
})

test("memberships become one history without overlap", async () => {
  const elsewhere = await makeGroup(owner)
  await owner.insert(memberships).values([
    { groupId, personId: keptId, role: "member", since: day("2021-01-01") },
    {
      groupId,
      personId: mergedId,
      role: "member",
      since: day("2020-01-01"),
      until: day("2021-06-01"),
    },
    {
      groupId,
      personId: mergedId,
      role: "co-chair",
      since: day("2021-06-01"),
      until: day("2022-01-01"),
    },
    { groupId: elsewhere.id, personId: mergedId, role: "co-chair", since: day("2022-02-02") },
  ])
  await merge()
  const rows = await owner
    .select()
    .from(memberships)
    .where(eq(memberships.personId, keptId))
    .orderBy(asc(memberships.since))
  expect(rows.map(({ role, since, until }) => [role, since, until])).toEqual([
    ["member", day("2020-01-01"), day("2021-06-01")],
    ["co-chair", day("2021-06-01"), day("2022-01-01")],
    ["member", day("2022-01-01"), null],
    ["co-chair", day("2022-02-02"), null],
  ])
})

test("who stands twice at one meeting stands there once, as the more that was said", async () => {
  const both = await makeMeeting()
  const other = await makeMeeting()
  await owner.insert(attendance).values([
    { meetingId: both, personId: keptId, kind: "regrets", capacity: "", position: 7 },
    { meetingId: both, personId: mergedId, kind: "present", capacity: "Adviser", position: 3 },
    { meetingId: other, personId: mergedId, kind: "written", capacity: "Then" },
  ])
  await owner.insert(meetingOffices).values([
    { meetingId: both, personId: keptId, kind: "chair", capacity: "Co-chair" },
    { meetingId: both, personId: mergedId, kind: "chair", capacity: "Other" },
    { meetingId: both, personId: mergedId, kind: "host", capacity: "Host" },
  ])
  await merge()
  const seats = await owner.select().from(attendance).where(eq(attendance.personId, keptId))
  expect(seats).toHaveLength(2)
  expect(seats.find(({ meetingId }) => meetingId === both)).toMatchObject({
    kind: "present",
    capacity: "Adviser",
    position: 3,
  })
  const offices = await owner.select().from(meetingOffices)
  expect(
    offices
      .filter(({ meetingId }) => meetingId === both)
      .map(({ personId, kind, capacity }) => [personId, kind, capacity])
      .sort(),
  ).toEqual([
    [keptId, "chair", "Co-chair"],
    [keptId, "host", "Host"],
  ])
})

test("one account is kept with its sessions; two are refused, and nothing moves", async () => {
  const actor = await makeActor(owner)
  const mine = eq(accounts.id, actor.accountId)
  await owner.update(accounts).set({ personId: mergedId }).where(mine)
  await owner
    .insert(sessions)
    .values({ tokenHash: mergedId, accountId: actor.accountId, expiresAt: day("2999-01-01") })
  const [second] = await owner
    .insert(accounts)
    .values({ personId: keptId, email: `second-${keptId}@example.org` })
    .returning()
  await expect(merge()).rejects.toMatchObject({ code: "conflict", key: "people.twoAccounts" })
  const [still] = await owner.select().from(people).where(eq(people.id, mergedId))
  expect(still?.mergedInto).toBeNull()
  await owner.delete(accounts).where(eq(accounts.id, second?.id ?? ""))
  await merge()
  const [account] = await owner.select().from(accounts).where(mine)
  expect(account?.personId).toBe(keptId)
  const open = await owner.select().from(sessions).where(eq(sessions.accountId, actor.accountId))
  expect(open).toHaveLength(1)
})

test("the trail names both; what was written once still leads to the kept person", async () => {
  await owner.insert(events).values({
    actorId: mergedId,
    name: "session.begun",
    subjectType: "account",
    subjectId: mergedId,
  })
  await merge()
  const [told] = await owner.select().from(events).where(eq(events.subjectId, keptId))
  expect(told).toMatchObject({ name: "person.merged", data: { kept: keptId, merged: mergedId } })
  const rows = await owner.execute<{ id: string }>(sql`
    select coalesce(p.merged_into, p.id) as id from events e
    join people p on p.id = e.actor_id where e.subject_id = ${mergedId}`)
  expect(rows.map(({ id }) => id)).toEqual([keptId])
})

test("nobody is merged twice, with themselves, or with nobody", async () => {
  await expect(mergePeople(desk, { keptId, mergedId: keptId })).rejects.toMatchObject({
    key: "people.samePerson",
  })
  const nobody = "00000000-0000-4000-8000-000000000000"
  await expect(mergePeople(desk, { keptId, mergedId: nobody })).rejects.toMatchObject({
    code: "not_found",
  })
  await merge()
  await expect(merge()).rejects.toMatchObject({ key: "people.mergedAlready" })
  const back = mergePeople(desk, { keptId: mergedId, mergedId: keptId })
  await expect(back).rejects.toMatchObject({ key: "people.mergedAlready" })
})

test("merging is for the secretariat", async () => {
  const chair = await makeActor(owner, { roles: { [groupId]: "co-chair" } })
  for (const [who, code] of [
    [chair, "forbidden"],
    [publicActor, "sign_in"],
  ] as const)
    await expect(mergePeople(who, { keptId, mergedId })).rejects.toMatchObject({ code })
})
