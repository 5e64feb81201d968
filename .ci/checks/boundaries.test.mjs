import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { root as project } from "../child.mjs"

const cruise = path.join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs")
const config = path.join(project, ".dependency-cruiser.cjs")
let root = ""

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "rapporteur-boundaries-"))
  mkdirSync(path.join(root, ".ci"))
  cpSync(path.join(project, ".ci/alias.cjs"), path.join(root, ".ci/alias.cjs"))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/**
 * Writes the files and lists the rules they break, each once.
 * @param {Record<string, string>} files
 */
function broken(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  const folders = [...new Set(Object.keys(files).map((name) => name.split("/")[0] ?? ""))]
  const args = [cruise, "--config", config, "--output-type", "json", ...folders]
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" })
  const found = JSON.parse(stdout).summary.violations.map((violation) => violation.rule.name)
  return [...new Set(found)].sort()
}

const database = { "db/client.ts": "export const sql = 1\n" }
const session = { "lib/platform/session.ts": "export const actor = 1\n" }

test("the right way down breaks nothing, JSX and type arguments included", () => {
  expect(
    broken({
      ...database,
      "lib/reports/public-queries.ts": 'import { sql } from "@/db/client"\nexport const q = sql\n',
      "app/[locale]/(public)/page.tsx":
        'import { q } from "@/lib/reports/public-queries"\nexport default () => <Box<string> of={q} />\n',
    }),
  ).toEqual([])
})

test("a page that asks the database, and a database that asks lib, are found", () => {
  expect(
    broken({
      "db/client.ts": 'import { a } from "@/lib/a/model"\n',
      "lib/a/model.ts": "export const a = 1\n",
      "app/page.tsx": 'import { sql } from "@/db/client"\nexport default () => <p>{sql}</p>\n',
    }),
  ).toEqual(["app-not-db", "db-not-above"])
})

test("a public page that could learn who reads is found, also behind a detour", () => {
  expect(
    broken({
      ...session,
      "app/ui/bar.tsx":
        'import { actor } from "@/lib/platform/session"\nexport const bar = actor\n',
      "app/[locale]/(public)/page.tsx":
        'import { bar } from "@/app/ui/bar"\nexport default () => <p>{bar}</p>\n',
    }),
  ).toEqual(["public-side-never-asks-who"])
})

test("a step of a noun above, a circle, and a noun below the platform are found", () => {
  expect(
    broken({
      "lib/reports/steps.ts": "export const a = 1\n",
      "lib/meetings/schedule.ts": 'import { a } from "@/lib/reports/steps"\nexport const b = a\n',
      "lib/people/one.ts": 'import { two } from "./two"\nexport const one = two\n',
      "lib/people/two.ts": 'import { one } from "./one"\nexport const two = one\n',
      "lib/people/status.ts": "export const status = 1\n",
      "lib/platform/mail.ts":
        'import { status } from "@/lib/people/status"\nexport const s = status\n',
    }),
  ).toEqual(["meetings-is-below", "no-circles", "platform-is-lowest"])
})
