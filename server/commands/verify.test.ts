import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { emptyDatabase, testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { type Ran, runCommand } from "@/e2e/support/run-command"
import { publishMinutes } from "@/lib/reports/publish"

// Each call starts a Node of its own, several seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const { owner } = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), "verify-"))
afterAll(() => rm(folder, { recursive: true }))

const started = new Set<string>()

/**
 * Runs a command on the test's database, or another one, as an operator would on theirs: the first time by its
 * script, from its sources.
 */
function run(command: string, args: string[] = [], env: Record<string, string> = {}): Promise<Ran> {
  const asOperator = !started.has(command)
  started.add(command)
  return runCommand(command, args, { env: { ...process.env, ...env }, asOperator })
}

test("verify is green, and red after one byte was changed by hand; a backup tells the same", async () => {
  const { meetingId, chair } = await arrangeScene(owner)
  await arrangeMinutes(owner, meetingId, { opening: "Ilva Morandini opened." })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })

  const green = await run("verify")
  expect(green).toMatchObject({ status: 0, err: "" })
  const head = /[0-9a-f]{64}/.exec(green.out)?.[0] ?? ""
  expect(await run("verify", [head])).toMatchObject({ status: 0 })
  expect(await run("verify", ["f".repeat(64)])).toMatchObject({ status: 1 })
  expect(await run("verify", ["nonsense"])).toMatchObject({ status: 2 })
  expect(green.out).toContain("--files makes them again")
  const whole = await run("verify", ["--files", head])
  expect(whole).toMatchObject({ status: 0, err: "" })
  expect(whole.out).toContain("Every file of a report was made again")

  const file = path.join(folder, "sound.tar.gz")
  expect(await run("backup", [file])).toMatchObject({ status: 0, err: "" })
  expect(await run("backup", [file])).toMatchObject({ status: 1 })

  await owner.execute(sql`alter table reports disable trigger user`)
  await owner.execute(
    sql`update reports set content = replace(content::text, 'opened', 'openef')::jsonb`,
  )
  await owner.execute(sql`alter table reports enable trigger user`)
  const red = await run("verify")
  expect(red.status).toBe(1)
  expect(red.err).toMatch(/meetings\/33\/v1 .*its content is not what was published/)

  const { ownerUrl, appUrl } = await emptyDatabase()
  const there = { DATABASE_URL: appUrl, DATABASE_MIGRATION_URL: ownerUrl }
  const restored = await run("restore", [file], there)
  expect(restored).toMatchObject({ status: 0, err: "" })
  expect(restored.out).toContain(head)
  const again = await run("restore", [file], there)
  expect(again.status).toBe(1)
  expect(again.err).toContain("not empty")
  expect(await run("restore", [], there)).toMatchObject({ status: 2 })
})

test("verify is red when guards or rights were changed, and does not put them back in silence", async () => {
  await owner.execute(sql`drop trigger editions_written_once on editions`)
  await owner.execute(sql`grant update on reports to public`)
  for (let time = 0; time < 2; time++) {
    const red = await run("verify")
    expect(red.status).toBe(1)
    expect(red.err).toContain("table editions: its guard editions_written_once is gone")
    expect(red.err).toContain("table reports: everybody was given the right to update")
  }
})

test("verify says what to do with a database that this version never started on", async () => {
  const { ownerUrl, appUrl } = await emptyDatabase()
  const there = { DATABASE_URL: appUrl, DATABASE_MIGRATION_URL: ownerUrl }
  const refused = await run("verify", [], there)
  expect(refused.status).toBe(1)
  expect(refused.err).toContain("Start this version once, then verify again.")
})
