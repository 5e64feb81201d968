import { and, asc, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { type Actor, publicActor } from "@/lib/platform/actor"
import { reactTo } from "@/lib/reactions/react"
import { createGroup } from "./create"
import { editGroup } from "./edit"
import { createGroupInput, editGroupInput } from "./input"
import { getGroupForEditor, listGroups } from "./queries"

const { owner } = await testDatabase()
const group = await makeGroup(owner, { shortName: "A group" })
const secretariat = await makeActor(owner, { secretariat: true })
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { roles: { [group.id]: "member" } })
const outsider = await makeActor(owner)
const facts = { shortName: "WG-New", name: "Working Group on News", purpose: "", setUp: "" }
const edited = { ...facts, mailingList: "tides@lists.example.org" }

test("the secretariat creates a group, and the trail says so", async () => {
  const made = await createGroup(secretariat, { slug: "wg-new", ...facts })
  const [kept] = await owner.select().from(groups).where(eq(groups.id, made.id))
  expect(kept).toMatchObject({ slug: "wg-new", revision: 1, ...facts })
  const trail = await owner.select().from(events).where(eq(events.groupId, made.id))
  expect(trail).toMatchObject([{ name: "group.created", actorId: secretariat.personId }])
})

test("an address belongs to one group", async () => {
  await createGroup(secretariat, { slug: "wg-twice", ...facts })
  await expect(createGroup(secretariat, { slug: "wg-twice", ...facts })).rejects.toMatchObject({
    code: "conflict",
    fields: { slug: "groups.slugTaken" },
  })
})

test.each([
  ["a co-chair", chair, "forbidden"],
  ["a member", member, "forbidden"],
  ["an outsider", outsider, "forbidden"],
  ["the public", publicActor, "sign_in"],
] satisfies [string, Actor, string][])(
  "%s neither creates nor lists groups",
  async (_, who, code) => {
    await expect(createGroup(who, { slug: "wg-other", ...facts })).rejects.toMatchObject({ code })
    await expect(listGroups(who)).rejects.toMatchObject({ code })
    expect(await owner.select().from(groups).where(eq(groups.slug, "wg-other"))).toEqual([])
  },
)

test("a co-chair edits once for each revision; a stale save gets the other text", async () => {
  const { id: groupId } = group
  expect(await editGroup(chair, { groupId, revision: 1, ...edited })).toEqual({ revision: 2 })
  const stale = editGroup(chair, { groupId, revision: 1, ...edited, name: "Mine" })
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    key: "groups.stale",
    data: { ...edited, revision: 2 },
  })
  const [kept] = await owner.select().from(groups).where(eq(groups.id, groupId))
  expect(kept).toMatchObject({ name: facts.name, slug: group.slug })
})

test.each([
  ["a member", member, "forbidden"],
  ["an outsider", outsider, "not_found"],
  ["the public", publicActor, "sign_in"],
] satisfies [string, Actor, string][])("%s does not edit a group", async (_, who, code) => {
  const attempt = editGroup(who, { groupId: group.id, revision: 2, ...edited, name: "Changed" })
  await expect(attempt).rejects.toMatchObject({ code })
})

test("two co-chairs stay two until the secretariat says otherwise; each change is told and remembered", async () => {
  const { id: groupId } = await makeGroup(owner, { shortName: "WG-Two" })
  const [one, other, third] = await Promise.all(
    (["co-chair", "co-chair", "member"] as const).map((role) =>
      makeActor(owner, { roles: { [groupId]: role } }),
    ),
  )
  if (!one || !other || !third) throw new Error("Nobody is there")
  const set = (who: Actor, revision: number, publishers?: number) =>
    editGroup(who, { groupId, revision, ...edited, publishers })
  await set(one, 1, 2)
  for (const who of [one, other])
    await expect(set(who, 2, 1)).rejects.toMatchObject({
      code: "forbidden",
      fields: { publishers: "groups.secondStays" },
    })
  // What is said of the group is edited by one of them, as before.
  await set(one, 2, 2)
  await set(one, 3)
  const [kept] = await owner.select().from(groups).where(eq(groups.id, groupId))
  expect(kept).toMatchObject({ publishers: 2, revision: 4 })
  await set(secretariat, 4, 1)

  const changes = await owner
    .select()
    .from(events)
    .where(and(eq(events.groupId, groupId), eq(events.name, "group.publishersChanged")))
    .orderBy(asc(events.id))
  expect(changes).toMatchObject([
    { actorId: one.personId, data: { from: 1, to: 2, revision: 2 } },
    { actorId: secretariat.personId, data: { from: 2, to: 1, revision: 5 } },
  ])
  for (const { id } of [...changes, ...changes]) await reactTo(id)
  const told = await owner.select().from(notices).where(eq(notices.groupId, groupId))
  const toldOf = (to: number) =>
    told
      .filter(({ data }) => (data as { to: number }).to === to)
      .map(({ personId }) => personId)
      .sort()
  expect(toldOf(2)).toEqual([other.personId])
  expect(toldOf(1)).toEqual([one.personId, other.personId].sort())
  const letters = await owner.select().from(mails)
  expect(letters.map(({ text }) => text).join("\n")).toContain(
    "takes one co-chair to publish or withdraw a report of WG-New from now on, and took 2 before",
  )
  expect((await getGroupForEditor(one, kept?.slug ?? "")).mayDropSecond).toBe(false)
  expect((await getGroupForEditor(secretariat, kept?.slug ?? "")).mayDropSecond).toBe(true)
})

test("a mailing list is an address, or nothing", () => {
  const parse = (mailingList: string) =>
    editGroupInput.safeParse({ groupId: group.id, revision: "1", ...facts, mailingList })
  expect(parse(" Tides@Lists.example.org ").data?.mailingList).toBe("tides@lists.example.org")
  expect(parse("").data?.mailingList).toBeNull()
  for (const wrong of ["no address", "@lists.example.org", "a@b.example.org, c@d.example.org"])
    expect(parse(wrong).error?.issues[0]?.message).toBe("field.email")
})

test("the secretariat lists every group with its members of today", async () => {
  const listed = await listGroups(secretariat)
  expect(listed.find(({ id }) => id === group.id)?.members).toBe(2)
  expect(listed.find(({ slug }) => slug === "wg-new")?.members).toBe(0)
})

test.each([
  ["desk", "groups.slugWord"],
  ["fr", "groups.slugWord"],
  ["Two words", "groups.slugForm"],
  ["", "field.required"],
])("a group cannot live at %j", (slug, key) => {
  const { error } = createGroupInput.safeParse({ slug, ...facts })
  expect(error?.issues).toMatchObject([{ path: ["slug"], message: key }])
  expect(createGroupInput.parse({ slug: " WG-Upper ", ...facts }).slug).toBe("wg-upper")
})
