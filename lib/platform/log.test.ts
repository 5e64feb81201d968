import fc from "fast-check"
import { expect, test } from "vitest"
import { withoutSecrets } from "./log"

test("mail addresses and tokens of links do not stand in a log", () => {
  const line = withoutSecrets(
    "to <ada@example.org>: http://localhost/sign-in/confirm?email=ada%40example.org&token=s3cr3t-t0ken",
  )
  expect(line).not.toContain("ada@example.org")
  expect(line).not.toContain("s3cr3t-t0ken")
})

test("whatever stands around it, an address is removed", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(withoutSecrets(`${before} ada@example.org ${after}`)).not.toContain("ada@example.org")
    }),
  )
})
