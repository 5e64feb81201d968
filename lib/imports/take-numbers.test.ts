import { and, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { formOf } from "@/app/[locale]/desk/[group]/import/[batch]/[file]/form-of"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { bringInNow, readNow } from "@/e2e/support/bring-in-now"
import { bringIn } from "./bring-in"
import { correctImport } from "./correct"
import { describeNumber } from "./describe-number"
import { bringInInput, correctImportInput } from "./input"
import { getProgress } from "./progress"
import { getFile } from "./queries"
import { findProposal, listResults } from "./results"
import { takeNumbers } from "./take-numbers"

const { app, owner } = await testDatabase()

const report = (day: string) =>
  `Working Group on Tides\n\nMinutes of the call\n\n${day} at 2 p.m. UTC\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThe gauges were read on ${day}.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`

async function brought(...days: string[]) {
  const group = await makeGroup(owner, { name: "Working Group on Tides" })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const files = days.map((day, at) => new File([report(day)], `report-${at + 1}.txt`))
  const batchId = await bringInNow(chair, group.id, files)
  const lines = () => listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const counted = async () => (await getProgress(chair, group.slug, batchId)).counted
  const take = async (actor = chair) =>
    takeNumbers(actor, { slug: group.slug, batchId, shown: await findProposal(batchId) })
  const look = async (place: number) => {
    const file = await getFile(chair, group.slug, batchId, (await lines())[place]?.id ?? "")
    const { draft, reading } = file
    if (!draft || !reading) throw new Error("The file is no draft")
    return { draft, reading, shown: formOf(file, draft, reading, "en") }
  }
  return { group, chair, batchId, lines, counted, look, take }
}

test("one press numbers every report of a batch that prints none, in order of time", async () => {
  const { group, batchId, lines, counted, look, take } = await brought(
    "7 October 2021",
    "1 July 2021",
  )
  expect((await lines()).map(({ number }) => number)).toEqual([null, null])
  expect(await counted()).toBe(2)
  const [first] = await lines()
  expect(
    first?.why?.reason && describeNumber({ number: null, reason: first.why.reason }, "en"),
  ).toBe("No number is printed; 2 is its place in the order of time (inferred).")
  const before = await look(0)
  await take()
  expect((await lines()).map(({ number }) => number)).toEqual([2, 1])
  expect(await counted()).toBe(0)
  const { reading, draft, shown } = await look(0)
  const missing = reading.findings.findIndex(({ rule }) => rule === "number-missing")
  expect(draft.settled).toContain(missing)
  expect(shown.revision).toBe(before.shown.revision + 1)
  expect(shown.fields.find(({ field }) => field === "number")).toMatchObject({
    text: "2",
    how: "inferred",
  })
  const [event] = await app
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.subjectId, batchId), eq(events.name, "import.numbered")))
  expect(event?.data).toEqual({ files: 2 })
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  await expect(take(member)).rejects.toMatchObject({ code: "forbidden" })
})

test("no number is taken while files wait, which may print it", async () => {
  const { group, chair, batchId, lines, counted, take } = await brought("7 October 2021")
  const later = new File([report("1 July 2021")], "later.txt")
  const input = bringInInput.parse({ groupId: group.id, batchId, from: "1", files: [later] })
  await bringIn(chair, input)
  await expect(take()).rejects.toMatchObject({ code: "conflict", key: "imports.stillReading" })
  expect((await lines())[0]?.number).toBeNull()
  await readNow(batchId)
  await take()
  expect((await lines()).map(({ number }) => number)).toEqual([2, 1])
  expect(await counted()).toBe(0)
})

test("other numbers than those that were shown are not taken; they are what is shown next", async () => {
  const { group, chair, batchId, lines, take } = await brought("7 October 2021")
  const shown = await findProposal(batchId)
  await arrangeMeeting(owner, {
    groupId: group.id,
    number: 5,
    startsAt: new Date("2021-09-16T13:00:00Z"),
  })
  const press = () => takeNumbers(chair, { slug: group.slug, batchId, shown })
  await expect(press()).rejects.toMatchObject({ code: "conflict", key: "imports.numbersMoved" })
  const [line] = await lines()
  expect(line).toMatchObject({ number: null, why: { reason: { kind: "counted", number: 6 } } })
  await expect(press()).rejects.toMatchObject({ key: "imports.numbersMoved" })
  await take()
  expect((await lines())[0]?.number).toBe(6)
})

test("beside one report its number is offered as an answer", async () => {
  const { chair, look } = await brought("7 October 2021")
  const { draft, reading, shown } = await look(0)
  const place = reading.findings.findIndex(({ rule }) => rule === "number-missing")
  const finding = shown.findings.find((each) => each.place === place)
  expect(finding?.fix).toEqual({ name: "useNumber", value: "1" })
  expect(finding?.evidence).toContain("1 is its place in the order of time")
  const press = async (fix: string) => {
    const input = { ...shown.values, agenda: draft.agenda, fix }
    const { fileId, revision } = shown
    await correctImport(chair, correctImportInput.parse({ fileId, revision, ...input }), "en")
  }
  // A press that does not say which number was read takes none.
  await press(String(place))
  expect((await look(0)).draft).toMatchObject({ number: null, settled: draft.settled })
  await press("number:1")
  const after = await look(0)
  expect(after.draft.number).toBe(1)
  expect(after.draft.settled).toContain(place)
})
