import { addresses } from "@/lib/policy/addresses"
import { forms } from "@/lib/policy/forms"
import { patternOf } from "./support/addresses"
import { manifest, serverActions } from "./support/server-actions"
import { expect, test } from "./support/test"

/** Addresses as the build knows them, without Next's own and without the folders that only group. */
function builtAddresses(): string[] {
  return Object.keys(manifest("app-paths-manifest.json"))
    .filter((key) => !key.startsWith("/_"))
    .map(patternOf)
}

test("every page and route handler of the build has a row in the policy, and no row is left over", () => {
  expect(builtAddresses().sort()).toEqual(Object.keys(addresses).sort())
})

test("every server action of the build has a row in the policy, and no row is left over", () => {
  expect([...serverActions().keys()].sort()).toEqual(Object.keys(forms).sort())
})
