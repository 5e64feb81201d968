import { expect, test, vi } from "vitest"
import ReportErrorPage from "./page"

vi.mock("./error-form", () => ({ ErrorForm: () => null }))
vi.mock("@/lib/platform/i18n", () => ({ getLocale: () => "en", getTranslations: () => String }))
// What stands where is tested in lib/reports/versions.test.ts: here number 33 has become 41.
vi.mock("@/lib/reports/public-queries", () => ({ findPublishedReport: () => null }))
vi.mock("@/lib/meetings/public-queries", () => ({ findRenumbered: () => 41 }))

test("the form of a report that bears another number now keeps version and paragraph", async () => {
  const leadsTo = async (asked: Record<string, string>) => {
    const params = Promise.resolve({ group: "wg-harbour", number: "33" })
    const page = ReportErrorPage({ params, searchParams: Promise.resolve(asked) })
    const thrown = await page.catch((error: { digest?: string }) => error.digest)
    return String(thrown).split(";")[2]
  }
  const form = "/wg-harbour/meetings/41/report-error"
  expect(await leadsTo({ version: "1", at: "i1p1" })).toBe(`${form}?version=1&at=i1p1`)
  expect(await leadsTo({})).toBe(form)
})
