import { readFileSync } from "node:fs"
import { and, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import type { Finding } from "@/lib/check/model"
import { discardImport } from "./discard"
import type { Kind } from "./kinds"
import { getProgress } from "./progress"
import { findAside, findNext, listResults } from "./results"
import { saveImport } from "./save"

const { owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const sample = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url), "utf8")

const finding = (severity: Finding["severity"]): Finding => ({
  ...{ rule: "spelling", severity, values: { word: severity } },
  place: { line: null, from: null, to: null, item: null },
})

/** Which findings each file has, and which of them were answered. */
const files: Record<string, { has: Finding["severity"][]; settled: number[] }> = {
  "notes.txt": { has: ["note", "note"], settled: [] },
  "warning.txt": { has: ["error", "note", "warning"], settled: [0] },
  "error.txt": { has: ["note", "error", "warning", "error"], settled: [1] },
  "settled.txt": { has: ["error", "warning"], settled: [0, 1] },
}

test("files are gone over by how grave their open findings are; notes alone can wait", async () => {
  const names = Object.keys(files)
  const batchId = await bringInNow(
    chair,
    group.id,
    names.map((name, at) => new File([sample.replace("XIX", String(at + 40))], name)),
  )
  for (const [name, { has, settled }] of Object.entries(files)) {
    const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
    await owner
      .update(importFiles)
      .set({
        read: sql`jsonb_set(${importFiles.read}, '{findings}', ${json(has.map(finding))})`,
        corrected: sql`jsonb_set(${importFiles.corrected}, '{settled}', ${json(settled)})`,
      })
      .where(eq(importFiles.name, name))
  }
  const list = async (show: Kind | null) =>
    (await listResults(chair, group.slug, batchId, { show, page: 1 })).map(({ name }) => name)
  expect(await list("errors")).toEqual(["error.txt"])
  expect(await list("warnings")).toEqual(["warning.txt"])
  expect(await list("unsure")).toEqual(["warning.txt", "error.txt"])
  expect(await list("ready")).toEqual(["notes.txt", "settled.txt"])
  expect(await getProgress(chair, group.slug, batchId)).toMatchObject({
    ...{ files: 4, errors: 1, warnings: 1, unsure: 2, ready: 2, unsettled: 7 },
  })
  expect((await findNext(batchId))?.name).toBe("error.txt")
  const lines = await listResults(chair, group.slug, batchId, { show: "errors", page: 1 })
  expect(lines[0]).toMatchObject({
    open: { error: 1, warning: 1, note: 1 },
    errors: [{ severity: "error", values: { word: "error" } }],
  })
})

test("a number that another meeting or report has is an error in every count, in whatever batch it stands", async () => {
  const own = await makeGroup(owner)
  const actor = await makeActor(owner, { roles: { [own.id]: "co-chair" } })
  const { id: meetingId } = await arrangeMeeting(owner, { groupId: own.id, number: 61 })
  const bring = (numbers: number[]) =>
    bringInNow(
      actor,
      own.id,
      // The last number leaves a gap, which is said and not counted.
      numbers.map((number) => new File([sample.replace("XIX", `${number}`)], `${number}.txt`)),
    )
  const take = (name: string, batchId: string, number: number) =>
    owner
      .update(importFiles)
      .set({
        read: sql`jsonb_set(${importFiles.read}, '{findings}', '[]')`,
        corrected: sql`jsonb_set(${importFiles.corrected}, '{number}', to_jsonb(${number}::int))`,
      })
      .where(and(eq(importFiles.name, name), eq(importFiles.batchId, batchId)))
  const batchId = await bring([61, 62, 80])
  const other = await bring([63])
  for (const number of [61, 62, 80]) await take(`${number}.txt`, batchId, number)
  await take("63.txt", other, 62)
  const list = async (show: Kind | null) =>
    await listResults(actor, own.slug, batchId, { show, page: 1 })
  const namesIn = async (show: Kind) => (await list(show)).map(({ name }) => name)
  const progress = await getProgress(actor, own.slug, batchId)
  expect(progress).toMatchObject({ errors: 2, warnings: 0, unsure: 2, ready: 1, unsettled: 2 })
  expect(await namesIn("errors")).toEqual(["61.txt", "62.txt"])
  expect(await namesIn("unsure")).toEqual(["61.txt", "62.txt"])
  expect(await namesIn("warnings")).toEqual([])
  expect(await namesIn("ready")).toEqual(["80.txt"])
  expect((await findNext(batchId))?.name).toBe("61.txt")
  // Each leads to what has its number.
  const [elsewhere] = await listResults(actor, own.slug, other, { show: null, page: 1 })
  expect((await list(null)).map(({ holder }) => holder)).toEqual([
    { kind: "meeting", path: `/desk/${own.slug}/meetings/${meetingId}` },
    { kind: "file", path: `/desk/${own.slug}/import/${other}/${elsewhere?.id}` },
    null,
  ])
  const open = (await list(null)).map((each) => each.open)
  expect(open.map(({ error, warning, note }) => [error, warning, note])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [0, 0, 0],
  ])
})

test("of drafts that are saved a batch says in which something was open, and of a file that it was put aside", async () => {
  const own = await makeGroup(owner)
  const actor = await makeActor(owner, { roles: { [own.id]: "co-chair" } })
  const names = ["open.txt", "settled.txt", "aside.txt"]
  const batchId = await bringInNow(
    actor,
    own.id,
    names.map((name, at) => new File([sample.replace("XIX", String(at + 70))], name)),
  )
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await owner
    .update(importFiles)
    .set({ read: sql`jsonb_set(${importFiles.read}, '{findings}', ${json([finding("warning")])})` })
    .where(eq(importFiles.batchId, batchId))
  await owner
    .update(importFiles)
    .set({ corrected: sql`jsonb_set(${importFiles.corrected}, '{settled}', '[0]')` })
    .where(and(eq(importFiles.batchId, batchId), eq(importFiles.name, "settled.txt")))
  const [first, second, third] = await listResults(actor, own.slug, batchId, {
    show: null,
    page: 1,
  })
  for (const file of [first, second])
    await saveImport(actor, { fileId: file?.id ?? "", revision: file?.revision ?? 0 })
  const aside = third?.id ?? ""
  expect(await findAside(batchId, aside)).toBeNull()
  await discardImport(actor, { fileId: aside, revision: third?.revision ?? 0 })
  expect(await findAside(batchId, aside)).toBe("aside.txt")
  expect(await findAside(batchId, "nonsense")).toBeNull()
  expect(await getProgress(actor, own.slug, batchId)).toMatchObject({ saved: 2, savedOpen: 1 })
  const left = await listResults(actor, own.slug, batchId, { show: "savedOpen", page: 1 })
  expect(left.map(({ name, open }) => [name, open.warning])).toEqual([["open.txt", 1]])
})
