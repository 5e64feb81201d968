import { and, asc, desc, eq, isNull } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { affiliations, people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { publicActor } from "@/lib/platform/actor"
import { addMember } from "./add"
import { changeRole } from "./change-role"
import { endMembership } from "./end"
import { addMemberInput } from "./input"
import { passes } from "./model"
import { getMember, listMembers } from "./queries"

const { owner } = await testDatabase()

let group: Awaited<ReturnType<typeof makeGroup>>
let chair: Awaited<ReturnType<typeof makeActor>>
let member: Awaited<ReturnType<typeof makeActor>>
const secretariat = await makeActor(owner, { secretariat: true })
const outsider = await makeActor(owner)

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Tomas Okwuosa", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Mirela Castanho", roles: { [group.id]: "member" } })
})

const add = (actor: Actor, said: Record<string, string>) =>
  addMember(actor, addMemberInput.parse({ groupId: group.id, ...said }))
const stretches = (personId: string) =>
  owner
    .select()
    .from(memberships)
    .where(and(eq(memberships.groupId, group.id), eq(memberships.personId, personId)))
    .orderBy(asc(memberships.since))
const lastEvent = async () =>
  (
    await owner
      .select()
      .from(events)
      .where(eq(events.groupId, group.id))
      .orderBy(desc(events.id))
      .limit(1)
  )[0]

test("a co-chair adds somebody with an account, an affiliation and a mail", async () => {
  const email = `ravi-${group.slug}@example.org`
  const { personId } = await add(chair, {
    name: "Ravi Esterling",
    email,
    organisation: "Lumen",
    capacity: "Adviser",
    stakeholderGroup: "civil-society",
    invite: "on",
    locale: "fr",
    who: "new",
  })
  expect(await stretches(personId)).toMatchObject([{ role: "member", until: null }])
  const [account] = await owner.select().from(accounts).where(eq(accounts.personId, personId))
  expect(account).toMatchObject({ email, disabledAt: null })
  const [mail] = await owner.select().from(mails).where(eq(mails.to, email))
  expect(mail?.subject).toBe(`Vous êtes membre de ${group.shortName}`)
  expect(mail?.text).toContain(`/fr/sign-in?next=%2Ffr%2Fdesk%2F${group.slug}`)
  expect(await lastEvent()).toMatchObject({ name: "member.admitted", actorId: chair.personId })
  const shown = await getMember(chair, group.id, personId)
  expect(shown).toMatchObject({ affiliation: "Adviser, Lumen", stakeholderGroup: "civil-society" })
})

test("nobody is mailed unasked, and without an address there is no account", async () => {
  const { personId } = await add(chair, { name: `Quiet ${group.slug}`, invite: "on" })
  const email = `unasked-${group.slug}@example.org`
  await add(chair, { name: `Unasked ${group.slug}`, email })
  expect(await owner.select().from(mails).where(eq(mails.to, email))).toEqual([])
  expect(await owner.select().from(accounts).where(eq(accounts.personId, personId))).toEqual([])
})

test("an address decides who somebody is, whatever name was typed", async () => {
  const { personId } = await add(chair, { name: "Another spelling", email: outsider.email })
  expect(personId).toBe(outsider.personId)
  const again = add(chair, { name: "Another spelling", email: outsider.email })
  await expect(again).rejects.toMatchObject({ code: "conflict", key: "members.already" })
})

test("a name that the register knows is asked about, and either answer is taken", async () => {
  const name = `Chiara Núñez ${group.slug}`
  const known = await makePerson(owner, {
    name,
    affiliations: [{ organisation: "Meridian Institute" }],
  })
  const said = { name: `chiara nunez ${group.slug}`, email: `chiara-${group.slug}@example.org` }
  const asked = add(chair, said)
  await expect(asked).rejects.toMatchObject({
    key: "members.whichPerson",
    data: [{ id: known.id, name, affiliation: "Meridian Institute" }],
  })
  const stranger = add(chair, { ...said, who: outsider.personId })
  await expect(stranger).rejects.toMatchObject({ key: "members.whichPerson" })
  expect((await add(chair, { ...said, who: known.id })).personId).toBe(known.id)
  const other = await add(chair, { name, who: "new" })
  expect(other.personId).not.toBe(known.id)
})

test("whoever belongs elsewhere by now has both affiliations, dated", async () => {
  const known = await makePerson(owner, {
    name: `Moved ${group.slug}`,
    affiliations: [{ organisation: "Old Institute", since: "2020-01-01" }],
  })
  await add(chair, { name: known.name, who: known.id, organisation: "New Institute" })
  const kept = await owner
    .select()
    .from(affiliations)
    .where(eq(affiliations.personId, known.id))
    .orderBy(asc(affiliations.since))
  const day = 24 * 60 * 60 * 1000
  expect(kept.map(({ organisation }) => organisation)).toEqual(["Old Institute", "New Institute"])
  expect(Date.parse(kept[1]?.since ?? "") - Date.parse(kept[0]?.until ?? "")).toBe(day)
})

test("a disabled account is not let in again by a co-chair", async () => {
  await owner
    .update(accounts)
    .set({ disabledAt: new Date() })
    .where(eq(accounts.id, member.accountId))
  const attempt = add(chair, { name: "Whoever", email: member.email })
  await expect(attempt).rejects.toMatchObject({ key: "members.accountDisabled" })
})

