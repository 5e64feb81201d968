import { and, eq, isNull } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { type Actor, publicActor } from "@/lib/platform/actor"
import { bringInMembers } from "./bring-in"
import { previewList } from "./list/preview"
import { writeList } from "./list/write"
import { listMembers } from "./queries"

const { owner } = await testDatabase()

let group: Awaited<ReturnType<typeof makeGroup>>
let chair: Awaited<ReturnType<typeof makeActor>>
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Tomas Okwuosa", roles: { [group.id]: "co-chair" } })
})

const head = "Name,Email,Organisation,Role,Stakeholder group\n"
const preview = (text: string, actor: Actor = chair) =>
  previewList(actor, { groupId: group.id, text })
async function bringIn(text: string, choices: Record<string, string> = {}) {
  const { shown } = await preview(text)
  return bringInMembers(chair, { groupId: group.id, text, shown, choices })
}
const memberNames = async () => (await listMembers(chair, group.id)).map(({ name }) => name)
const told = async (text: string) =>
  (await preview(text)).lines.map(({ state, doubts, chosen, changes }) => ({
    state,
    doubts: doubts.map(({ key }) => key),
    chosen,
    changes: changes.map(({ key, value }) => `${key} ${value}`),
  }))

test("ninety come in at once, nobody is mailed, and the trail has one line", async () => {
  const lines = Array.from(
    { length: 90 },
    (_, n) => `Member ${n} ${group.slug},m${n}-${group.slug}@example.org,Lumen,,youth`,
  )
  const shown = await preview(head + lines.join("\n"))
  expect(shown.lines.filter(({ state }) => state === "new")).toHaveLength(90)
  expect(await memberNames()).toEqual(["Tomas Okwuosa"])
  expect(await bringIn(head + lines.join("\n"))).toEqual({ added: 90, changed: 0 })
  expect(await memberNames()).toHaveLength(91)
  expect(await owner.select().from(mails)).toEqual([])
  const trail = await owner.select().from(events).where(eq(events.groupId, group.id))
  expect(trail).toMatchObject([{ name: "member.imported", data: { added: 90, changed: 0 } }])
  const again = await preview(head + lines.join("\n"))
  expect(again.lines.every(({ state }) => state === "same")).toBe(true)
  expect(await bringIn(head + lines.join("\n"))).toEqual({ added: 0, changed: 0 })
})

test("the group's own list changes nothing when it comes back", async () => {
  await bringIn(
    `${head}Noor ${group.slug},noor-${group.slug}@example.org,"Lumen, Oslo",co-chair,media`,
  )
  for (const locale of ["en", "fr"] as const) {
    const text = writeList(await listMembers(chair, group.id), locale)
    expect((await told(text)).map(({ state }) => state)).toEqual(["same", "same"])
  }
})

test("what changed is told and written: role, affiliation, stakeholder group", async () => {
  const email = `noor-${group.slug}@example.org`
  await bringIn(`${head}Noor ${group.slug},${email},Lumen,member,`)
  const text = `${head}Noor ${group.slug},${email},Meridian,co-chair,media`
  expect(await told(text)).toMatchObject([
    {
      state: "changed",
      changes: ["role co-chair", "affiliation Meridian", "stakeholderGroup media"],
    },
  ])
  expect(await bringIn(text)).toEqual({ added: 0, changed: 1 })
  const noor = (await listMembers(chair, group.id)).find((one) => one.email === email)
  expect(noor).toMatchObject({
    role: "co-chair",
    organisation: "Meridian",
    stakeholderGroup: "media",
  })
})

test("a list that leaves something out takes nothing away", async () => {
  const email = `noor-${group.slug}@example.org`
  await bringIn(`${head}Noor ${group.slug},${email},Lumen,co-chair,media`)
  expect(await told(`Name,Email\nNoor ${group.slug},${email}`)).toMatchObject([{ state: "same" }])
})

test("a name that the register knows is doubtful; each answer is taken", async () => {
  const name = `Ilse ${group.slug}`
  const known = await makePerson(owner, { name })
  const text = `${head}${name},ilse-${group.slug}@example.org,Lumen,,`
  expect(await told(text)).toEqual([
    {
      state: "doubtful",
      doubts: ["sameName"],
      chosen: known.id,
      changes: ["joins member", "affiliation Lumen", `account ilse-${group.slug}@example.org`],
    },
  ])
  expect(await bringIn(text, { l2: "skip" })).toEqual({ added: 0, changed: 0 })
  expect(await memberNames()).toEqual(["Tomas Okwuosa"])
  expect(await bringIn(text)).toEqual({ added: 1, changed: 0 })
  const [account] = await owner.select().from(accounts).where(eq(accounts.personId, known.id))
  expect(account?.email).toBe(`ilse-${group.slug}@example.org`)
})

