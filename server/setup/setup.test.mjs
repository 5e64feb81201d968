import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { buildIfStale, targetOf } from "./build.mjs"
import { isInstalled } from "./install.mjs"
import { programsIn } from "./programs.mjs"

let root = ""

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "rapporteur-setup-"))
  vi.stubEnv("NEXT_DIST_DIR", "")
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** @param {string} name @param {string | object} content */
function write(name, content) {
  mkdirSync(path.join(root, path.dirname(name)), { recursive: true })
  writeFileSync(
    path.join(root, name),
    typeof content === "string" ? content : JSON.stringify(content),
  )
}

describe("packages", () => {
  const wanted = {
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/for-another-system": { version: "2.0.0", optional: true },
  }
  beforeEach(() => write("package-lock.json", { packages: wanted }))

  test("nothing installed, or an installation that was cut short, is missing", () => {
    expect(isInstalled(root)).toBe(false)
    write("node_modules/a/package.json", { version: "1.0.0" })
    expect(isInstalled(root)).toBe(false)
  })

  test("the same versions are enough; what is optional may be away", () => {
    write("node_modules/.package-lock.json", {
      packages: { "node_modules/a": { version: "1.0.0" } },
    })
    expect(isInstalled(root)).toBe(true)
  })

  test("another version is not enough", () => {
    write("node_modules/.package-lock.json", {
      packages: { "node_modules/a": { version: "1.0.1" } },
    })
    expect(isInstalled(root)).toBe(false)
  })

  test("a damaged list is said to be damaged", () => {
    write("package-lock.json", "{")
    expect(() => isInstalled(root)).toThrow("package-lock.json is missing or damaged")
  })
})

describe("build", () => {
  beforeEach(() => {
    // Stands in for Next: counts how often it was asked, and fails where it finds a file `broken`.
    write(
      "node_modules/next/dist/bin/next",
      `const fs = require("node:fs")
      if (fs.existsSync("app/broken")) process.exit(3)
      fs.mkdirSync(".next", { recursive: true })
      fs.appendFileSync(".next/BUILD_ID", "x")`,
    )
    write("node_modules/next/package.json", { type: "commonjs" })
    write("app/page.tsx", "one")
    write("lib/imports/reader-process.ts", `process.stdout.write("first" as string)`)
    vi.spyOn(process.stdout, "write").mockReturnValue(true)
  })
  const builds = () => readFileSync(path.join(root, ".next/BUILD_ID"), "utf8").length

  test("happens once for the same sources, and again for each change", async () => {
    await buildIfStale(root)
    await buildIfStale(root)
    expect(builds()).toBe(1)
    write("app/page.tsx", "two")
    await buildIfStale(root)
    expect(builds()).toBe(2)
    write("messages/en.json", {})
    await buildIfStale(root)
    expect(builds()).toBe(3)
  })

  test("makes one file of each program, and another one of its changed source", async () => {
    const [file = ""] = programsIn(root, targetOf(root)).values()
    const says = () => execFileSync(process.execPath, [file], { encoding: "utf8" })
    await buildIfStale(root)
    expect(says()).toBe("first")
    write("lib/imports/reader-process.ts", `import { say } from "@/lib/say"\nsay("second")`)
    write("lib/say.ts", "export const say = (what: string) => process.stdout.write(what)")
    write("tsconfig.json", { compilerOptions: { paths: { "@/*": ["./*"] } } })
    await buildIfStale(root)
    expect(says()).toBe("second")
  })

  test("does not happen for tests, migrations and the server", async () => {
    await buildIfStale(root)
    write("app/page.test.tsx", "test")
    write("db/migrations/0000_first.sql", "select 1")
    write("server/main.ts", "changed")
    await buildIfStale(root)
    expect(builds()).toBe(1)
  })

  test("one that failed is said to have failed, and is tried again", async () => {
    await buildIfStale(root)
    write("app/broken", "")
    await expect(buildIfStale(root)).rejects.toThrow("Building the pages failed (3)")
    rmSync(path.join(root, "app/broken"))
    await buildIfStale(root)
    expect(builds()).toBe(2)
  })
})
