import { readFileSync } from "node:fs"
import { and, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { groupWords } from "@/db/schema/checks"
import { importFiles } from "@/db/schema/imports"
import { memberships } from "@/db/schema/members"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { writeAnswer } from "@/lib/links/write-answer"
import { noteDeadLinks } from "@/lib/reactions/note-dead-links"
import { linksOfBatch } from "./links"
import { getFile } from "./queries"
import { listResults } from "./results"

const { app, owner } = await testDatabase()
const sample = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url), "utf8")
  .replace("Hyejin Abara (HPA)", "Farah Abara (HPA)")
  .replace("sets the measures", "sets the meassures")
const link = "https://harbour.example.org/dredging?year=2022"

/** What the rules find in the sample when a group brings it in, and the batch that it is in. */
async function foundBy(group: Awaited<ReturnType<typeof makeGroup>>) {
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const batchId = await bringInNow(chair, group.id, [new File([sample], "call.txt")])
  const [line] = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const file = await getFile(chair, group.slug, batchId, line?.id ?? "")
  const findings = file.reading?.findings ?? []
  return { batchId, said: findings.map(({ rule, values }) => [rule, ...Object.values(values)]) }
}

const speaker = expect.arrayContaining(["speaker-not-listed", "Farah Mensimah"])
const spelling = expect.arrayContaining(["spelling", "meassures"])
const dead = expect.arrayContaining(["dead-link"])

test("a group that is not known yet hears of every name and word, and its links are to be asked", async () => {
  const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
  const { said, batchId } = await foundBy(group)
  expect(said).toContainEqual(speaker)
  expect(said).toContainEqual(spelling)
  expect(said).not.toContainEqual(dead)
  expect(await linksOfBatch(app, batchId, 500)).toContain(link)
  expect(await linksOfBatch(app, batchId, 1)).toHaveLength(1)
})

test("a link that is asked after its file was read, and leads nowhere, is found in it once", async () => {
  const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const batchId = await bringInNow(chair, group.id, [
    new File([sample], "one.txt"),
    new File(["A letter to [us](mailto:us@harbour.example.org).\n".repeat(12)], "two.md"),
  ])
  expect(await linksOfBatch(app, batchId, 500)).toEqual([link])
  const answer = { state: "dead" as const, status: 404, reason: "gone" }
  const [line] = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const read = () => getFile(chair, group.slug, batchId, line?.id ?? "")
  const before = await read()
  const note = (url: string) => noteDeadLinks(new Map([[url, answer]]))
  await note("https://elsewhere.example.org/")
  await note(link.replace("dredging", "other"))
  expect((await read()).reading?.findings).toEqual(before.reading?.findings)
  await note(link)
  await note(link)
  const after = await read()
  expect(after.revision).toBe(before.revision)
  const found = after.reading?.findings.slice(before.reading?.findings.length) ?? []
  expect(found).toMatchObject([{ rule: "dead-link", severity: "warning" }])
  const { from, to, line: at } = found[0]?.place ?? {}
  expect(after.source.slice(from ?? 0, to ?? 0)).toBe(link)
  expect(after.source.split("\n")[(at ?? 0) - 1]).toContain(link)
})

test("a draft that cannot be read any more keeps no other from hearing of a dead link", async () => {
  const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const batchId = await bringInNow(chair, group.id, [
    new File([sample], "broken.txt"),
    new File([`${sample}\nThe meeting closed.\n`], "whole.txt"),
  ])
  await owner
    .update(importFiles)
    .set({ corrected: sql`${importFiles.corrected} - 'title'` })
    .where(and(eq(importFiles.batchId, batchId), eq(importFiles.name, "broken.txt")))
  await noteDeadLinks(new Map([[link, { state: "dead", status: 404, reason: "gone" }]]))
  const rows = await owner
    .select({ name: importFiles.name, findings: sql<{ rule: string }[]>`read->'findings'` })
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
  const told = rows.filter(({ findings }) => findings.some(({ rule }) => rule === "dead-link"))
  expect(told.map(({ name }) => name)).toEqual(["whole.txt"])
})

test("files are read with the group's people, its words, and links that are known to be dead", async () => {
  const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
  const person = await makePerson(owner, { name: "Farah Abara", aliases: ["Farah Mensimah"] })
  await owner.insert(memberships).values({ groupId: group.id, personId: person.id, role: "member" })
  await owner.insert(groupWords).values({ groupId: group.id, word: "meassures" })
  await writeAnswer(link, { state: "dead", status: 404, reason: "gone" })
  const { said } = await foundBy(group)
  expect(said).not.toContainEqual(speaker)
  expect(said).not.toContainEqual(spelling)
  expect(said).toContainEqual(dead)
})