test("a new person is made where the answer says so", async () => {
  const name = `Ilse ${group.slug}`
  await makePerson(owner, { name })
  await bringIn(`${head}${name},ilse-${group.slug}@example.org,Lumen,,`, { l2: "new" })
  expect(await owner.select().from(people).where(eq(people.name, name))).toHaveLength(2)
})

test("an answer that was not offered is not taken", async () => {
  const stranger = await makePerson(owner)
  const text = `${head}Noor ${group.slug},noor-${group.slug}@example.org,Lumen,,`
  await bringIn(text, { l2: stranger.id })
  expect(await memberNames()).toContain(`Noor ${group.slug}`)
  const joined = await owner.select().from(memberships).where(eq(memberships.personId, stranger.id))
  expect(joined).toEqual([])
})

test("doubtful lines say why", async () => {
  const known = await makeActor(owner, { name: `Known ${group.slug}` })
  const disabled = await makeActor(owner, { name: `Gone ${group.slug}` })
  await owner
    .update(accounts)
    .set({ disabledAt: new Date() })
    .where(eq(accounts.id, disabled.accountId))
  for (let n = 0; n < 2; n++) await makePerson(owner, { name: `Double ${group.slug}` })
  const text = `${head}Other name,${known.email},,,
Known ${group.slug},another-${group.slug}@example.org,,,
Gone ${group.slug},${disabled.email},,,
Double ${group.slug},,,,
Same ${group.slug},same-${group.slug}@example.org,,,
Twice,same-${group.slug}@example.org,,,
Same ${group.slug},,,,
,nobody@example.org,,,
Odd ${group.slug},,,Emperor,`
  expect((await told(text)).map(({ state, doubts, chosen }) => [state, ...doubts, chosen])).toEqual(
    [
      ["doubtful", "otherName", known.personId],
      ["doubtful", "otherEmail", "new"],
      ["doubtful", "disabled", "skip"],
      ["doubtful", "severalNames", "skip"],
      ["new", "new"],
      ["doubtful", "repeatedEmail", "skip"],
      ["doubtful", "repeatedName", "skip"],
      ["unreadable", "skip"],
      ["doubtful", "new"],
    ],
  )
  expect(await bringIn(text)).toEqual({ added: 4, changed: 0 })
})

test("a member in the list under another address keeps the one that signs in", async () => {
  const name = `Noor ${group.slug}`
  await bringIn(`${head}${name},noor-${group.slug}@example.org,Lumen,,`)
  const text = `${head}${name},other-${group.slug}@example.org,Meridian,,`
  expect(await told(text)).toMatchObject([{ doubts: ["otherEmail"] }])
  expect(await bringIn(text)).toEqual({ added: 0, changed: 1 })
  const listed = (await listMembers(chair, group.id)).filter((one) => one.name === name)
  expect(listed).toMatchObject([
    { email: `noor-${group.slug}@example.org`, organisation: "Meridian" },
  ])
})

test("since when somebody is a member may be said of new members", async () => {
  await bringIn(`Name,Since\nNoor ${group.slug},2021-07-01`)
  const noor = (await listMembers(chair, group.id)).find(({ name }) => name.startsWith("Noor"))
  expect(noor?.since).toEqual(new Date("2021-07-01T00:00:00Z"))
})

test("what would be different by now is not saved", async () => {
  const text = `${head}Noor ${group.slug},noor-${group.slug}@example.org,Lumen,,`
  const { shown } = await preview(text)
  await bringIn(text)
  const late = bringInMembers(chair, { groupId: group.id, text, shown, choices: {} })
  await expect(late).rejects.toMatchObject({ code: "conflict", key: "members.csv.changed" })
})

test("a list that leaves no co-chair saves nothing of itself", async () => {
  const text = `${head}Noor ${group.slug},noor-${group.slug}@example.org,,,\nTomas Okwuosa,${chair.email},,member,`
  await expect(bringIn(text)).rejects.toMatchObject({ key: "members.lastCoChair" })
  expect(await memberNames()).toEqual(["Tomas Okwuosa"])
  const open = await owner
    .select()
    .from(memberships)
    .where(and(eq(memberships.groupId, group.id), isNull(memberships.until)))
  expect(open).toMatchObject([{ role: "co-chair" }])
})

test("members whom the list does not name stay, and are counted", async () => {
  await makeActor(owner, { roles: { [group.id]: "member" } })
  expect((await preview(`${head}Tomas Okwuosa,${chair.email},,,`)).absent).toBe(1)
  expect((await preview(`${head}Somebody,,,,`)).absent).toBe(2)
})

test("lists are for co-chairs", async () => {
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  const outsider = await makeActor(owner)
  const text = `${head}Noor,,,,`
  const { shown } = await preview(text)
  for (const [who, code] of [
    [member, "forbidden"],
    [outsider, "not_found"],
    [publicActor, "sign_in"],
  ] as const) {
    await expect(preview(text, who)).rejects.toMatchObject({ code })
    const save = bringInMembers(who, { groupId: group.id, text, shown, choices: {} })
    await expect(save).rejects.toMatchObject({ code })
  }
})
