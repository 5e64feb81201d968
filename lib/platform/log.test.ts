import { sql } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { scrub, withoutSecrets } from "./log"

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

test("a query that fails says nothing of what was to be written", async () => {
  const { app } = await testDatabase()
  const error = await app
    .execute(sql`insert into nowhere (words) values (${"zebra\ncrossing"})`)
    .catch((caught: unknown) => caught)
  const logged = JSON.stringify(scrub({ error }))
  expect(logged).toContain("insert into nowhere")
  expect(logged).toContain("does not exist")
  expect(logged).toContain("log.test.ts")
  expect(logged).not.toMatch(/zebra|crossing/)
})
