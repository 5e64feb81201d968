import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeRecord } from "@/e2e/support/arrange-record"
import { GET as ledger } from "../../record/ledger.json/route"
import { newestFile } from "./newest-file"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let group = ""
beforeAll(async () => {
  group = (await arrangeRecord(owner)).group.slug
})
const request = new Request("https://portal.example.org/")

test("where the newest file is, nobody keeps: a version that follows is seen at once", async () => {
  const params = Promise.resolve({ locale: "en", group, number: "33" })
  const { status, headers } = await newestFile("pdf")(request, { params })
  expect([status, headers.get("location")]).toEqual([307, `/${group}/meetings/33/v2/report.pdf`])
  expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate")
})

test("the ledger is asked for again every time, as the page that shows its head", async () => {
  const { headers } = await ledger(request, { params: Promise.resolve({ group }) })
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8")
  expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate")
})
