// `npm test`: everything, with its own set-up. `unit` or `e2e` runs that part alone, and hands the
// arguments behind it on: node .ci/test.mjs unit lib/minutes
import { chmodSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { buildIfStale } from "../server/setup/build.mjs"
import { followNpm } from "../server/setup/follow-npm.mjs"
import { installIfStale } from "../server/setup/install.mjs"
import { SetupError } from "../server/setup/step.mjs"
import { Interrupted, root, runNode } from "./child.mjs"
import { findChromium } from "./chromium.mjs"
import { clearAway } from "./clear-away.mjs"
import { conclude } from "./conclude.mjs"

const [part = "all", ...rest] = process.argv.slice(2)
// Everything temporary of this run lives here, and goes with it. Databases run as another user.
const place = mkdtempSync(path.join(tmpdir(), "rapporteur-run-"))
chmodSync(place, 0o755)

followNpm()
try {
  await installIfStale(root)
  if (part === "all") conclude(await all())
  else if (part === "unit") conclude([await unit(rest)])
  else if (part === "e2e") conclude([await build(), await journeys(rest)])
  else throw new SetupError("Say nothing, unit or e2e: node .ci/test.mjs unit")
} catch (error) {
  if (error instanceof Interrupted) process.exitCode = 130
  else {
    process.stdout.write(`${error instanceof SetupError ? error.message : error?.stack}\n`)
    conclude([{ passed: 0, failed: 1, skipped: [], failures: ["set-up"] }])
  }
} finally {
  await clearAway(place)
}

async function all() {
  // Loaded only now: it needs packages that a fresh clone does not have yet.
  const { check } = await import("./check.mjs")
  const parts = []
  for (const step of [check, unit, build, journeys]) parts.push(await step())
  return parts
}

/** @param {string[]} [args] */
function unit(args = []) {
  const reporter = path.join(root, ".ci", "vitest-reporter.mjs")
  return counted("unit and integration tests", [
    path.join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    `--reporter=${reporter}`,
    ...args,
  ])
}

async function build() {
  heading("production build")
  try {
    await buildIfStale(root)
    return { passed: 1, failed: 0, skipped: [], failures: [] }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stdout.write(`${error.message}\n`)
    return { passed: 0, failed: 1, skipped: [], failures: ["production build"] }
  }
}

/** @param {string[]} [args] */
async function journeys(args = []) {
  const chromium = await findChromium()
  return counted(
    "journeys",
    [path.join(root, "node_modules", "playwright", "cli.js"), "test", ...args],
    { CHROMIUM_PATH: chromium },
    60,
  )
}

/**
 * Runs a test runner whose reporter writes what it counted into a file of its own.
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {number} [minutes] after which it is ended
 * @returns {Promise<import("./conclude.mjs").Part>}
 */
async function counted(name, args, env = {}, minutes = 45) {
  heading(name)
  const file = path.join(place, `${name.replaceAll(" ", "-")}.json`)
  const status = await runNode(args, {
    env: { ...env, TEST_RESULT_FILE: file, TMPDIR: place },
    minutes,
  })
  const part = read(file)
  if (!part) {
    return { passed: 0, failed: 1, skipped: [], failures: [`${name}: ended early (${status})`] }
  }
  if (status !== 0 && part.failed === 0) {
    part.failed = 1
    part.failures.push(`${name}: ended with status ${status}`)
  }
  return part
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return null
  }
}

/** @param {string} text */
function heading(text) {
  process.stdout.write(`\n── ${text}\n`)
}
