import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { eq } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { importBatches } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { runCommand } from "@/e2e/support/run-command"
import { ReportSaver } from "./save-reports"

// Each test starts a Node of its own, several seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const { app, owner } = await testDatabase()
const root = fileURLToPath(new URL("../../", import.meta.url))
const sample = (name: string) => path.join(root, "lib/imports/read/samples", name)

/** On the test's database, as an operator would on theirs. */
const runImport = (...args: string[]) => runCommand("import", args)

test("saves drafts in the name of a co-chair; a text that is here already is refused", async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const files = [sample("virtual-call.txt"), sample("wrapped.txt"), sample("virtual-call.txt")]
  const into = ["--group", group.slug, "--by", chair.email.toUpperCase()]
  const { status, out, err } = await runCommand("import", [...into, "--json", ...files], {
    asOperator: true,
  })
  expect(JSON.parse(out)).toMatchObject([
    { file: files[0], number: { canonical: 21 }, meeting: expect.stringContaining(group.slug) },
    { file: files[1], meeting: expect.stringContaining("/desk/") },
    { file: files[2], refused: { code: "same-report" } },
  ])
  expect(status).toBe(1)
  expect(err).toContain("was brought in before")
  const saved = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
  expect(saved.map(({ number }) => number).sort()).toEqual([21, null])
  const [batch] = await app.select().from(importBatches)
  expect(batch?.broughtInBy).toBe(chair.personId)
})

test("many files come into one batch and are saved in their order", async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const folder = mkdtempSync(path.join(tmpdir(), "rapporteur-import-"))
  for (let number = 1; number <= 120; number++)
    writeFileSync(path.join(folder, `${number}.txt`), makeReport(number))
  const { status, out, err } = await runImport(
    "--group",
    group.slug,
    "--by",
    chair.email,
    folder,
  ).finally(() => rmSync(folder, { recursive: true }))
  expect(status).toBe(0)
  expect(err).toContain("100 of 120 files are done.")
  expect(out.match(/meeting \d+/g)).toEqual(
    Array.from({ length: 120 }, (_, place) => `meeting ${place + 1}`),
  )
  const saved = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
  expect(saved).toHaveLength(120)
  const batches = await app.select().from(importBatches).where(eq(importBatches.groupId, group.id))
  expect(batches).toHaveLength(1)
})

/** A report with a number in its title and another one in its text. */
const report = (day: string, title: number, text: number, person: string) =>
  `Working Group on Tides\n\nOnline Meeting ${title}\n\n${day} at 2 p.m. UTC\n\nThe ${text}th virtual meeting was held on ${day} at 2 p.m. UTC.\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThey were read on ${day}.\n\nParticipants\n\n1. ${person}\n2. Lin Zhao-Perera\n`

test("while it is not sure who somebody is, nothing is saved; --save asks nobody", async () => {
  await makePerson(owner, { name: "Concettina Quellmann" })
  const folder = mkdtempSync(path.join(tmpdir(), "rapporteur-import-"))
  const file = path.join(folder, "call.txt")
  writeFileSync(file, report("12 May 2022", 26, 26, "Concetina Quellmann"))
  const run = async (...more: string[]) => {
    const group = await makeGroup(owner)
    const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
    const done = await runImport("--group", group.slug, "--by", chair.email, ...more, file)
    const held = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
    return { group, held: held.length, ...done }
  }
  const asked = await run()
  const { id: groupId, slug } = asked.group
  const [batch] = await app.select().from(importBatches).where(eq(importBatches.groupId, groupId))
  expect(asked).toMatchObject({ status: 1, held: 0 })
  expect(asked.out).toContain("meeting 26")
  expect(asked.err).toContain("One question about people: answer and save there.")
  expect(asked.err).toContain("Concetina Quellmann (call.txt): is it Concettina Quellmann?")
  expect(asked.err).toContain(`/desk/${slug}/import/${batch?.id}`)
  const saved = await run("--save").finally(() => rmSync(folder, { recursive: true }))
  expect(saved).toMatchObject({ status: 0, held: 1 })
})

test("a report with the very name of somebody who belongs elsewhere waits even with --save", async () => {
  await makePerson(owner, {
    name: "Dorothea Vansittart",
    affiliations: [{ organisation: "Tide Register" }],
  })
  const folder = mkdtempSync(path.join(tmpdir(), "rapporteur-import-"))
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const { status, out, err } = await runImport(
    ...["--group", group.slug, "--by", chair.email, "--save"],
    write("one.txt", report("12 May 2022", 26, 26, "Dorothea Vansittart, Ministry of Health")),
    write("two.txt", report("26 May 2022", 27, 27, "Otto Brandvold")),
  ).finally(() => rmSync(folder, { recursive: true }))
  expect(status).toBe(1)
  expect(out).toContain("one.txt: not read")
  expect(err).toContain("The register knows a Dorothea Vansittart who belonged elsewhere")
  expect(err).toContain("Dorothea Vansittart (one.txt): is it Dorothea Vansittart, Tide Register?")
  const held = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
  expect(held.map(({ number }) => number)).toEqual([27])
})

test("files of several parts are in view together before any is saved", async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const saver = await ReportSaver.open({ group: group.slug, by: chair.email }, () => false)
  const given = (name: string, text: string) => [{ name, bytes: new TextEncoder().encode(text) }]
  await saver.bring(given("a.txt", report("7 October 2021", 26, 22, "Otto Brandvold")))
  await saver.bring(given("b.txt", report("3 March 2022", 26, 26, "Otto Brandvold")))
  const became = []
  for await (const each of saver.save()) became.push(Object.keys(each))
  expect(became).toEqual([["meeting"], ["meeting"]])
  const held = await app.select().from(meetings).where(eq(meetings.groupId, group.id))
  expect(held.map(({ number }) => number).sort()).toEqual([22, 26])
})

test("a member's account and an unknown one are refused, and nothing is saved", async () => {
  const group = await makeGroup(owner)
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  const into = (mail: string) => ["--group", group.slug, "--by", mail, sample("wrapped.txt")]
  const forbidden = await runImport(...into(member.email))
  expect(forbidden).toMatchObject({ status: 1, out: "" })
  expect(forbidden.err).toContain("may not bring reports into the group")
  const unknown = await runImport(...into("nobody@example.org"))
  expect(unknown.err).toContain("no such account")
  expect(await app.select().from(meetings).where(eq(meetings.groupId, group.id))).toEqual([])
})
