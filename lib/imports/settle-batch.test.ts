import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importBatches, importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { transaction } from "@/lib/platform/database"
import { describeNumber } from "./describe-number"
import { listResults } from "./results"
import { settleBatch } from "./settle-batch"
import { draftIn, readingIn } from "./stored"

const { app, owner } = await testDatabase()

/** A report whose title and text may print different numbers. */
const report = (day: string, title: string, text: string) =>
  `Working Group on Tides\n\nOnline Meeting ${title}\n\n${day} at 2 p.m. UTC\n\nThe ${text} virtual meeting was held on ${day} at 2 p.m. UTC.\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThey were read on ${day}.\n`

async function brought(
  texts: string[],
  known: { number: number; startsAt: Date }[] = [],
  of?: Awaited<ReturnType<typeof makeGroup>>,
) {
  const group = of ?? (await makeGroup(owner))
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  for (const meeting of known) await arrangeMeeting(owner, { groupId: group.id, ...meeting })
  const files = texts.map((text, at) => new File([text], `report-${at + 1}.txt`))
  const batchId = await bringInNow(chair, group.id, files)
  const lines = () => listResults(chair, group.slug, batchId, { show: null, page: 1 })
  return { group, batchId, lines }
}
const why = (line: { number: number | null; why: { reason: unknown } | null } | undefined) =>
  line?.why?.reason
    ? describeNumber({ number: line.number, reason: line.why.reason } as never, "en")
    : null

test("reports of one batch settle each other's numbers, and each says why", async () => {
  const { lines } = await brought([
    report("1 July 2021", "XXII", "23rd"),
    report("7 October 2021", "26", "22nd"),
    report("3 March 2022", "33", "33rd"),
  ])
  const [july, october, march] = await lines()
  expect([july?.number, october?.number, march?.number]).toEqual([23, 26, 33])
  // A form that was opened before the last file was read is as good as before.
  expect([july?.revision, october?.revision, march?.revision]).toEqual([1, 1, 1])
  expect(why(october)).toBe(
    "26 fits: 23 was held on 1 July 2021, 33 on 3 March 2022, and 22 is printed on 2 reports.",
  )
  expect(why(march)).toBeNull()
})

test("a meeting of the group is in view, and the finding names the number that is taken", async () => {
  const { batchId, lines } = await brought(
    [report("7 October 2021", "26", "22nd")],
    [{ number: 25, startsAt: new Date("2021-09-16T13:00:00Z") }],
  )
  const [line] = await lines()
  expect(line?.number).toBe(26)
  const [file] = await app.select().from(importFiles).where(eq(importFiles.batchId, batchId))
  const findings = file?.read ? readingIn(file).findings : []
  expect(findings.find(({ rule }) => rule === "number-mismatch")?.values).toMatchObject({
    number: 26,
  })
})

test("a number that a person gave stays when the batch is settled again", async () => {
  const { batchId, lines } = await brought([
    report("1 July 2021", "22", "23rd"),
    report("7 October 2021", "26", "22nd"),
  ])
  const [, october] = await lines()
  const [file] = await app
    .select()
    .from(importFiles)
    .where(eq(importFiles.id, october?.id ?? ""))
  await owner
    .update(importFiles)
    .set({ corrected: { ...(file?.corrected as object), number: 40 } })
    .where(eq(importFiles.id, october?.id ?? ""))
  await transaction((tx) => settleBatch(tx, batchId))
  expect((await lines()).map(({ number }) => number)).toEqual([23, 40])
})

test("a number that a person agreed to stays, whatever comes beside it", async () => {
  const { batchId, lines } = await brought([report("1 July 2021", "22", "23rd")])
  const [july] = await lines()
  const [file] = await app
    .select()
    .from(importFiles)
    .where(eq(importFiles.id, july?.id ?? ""))
  if (!file) throw new Error("The file is gone")
  const place = readingIn(file).findings.findIndex(({ rule }) => rule === "number-mismatch")
  await owner
    .update(importFiles)
    .set({ corrected: { ...draftIn(file), settled: [place] } })
    .where(eq(importFiles.id, file.id))
  const [batch] = await app.select().from(importBatches).where(eq(importBatches.id, batchId))
  await arrangeMeeting(owner, {
    groupId: batch?.groupId ?? "",
    number: 23,
    startsAt: new Date("2021-06-01T13:00:00Z"),
  })
  await transaction((tx) => settleBatch(tx, batchId))
  expect((await lines())[0]?.number).toBe(23)
})

test("numbers that begin anew each year stay as printed, and count on", async () => {
  const { lines } = await brought([
    report("2 March 2021", "1", "1st"),
    report("1 June 2021", "2", "2nd"),
    report("1 March 2022", "1", "1st"),
    report("7 June 2022", "2", "2nd"),
  ])
  const all = await lines()
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(all[3]?.printed).toEqual(["2", "2nd"])
  expect(all[0]?.printed).toEqual([])
  expect(why(all[3])).toContain("4 is the next one in order of time (inferred)")
})

test("a number that another meeting has stays as printed, with the reason", async () => {
  const { lines } = await brought(
    [report("7 October 2021", "26", "26th")],
    [{ number: 26, startsAt: new Date("2021-09-16T13:00:00Z") }],
  )
  const [line] = await lines()
  expect(line?.number).toBe(26)
  expect(why(line)).toContain("another meeting or report has it")
})

test("the open reports of another batch are in view, and a number on both is said on both", async () => {
  const { group, lines: earlier } = await brought([report("1 July 2021", "22", "22nd")])
  const { lines } = await brought([report("7 October 2021", "26", "22nd")], [], group)
  expect((await lines())[0]?.number).toBe(26)
  const twin = await brought([report("3 March 2022", "22", "22nd")], [], group)
  const [line] = await twin.lines()
  expect(why(line)).toContain("another meeting or report has it")
  const rulesOf = (lines: Awaited<ReturnType<typeof earlier>>) => lines[0]?.found.map((f) => f.rule)
  expect(rulesOf([...(await twin.lines())])).toContain("number-duplicate")
  expect(rulesOf([...(await earlier())])).toContain("number-duplicate")
})
