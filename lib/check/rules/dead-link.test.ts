import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { answersOf } from "@/lib/links/queries"
import { env } from "@/lib/platform/env"
import { describeFinding } from "../describe"
import { deadLink } from "./dead-link"

const { app } = await testDatabase()

test("a link to the desk leads nowhere for the world, and the check says why", async () => {
  const href = `${env().origin}/desk/wg-tides/documents/plan`
  const links = [{ text: "the plan", href, at: { line: 1, from: 0, to: 8 } }]
  const [found, ...rest] = deadLink({ links }, { links: await answersOf(app, [href]) })
  expect(rest).toEqual([])
  if (!found) throw new Error("The link was not found")
  expect(describeFinding(found, "en")).toBe(
    `The link “the plan” leads to the desk, where only members read; published, it is words alone: ${href}`,
  )
})