test("a change of role ends a stretch and begins another", async () => {
  const { personId } = member
  await changeRole(chair, { groupId: group.id, personId, role: "co-chair" })
  const [before, after] = await stretches(personId)
  expect(before).toMatchObject({ role: "member" })
  expect(after).toMatchObject({ role: "co-chair", until: null, since: before?.until })
  expect((await getMember(member, group.id, personId)).stretches.map(({ role }) => role)).toEqual([
    "co-chair",
    "member",
  ])
  expect(await lastEvent()).toMatchObject({
    name: "member.roleChanged",
    data: { role: "co-chair", name: "Mirela Castanho" },
  })
  const same = changeRole(chair, { groupId: group.id, personId, role: "co-chair" })
  await expect(same).rejects.toMatchObject({ key: "members.sameRole" })
})

test("the last co-chair stays, unless the secretariat acts", async () => {
  const one = { groupId: group.id, personId: chair.personId }
  const last = { code: "conflict", key: "members.lastCoChair" }
  await expect(changeRole(chair, { ...one, role: "member" })).rejects.toMatchObject(last)
  await expect(endMembership(chair, one)).rejects.toMatchObject(last)
  expect(await stretches(chair.personId)).toMatchObject([{ role: "co-chair", until: null }])
  await endMembership(secretariat, one)
  expect((await stretches(chair.personId))[0]?.until).not.toBeNull()
})

test("of two co-chairs who leave at once, one stays", async () => {
  const second = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const both = await Promise.allSettled(
    [chair, second].map((one) => endMembership(one, { groupId: group.id, personId: one.personId })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

test("whoever left stands among the former, and can come back", async () => {
  const { personId } = member
  await endMembership(chair, { groupId: group.id, personId })
  expect((await listMembers(chair, group.id)).map(({ name }) => name)).toEqual(["Tomas Okwuosa"])
  expect(await listMembers(chair, group.id, "former")).toMatchObject([
    { personId, role: "member", until: expect.any(Date) },
  ])
  await add(chair, { name: "Mirela Castanho", email: member.email })
  expect(await stretches(personId)).toHaveLength(2)
  expect(await listMembers(chair, group.id, "former")).toEqual([])
})

test("members see each other without addresses, co-chairs with them", async () => {
  const forMember = await listMembers(member, group.id)
  expect(forMember.map(({ name, email }) => [name, email])).toEqual([
    ["Mirela Castanho", null],
    ["Tomas Okwuosa", null],
  ])
  expect((await getMember(member, group.id, chair.personId)).email).toBeNull()
  const forChair = await listMembers(chair, group.id)
  expect(forChair.map(({ email }) => email)).toEqual([member.email, chair.email])
  expect((await getMember(chair, group.id, member.personId)).email).toBe(member.email)
})

test.each(["nobody", "00000000-0000-4000-8000-000000000000"])(
  "there is no member %s",
  async (id) => {
    await expect(getMember(chair, group.id, id)).rejects.toMatchObject({ code: "not_found" })
  },
)

test("only co-chairs and the secretariat change members; outsiders learn nothing", async () => {
  const target = { groupId: group.id, personId: member.personId }
  for (const [who, code] of [
    [member, "forbidden"],
    [outsider, "not_found"],
    [publicActor, "sign_in"],
  ] as const) {
    await expect(add(who, { name: "X" })).rejects.toMatchObject({ code })
    await expect(changeRole(who, { ...target, role: "co-chair" })).rejects.toMatchObject({ code })
    await expect(endMembership(who, target)).rejects.toMatchObject({ code })
  }
  for (const who of [outsider, publicActor]) {
    await expect(listMembers(who, group.id)).rejects.toThrow(/not_found|sign_in/)
    await expect(getMember(who, group.id, member.personId)).rejects.toThrow(/not_found|sign_in/)
  }
  const open = await owner
    .select()
    .from(memberships)
    .where(and(eq(memberships.groupId, group.id), isNull(memberships.until)))
  expect(open).toHaveLength(2)
  expect(await owner.select().from(people).where(eq(people.name, "X"))).toEqual([])
})

test("the list is narrowed by words, role and stakeholder group", () => {
  const one = {
    personId: "1",
    name: "Chiara Núñez-Ødegård",
    affiliation: "Adviser, Meridian Institute",
    organisation: "Meridian Institute",
    capacity: "Adviser",
    stakeholderGroup: "government",
    role: "member",
    since: new Date(),
    until: null,
    email: "chiara@example.org",
  } as const
  const all = { text: "", role: null, stakeholderGroup: null }
  for (const text of ["", "nunez", "odegard chi", "merid", "chiara@ex", "Núñez-ø"])
    expect(passes(one, { ...all, text }), text).toBe(true)
  for (const text of ["iara", "chiara roe", "@"])
    expect(passes(one, { ...all, text }), text).toBe(false)
  expect(passes(one, { ...all, role: "co-chair" })).toBe(false)
  expect(passes(one, { ...all, stakeholderGroup: "government", role: "member" })).toBe(true)
  expect(passes(one, { ...all, stakeholderGroup: "youth" })).toBe(false)
})
