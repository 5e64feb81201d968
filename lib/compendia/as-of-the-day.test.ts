import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { compendia } from "@/db/schema/consultations"
import { threads } from "@/db/schema/threads"
import { bringInSheet } from "@/lib/consultations/worksheet/bring-in"
import { getWorksheet, worksheetFile } from "@/lib/consultations/worksheet/queries"
import { readXlsx } from "@/lib/consultations/worksheet/read-xlsx"
import { editPerson } from "@/lib/people/edit"
import { editPersonInput } from "@/lib/people/input"
import { getPerson } from "@/lib/people/queries"
import { findCompendium } from "./public-queries"
import { publishCompendium } from "./publish"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let desk: SignedIn
let chair: SignedIn
let member: SignedIn
let consultation: { id: string; slug: string }
let documentId: string

beforeEach(async () => {
  group = await makeGroup(owner)
  const groupId = group.id
  desk = await makeActor(owner, { secretariat: true })
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [groupId]: "co-chair" } })
  member = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  documentId = (await arrangeDocument(owner, { groupId, parts: [] })).id
  consultation = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, documentId, audience: "anyone" },
    ...{ opensAt: new Date("2022-03-01"), closesAt: new Date("2022-03-20") },
  })
  await call("government", [
    { organisation: "Ministry of Tides", capacity: "Adviser", since: "", until: "2022-03-31" },
    { organisation: "Gauge Works", capacity: "Director", since: "2022-04-01", until: "" },
  ])
})

/** What the secretariat says of the member from now on. */
async function call(stakeholderGroup: string, affiliations?: object[], more: object = {}) {
  const { mark, ...known } = await getPerson(desk, member.personId)
  await editPerson(
    desk,
    editPersonInput.parse({
      ...{ personId: member.personId, mark, name: known.name, stakeholderGroup },
      ...{ affiliations: affiliations ?? known.affiliations, ...more },
    }),
  )
}

/** A comment of the member, decided on. */
async function say(text: string, at: string, more: { unnamed?: boolean } = {}) {
  const [thread] = await owner
    .insert(threads)
    .values({
      ...{ groupId: group.id, documentId, about: "text", consultationId: consultation.id },
      ...{ state: "resolved", disposition: "noted", reason: "So it is." },
      ...{ decidedAt: new Date(), decidedBy: chair.personId, createdAt: new Date(at) },
    })
    .returning({ id: threads.id })
  await owner.insert(comments).values({
    ...{ threadId: thread?.id ?? "", authorId: member.personId, way: "portal", text },
    ...{ consultationId: consultation.id, submission: randomUUID(), createdAt: new Date(at) },
    ...more,
  })
}

const publish = (version = 1) =>
  publishCompendium(chair, { consultationId: consultation.id, version })
const authors = async (version?: number) =>
  (await findCompendium(group.slug, consultation.slug, version))?.entries.flatMap(
    ({ comments: said }) => said.map(({ by }) => by),
  )
const sheet = async () =>
  (await getWorksheet(chair, group.slug, consultation.slug, { show: "all", page: 1 })).threads.map(
    ({ lead }) => lead.author,
  )
const file = async () =>
  (await worksheetFile(chair, group.slug, consultation.slug, "en")).bytes as Uint8Array<ArrayBuffer>

const then = {
  name: "Samir Koskela",
  organisation: "Adviser, Ministry of Tides",
  stakeholderGroup: "government",
}

test("a compendium and its worksheet name everybody as they were on the day of the comment", async () => {
  await say("Add the gauges.", "2022-03-10T10:00:00Z")
  await say("Too short.", "2022-03-11T10:00:00Z", { unnamed: true })
  await call("private-sector")
  expect(await sheet()).toEqual([then, then])
  const cells = (await readXlsx(await file())).flatMap((row) => row.cells.map(({ text }) => text))
  expect(cells.filter((text) => text.startsWith("Samir Koskela"))).toEqual([
    "Samir Koskela, Adviser, Ministry of Tides",
    "Samir Koskela, Adviser, Ministry of Tides",
  ])
  expect(cells.filter((text) => text === "Government")).toHaveLength(2)
  await publish()
  expect(await authors()).toEqual([
    { named: true, ...then },
    { named: false, stakeholderGroup: "government" },
  ])
})

test("what somebody says afterwards counts to what they are then", async () => {
  await call("private-sector")
  await say("Later.", new Date(Date.now() + 60_000).toISOString())
  expect(await sheet()).toEqual([
    {
      name: "Samir Koskela",
      organisation: "Director, Gauge Works",
      stakeholderGroup: "private-sector",
    },
  ])
})

test("a group that was a mistake is corrected for earlier comments too, and so is one that was not known", async () => {
  await say("Add the gauges.", "2022-03-10T10:00:00Z")
  await call("media")
  await call("civil-society", undefined, { throughout: "on" })
  expect(await sheet()).toMatchObject([{ stakeholderGroup: "civil-society" }])
  await call("", undefined, { throughout: "on" })
  expect(await sheet()).toMatchObject([{ stakeholderGroup: null }])
  await call("youth")
  expect(await sheet()).toMatchObject([{ stakeholderGroup: "youth" }])
})

test("a sheet that was downloaded before somebody went elsewhere comes back and changes nothing", async () => {
  await say("Add the gauges.", "2022-03-10T10:00:00Z")
  const bytes = await file()
  await call("private-sector", [{ organisation: "Gauge Works" }])
  expect(
    await bringInSheet(chair, {
      ...{ consultationId: consultation.id, leaveStale: false },
      file: new File([bytes], "worksheet.xlsx"),
    }),
  ).toEqual({ changed: 0, same: 1, left: [] })
})

test("what is published stays as it is, and holds the affiliation under a key of its own", async () => {
  await say("Add the gauges.", "2022-03-10T10:00:00Z")
  await publish()
  const [stored] = await owner
    .select()
    .from(compendia)
    .where(eq(compendia.consultationId, consultation.id))
  expect(JSON.stringify(stored?.content)).not.toContain("Ministry of Tides")
  await call("private-sector", [{ organisation: "Gauge Works" }])
  await publish(2)
  expect(await authors(1)).toEqual([{ named: true, ...then }])
  expect(await authors(2)).toEqual([{ named: true, ...then, organisation: "Gauge Works" }])
})
