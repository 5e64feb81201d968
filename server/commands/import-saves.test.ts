import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { eq } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importBatches } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"

// Each test starts a Node of its own, several seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const { app, owner } = await testDatabase()
const root = fileURLToPath(new URL("../../", import.meta.url))
const sample = (name: string) => path.join(root, "lib/imports/read/samples", name)

/** Runs the command on the test's database, as an operator would on theirs. */
function runImport(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const command = [path.join(root, "node_modules/tsx/dist/cli.mjs"), "server/commands/import.ts"]
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: root }, (error, out, err) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, out, err })
    })
  })
}

test("saves drafts in the name of a co-chair; a text that is here already is refused", async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const files = [sample("virtual-call.txt"), sample("wrapped.txt"), sample("virtual-call.txt")]
  const into = ["--group", group.slug, "--by", chair.email.toUpperCase()]
  const { status, out, err } = await runImport(...into, "--json", ...files)
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
