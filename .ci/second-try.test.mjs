import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { conclude } from "./conclude.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const journeys = `
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { test as base, expect } from "@playwright/test"
const test = base.extend({
  portal: [async ({}, use) => use(process.pid), { scope: "worker" }],
})
test("stands", () => {})
test("falls once, and gets a portal of its own again", ({ portal }) => {
  const first = existsSync("portal") ? readFileSync("portal", "utf8") : ""
  writeFileSync("portal", String(portal))
  expect(first).not.toBe("")
  expect(first).not.toBe(String(portal))
})
test("falls always", () => expect(1).toBe(2))`
const config = `
import config from ${JSON.stringify(path.join(root, "playwright.config.ts"))}
const reporter = ${JSON.stringify(path.join(root, ".ci", "playwright-reporter.mjs"))}
export default { ...config, testDir: ".", testMatch: "journeys.ts", reporter: [[reporter]] }`

let place = ""
/** @type {import("./conclude.mjs").Part} */
let part

beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), "rapporteur-second-try-"))
  symlinkSync(path.join(root, "node_modules"), path.join(place, "node_modules"))
  writeFileSync(path.join(place, "journeys.ts"), journeys)
  writeFileSync(path.join(place, "playwright.config.ts"), config)
  const file = path.join(place, "result.json")
  const cli = path.join(root, "node_modules", "playwright", "cli.js")
  spawnSync(process.execPath, [cli, "test"], {
    cwd: place,
    env: { ...process.env, TEST_RESULT_FILE: file },
    timeout: 60_000,
  })
  part = JSON.parse(readFileSync(file, "utf8"))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test("a journey that fails once passes, and is named with what it failed of", () => {
  expect(part.passed).toBe(2)
  expect(part.secondTries).toEqual([
    expect.stringMatching(/journeys\.ts: falls once, and .* \(Error: expect\(.*\)$/),
  ])
})

test("a journey that fails twice fails", () => {
  expect(part.failures).toEqual([expect.stringContaining("journeys.ts: falls always")])
})

test("the summary says loudly which journeys passed at the second try, and still passes", () => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true)
  const before = process.exitCode
  conclude([{ passed: 1, failed: 0, skipped: [], failures: [] }])
  const quiet = said.mock.calls.join("")
  said.mockClear()
  conclude([
    { passed: 9, failed: 0, skipped: [], failures: [] },
    { passed: 3, failed: 0, skipped: [], failures: [], secondTries: ["e2e/one.ts: it (Error)"] },
  ])
  const loud = said.mock.calls.join("")
  const code = process.exitCode
  process.exitCode = before
  said.mockRestore()
  expect(quiet).not.toContain("second try")
  expect(loud).toContain("\nPassed at the second try: e2e/one.ts: it (Error)\n")
  expect(loud).toContain("12 passed, 0 failed\n")
  expect(code).toBe(0)
})
