import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { people } from "@/db/schema/people"
import { publicActor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { chooseNotices } from "./choose"
import { giveNotices } from "./give"
import { chooseNoticesInput } from "./input"
import { markNoticesRead } from "./mark-read"
import { noticeKinds, tempoOf } from "./model"
import { countUnread, getMyChoices, listNotices } from "./queries"
import { guestOfUnsubscribeLink, unsubscribe } from "./unsubscribe"
import { unsubscribeToken } from "./unsubscribe-link"

const { owner } = await testDatabase()
let group: Awaited<ReturnType<typeof makeGroup>>
let second: Awaited<ReturnType<typeof makeGroup>>
let member: Awaited<ReturnType<typeof makeActor>>

beforeEach(async () => {
  group = await makeGroup(owner)
  second = await makeGroup(owner)
  member = await makeActor(owner, { roles: { [group.id]: "member", [second.id]: "member" } })
})

const give = (key: string, groupId = group.id) =>
  transaction((tx) =>
    giveNotices(tx, {
      kind: "version-published",
      groupId,
      personIds: [member.personId],
      key,
      href: "/desk/x",
      data: { number: 33, title: "", version: 1 },
    }),
  )
const choose = (choice: Record<string, Record<string, string>>, more = {}) =>
  chooseNotices(member, chooseNoticesInput.parse({ locale: "fr", zone: "UTC", choice, ...more }))
const stored = () => owner.select().from(notices).where(eq(notices.personId, member.personId))
const mailed = () => owner.select().from(mails).where(eq(mails.to, member.email))
const end = (token: string) => unsubscribe(guestOfUnsubscribeLink(token), { token })

test("a group’s choice goes before the general one, and that before what is usual", async () => {
  await choose({
    all: { "version-published": "at-once" },
    [second.id]: { "version-published": "never" },
  })
  await give("a")
  await give("b", second.id)
  expect(await mailed()).toHaveLength(1)
  expect((await mailed())[0]?.text).toContain("la version 1 est publiée")
  expect((await stored()).map(({ tempo }) => tempo).sort()).toEqual(["at-once", "never"])
})

test("what is left as it usually is, is no choice; a later form replaces an earlier one", async () => {
  await choose({ all: { replied: "daily", mentioned: "weekly" } })
  expect((await getMyChoices(member)).choices).toMatchObject([
    { groupId: null, kind: "mentioned", tempo: "weekly" },
  ])
  await choose({ all: { mentioned: "at-once" }, [group.id]: { mentioned: "" } })
  expect((await getMyChoices(member)).choices).toEqual([])
})

test("nobody chooses for a group that they are not in, nor without signing in", async () => {
  const other = await makeGroup(owner)
  await expect(choose({ [other.id]: { mentioned: "never" } })).rejects.toMatchObject({
    code: "not_found",
  })
  const input = chooseNoticesInput.parse({ locale: "en", zone: "UTC" })
  await expect(chooseNotices(publicActor, input)).rejects.toMatchObject({ code: "sign_in" })
  for (const wrong of [
    { locale: "xx", zone: "UTC" },
    { locale: "en", zone: "Atlantis/Capital" },
    { locale: "en", zone: "UTC", choice: { all: { mentioned: "hourly" } } },
    { locale: "en", zone: "UTC", choice: { all: { gossip: "daily" } } },
  ])
    expect(chooseNoticesInput.safeParse(wrong).success).toBe(false)
})

test("what waits for a digest follows a new choice", async () => {
  await give("a")
  await choose({ all: { "version-published": "weekly" } })
  expect((await stored())[0]?.tempo).toBe("weekly")
  await choose({ all: { "version-published": "never" } })
  expect((await stored())[0]?.tempo).toBe("never")
})

test("one press ends one kind in one group, and pressing again changes nothing", async () => {
  await give("a")
  const token = unsubscribeToken([member.personId, "version-published", group.id])
  await end(token)
  await end(token)
  const { choices } = await getMyChoices(member)
  expect(choices).toMatchObject([{ groupId: group.id, kind: "version-published", tempo: "never" }])
  expect(tempoOf(choices, "version-published", second.id)).toBe("daily")
  expect((await stored())[0]?.tempo).toBe("never")
  await give("b")
  expect((await stored()).map(({ tempo }) => tempo)).toEqual(["never", "never"])
})

test("what a link ended in a group that one has left, or is no member of, is shown and can be taken back", async () => {
  const desk = await makeActor(owner, { secretariat: true })
  for (const one of [member, desk])
    await end(unsubscribeToken([one.personId, "mentioned", group.id]))
  const left = { ...member, groups: new Map([[second.id, "member" as const]]) }
  for (const one of [left, desk]) {
    const { groups, choices } = await getMyChoices(one)
    expect(groups.find(({ id }) => id === group.id)).toMatchObject({
      ...{ shortName: group.shortName, member: false },
    })
    expect(tempoOf(choices, "mentioned", group.id)).toBe("never")
    const back = chooseNoticesInput.parse({
      ...{ locale: "en", zone: "UTC", choice: { [group.id]: { mentioned: "", replied: "" } } },
    })
    await chooseNotices(one, back)
    expect((await getMyChoices(one)).choices).toEqual([])
    // The same form again finds nothing to change.
    await chooseNotices(one, back)
  }
  expect((await getMyChoices(left)).groups).toMatchObject([{ id: second.id, member: true }])
  expect((await getMyChoices(desk)).groups).toEqual([])
  const anew = chooseNoticesInput.parse({
    ...{ locale: "en", zone: "UTC", choice: { [group.id]: { mentioned: "daily" } } },
  })
  await expect(chooseNotices(left, anew)).rejects.toMatchObject({ code: "not_found" })
})

test("the link of a digest ends every digest of its tempo and leaves the rest", async () => {
  await choose({ [second.id]: { mentioned: "daily", replied: "weekly" } })
  await end(unsubscribeToken([member.personId, "daily"]))
  const { choices } = await getMyChoices(member)
  for (const kind of noticeKinds) {
    expect(tempoOf(choices, kind, group.id)).not.toBe("daily")
    expect(tempoOf(choices, kind, second.id)).not.toBe("daily")
  }
  expect(tempoOf(choices, "mentioned", group.id)).toBe("at-once")
  expect(tempoOf(choices, "replied", second.id)).toBe("weekly")
})

test("the link of somebody who was merged ends the mail of who took over", async () => {
  const gone = await makeActor(owner)
  await owner
    .update(people)
    .set({ mergedInto: member.personId, mergedAt: new Date() })
    .where(eq(people.id, gone.personId))
  await end(unsubscribeToken([gone.personId, "mentioned", group.id]))
  expect((await getMyChoices(member)).choices).toMatchObject([{ kind: "mentioned" }])
})

test("a link that was touched, or is for something else, ends nothing", async () => {
  const right = unsubscribeToken([member.personId, "mentioned", group.id])
  const [said = "", signature = ""] = right.split(".")
  const forged = Buffer.from(JSON.stringify([member.personId, "replied", group.id])).toString(
    "base64url",
  )
  for (const token of [`${forged}.${signature}`, `${said}.`, said, "", "null.null"])
    await expect(end(token)).rejects.toMatchObject({ code: "not_found" })
  const other = unsubscribeToken([member.personId, "replied", group.id])
  await expect(unsubscribe(guestOfUnsubscribeLink(right), { token: other })).rejects.toMatchObject({
    code: "forbidden",
  })
  expect((await getMyChoices(member)).choices).toEqual([])
})

test("one’s notices are listed and counted, marked one by one or up to the newest that was shown", async () => {
  for (const key of ["a", "b", "c"]) await give(key)
  const { notices: shown } = await listNotices(member)
  expect(shown).toHaveLength(3)
  expect(await countUnread(member)).toBe(3)
  await markNoticesRead(member, { noticeId: shown[2]?.id })
  expect(await countUnread(member)).toBe(2)
  const upto = shown[0]?.at.toISOString()
  await owner
    .update(notices)
    .set({ createdAt: new Date("2099-01-01T00:00:00Z") })
    .where(eq(notices.id, shown[0]?.id ?? ""))
  await markNoticesRead(member, { upto })
  expect((await listNotices(member)).notices.map(({ isRead }) => isRead)).toEqual([
    false,
    true,
    true,
  ])
  const stranger = await makeActor(owner, { roles: { [group.id]: "member" } })
  expect(await listNotices(stranger)).toMatchObject({ notices: [] })
  await markNoticesRead(stranger, { noticeId: shown[0]?.id })
  expect(await countUnread(member)).toBe(1)
})

test("what was told in a group that one has left is not shown", async () => {
  await give("a")
  await give("b", second.id)
  const left = { ...member, groups: new Map([[second.id, "member" as const]]) }
  expect((await listNotices(left)).notices).toHaveLength(1)
  expect(await countUnread(left)).toBe(1)
})
