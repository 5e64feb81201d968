import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { type Actor, publicActor } from "@/lib/platform/actor"
import { createGroup } from "./create"
import { editGroup } from "./edit"
import { createGroupInput } from "./input"
import { listGroups } from "./queries"

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
