import { readFileSync } from "node:fs"
import path from "node:path"
import { addresses } from "@/lib/policy/addresses"
import { forms } from "@/lib/policy/forms"
import { expect, test } from "./support/test"

const build = path.resolve(process.env.NEXT_DIST_DIR ?? ".next", "server")
const manifest = (name: string) => JSON.parse(readFileSync(path.join(build, name), "utf8"))

/** Addresses as the build knows them, without Next's own and without the folders that only group. */
function builtAddresses(): string[] {
  return Object.keys(manifest("app-paths-manifest.json"))
    .filter((key) => !key.startsWith("/_"))
    .map((key) => key.replace(/\/(page|route)$/, "").replace(/\/\([^)]+\)/g, "") || "/")
}

test("every page and route handler of the build has a row in the policy, and no row is left over", () => {
  expect(builtAddresses().sort()).toEqual(Object.keys(addresses).sort())
})

test("every server action of the build has a row in the policy, and no row is left over", () => {
  const { node } = manifest("server-reference-manifest.json") as {
    node: Record<string, { exportedName: string }>
  }
  const names = Object.values(node).map(({ exportedName }) => exportedName)
  expect([...new Set(names)].sort()).toEqual(Object.keys(forms).sort())
})
