import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { noticeChoices, notices, personSettings } from "@/db/schema/notices"
import { threadMutes, threads } from "@/db/schema/threads"
import { lastDigestTime } from "@/lib/notices/digest-times"
import { findDueDigests } from "@/lib/notices/due-digests"
import { giveNotices, type NoticeToGive } from "@/lib/notices/give"
import type { NoticeKind } from "@/lib/notices/model"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { writeDigest } from "./write-digest"

const { owner } = await testDatabase()
let group: Awaited<ReturnType<typeof makeGroup>>
let reader: Awaited<ReturnType<typeof makeActor>>

const at = (time: string) => setClock(() => new Date(time))
afterEach(() => setClock(undefined))
beforeEach(async () => {
  await owner.delete(notices)
  group = await makeGroup(owner, { shortName: "WG-Tides", name: "Working Group on Tides" })
  reader = await makeActor(owner, { roles: { [group.id]: "member" } })
})

const give = <Kind extends NoticeKind>(
  notice: Pick<NoticeToGive<Kind>, "kind" | "key" | "data"> & Partial<NoticeToGive<Kind>>,
) =>
  transaction((tx) =>
    giveNotices(tx, {
      groupId: group.id,
      personIds: [reader.personId],
      href: "/desk/x",
      ...notice,
    }),
  )
const report = (key: string, number = 33) =>
  give({ kind: "version-published", key, data: { number, title: "", version: 1 } })
const due = async () => (await findDueDigests()).filter((one) => one.personId === reader.personId)
const mailed = () =>
  owner.select().from(mails).where(eq(mails.to, reader.email)).orderBy(mails.createdAt)
const writeAll = async () => {
  for (const one of await due()) await writeDigest(one)
}

test("the last hour for a digest is reckoned by the reader’s own clock, also where it is put forward", () => {
  const last = (tempo: "daily" | "weekly", zone: string, time: string) =>
    lastDigestTime(tempo, zone, new Date(time), 7).toISOString()
  expect(last("daily", "UTC", "2022-03-03T06:59:59Z")).toBe("2022-03-02T07:00:00.000Z")
  expect(last("daily", "UTC", "2022-03-03T07:00:00Z")).toBe("2022-03-03T07:00:00.000Z")
  expect(last("daily", "Asia/Tokyo", "2022-03-03T00:00:00Z")).toBe("2022-03-02T22:00:00.000Z")
  // 27 March 2022: summer time begins in Rome.
  expect(last("daily", "Europe/Rome", "2022-03-26T12:00:00Z")).toBe("2022-03-26T06:00:00.000Z")
  expect(last("daily", "Europe/Rome", "2022-03-27T12:00:00Z")).toBe("2022-03-27T05:00:00.000Z")
  // 3 March 2022 is a Thursday.
  expect(last("weekly", "UTC", "2022-03-03T12:00:00Z")).toBe("2022-02-28T07:00:00.000Z")
  expect(last("weekly", "UTC", "2022-02-28T06:00:00Z")).toBe("2022-02-21T07:00:00.000Z")
})

test("a day’s notices go in one mail at the hour, once though the job runs twice, and are made up for after a standstill", async () => {
  at("2022-03-03T10:00:00Z")
  await report("a")
  await report("b", 34)
  expect(await due()).toEqual([])
  at("2022-03-04T06:59:00Z")
  expect(await due()).toEqual([])
  at("2022-03-04T09:00:00Z")
  const [one, ...others] = await due()
  expect(others).toEqual([])
  if (!one) throw new Error("No digest is due")
  await Promise.all([writeDigest(one), writeDigest(one)])
  await writeDigest(one)
  expect(await mailed()).toHaveLength(1)
  // What comes after it waits for the next one, also when a late job of this one runs.
  await report("c", 35)
  expect(await due()).toEqual([])
  await writeDigest(one)
  expect(await mailed()).toHaveLength(1)
  // Nothing runs for three days.
  at("2022-03-08T12:00:00Z")
  await writeAll()
  expect(await mailed()).toHaveLength(2)
  expect((await mailed()).map(({ subject }) => subject).sort()).toEqual([
    "[WG-Tides] The day: 1 notice",
    "[WG-Tides] The day: 2 notices",
  ])
  expect(await due()).toEqual([])
})

test("of a thread that was muted since, nothing is mailed, and what else waits is", async () => {
  const { groupId, meetingId, member } = await arrangeScene(owner)
  const threadOf = async () => {
    const [thread] = await owner
      .insert(threads)
      .values({ groupId, meetingId, about: "text" })
      .returning({ id: threads.id })
    return thread?.id ?? ""
  }
  const [muted, other] = [await threadOf(), await threadOf()]
  at("2022-03-03T10:00:00Z")
  for (const threadId of [muted, other])
    await give({
      ...{ kind: "replied", groupId, personIds: [member.personId], key: threadId, threadId },
      ...{ href: `/desk/x/${threadId}`, data: { by: "Otto Velander", title: "", number: 33 } },
    })
  await owner.insert(threadMutes).values({ threadId: muted, personId: member.personId })
  at("2022-03-04T09:00:00Z")
  for (const one of await findDueDigests())
    if (one.personId === member.personId) await writeDigest(one)
  const [mail, ...more] = await owner.select().from(mails).where(eq(mails.to, member.email))
  expect(more).toEqual([])
  expect(mail?.text).toContain(`/desk/x/${other}`)
  expect(mail?.text).not.toContain(muted)
  expect((await findDueDigests()).filter((one) => one.personId === member.personId)).toEqual([])
})

test("in English it reads well as plain text", async () => {
  at("2022-03-03T10:00:00Z")
  await give({
    kind: "action-given",
    key: "a",
    href: "/desk/tides/meetings/1/minutes",
    data: { what: "Send the tables to the secretariat", due: "2022-03-10", number: 33 },
  })
  at("2022-03-03T10:01:00Z")
  await give({
    kind: "version-published",
    key: "b",
    href: "/tides/meetings/32/v2",
    data: { number: 32, title: "", version: 2 },
  })
  at("2022-03-04T07:00:00Z")
  await writeAll()
  const [mail] = await mailed()
  const [body, foot] = mail?.text.split("\n-- \n") ?? []
  expect(body).toBe(`2 things concern you since the last mail of this kind.

Working Group on Tides
======================

An action is given to me

* Meeting 33 gives you an action: Send the tables to the secretariat, due on
  10 March 2022
  http://localhost:3000/desk/tides/meetings/1/minutes

A version is published

* Summary report of meeting 32: version 2 is published
  http://localhost:3000/tides/meetings/32/v2
`)
  expect(foot).toContain("You get this once a day, when there is something to tell.")
  expect(foot).toContain("http://localhost:3000/desk/notices/choices")
  expect(mail?.headers).toMatchObject({
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": `WG-Tides <${group.slug}.localhost>`,
  })
  expect(mail?.text.split("\n").filter((line) => line.length > 78 && !/http/.test(line))).toEqual(
    [],
  )
})

test("in French as well, with the reader’s own clock", async () => {
  await owner
    .insert(personSettings)
    .values({ personId: reader.personId, locale: "fr", zone: "Europe/Paris" })
  await owner
    .insert(noticeChoices)
    .values({ personId: reader.personId, kind: "consultation-opening", tempo: "daily" })
  at("2022-03-03T10:00:00Z")
  await give({
    kind: "consultation-opening",
    key: "a",
    href: "/desk/tides/consultations/charter",
    data: { title: "Charte", closesAt: "2022-04-01T12:00:00Z" },
  })
  at("2022-03-04T05:59:00Z")
  expect(await due()).toEqual([])
  at("2022-03-04T06:00:00Z")
  await writeAll()
  const [mail] = await mailed()
  expect(mail?.subject).toBe("[WG-Tides] La journée\u00a0: 1 avis")
  expect(
    mail?.text.split("\n-- \n")[0],
  ).toBe(`Une chose vous concerne depuis le dernier message de ce genre.

Working Group on Tides
======================

Une consultation s’ouvre, change de fin, est close plus tôt ou est annulée

* Une consultation est ouverte jusqu’au vendredi 1er avril 2022, 14:00
  (Europe/Paris), 12:00 UTC\u00a0: Charte
  http://localhost:3000/fr/desk/tides/consultations/charter
`)
})

test("several comments of one thread are one entry", async () => {
  at("2022-03-03T10:00:00Z")
  for (const [place, by] of ["Ilva Morandini", "Samir Koskela", "Ilva Morandini"].entries())
    await give({
      kind: "replied",
      key: `0000000${place}-0000-4000-8000-000000000000`,
      href: "/desk/tides/meetings/1/minutes?thread=1",
      data: { by, title: "The plan", number: 33 },
    })
  at("2022-03-04T07:00:00Z")
  await writeAll()
  const [mail] = await mailed()
  const said = mail?.text.replaceAll("\n  ", " ")
  expect(said).toContain(
    "* 3 new comments in a thread of yours on Meeting 33: The plan, by Ilva Morandini and Samir Koskela",
  )
  expect(mail?.text.match(/^\*/gm)).toHaveLength(1)
})

test("who left the group, or chose never, is not written to about what waited", async () => {
  at("2022-03-03T10:00:00Z")
  await report("a")
  await owner
    .update(memberships)
    .set({ until: new Date("2022-03-03T11:00:00Z") })
    .where(eq(memberships.personId, reader.personId))
  at("2022-03-04T08:00:00Z")
  await writeAll()
  expect(await mailed()).toEqual([])
  expect(await due()).toEqual([])
})

test("a week’s notices wait for Monday", async () => {
  await owner
    .insert(noticeChoices)
    .values({ personId: reader.personId, kind: "version-published", tempo: "weekly" })
  at("2022-03-03T10:00:00Z")
  await report("a")
  at("2022-03-06T23:00:00Z")
  expect(await due()).toEqual([])
  at("2022-03-07T07:00:00Z")
  await writeAll()
  expect((await mailed()).map(({ subject }) => subject)).toEqual(["[WG-Tides] The week: 1 notice"])
})
