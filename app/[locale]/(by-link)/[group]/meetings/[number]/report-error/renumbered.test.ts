import { eq } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeReport } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import ReportErrorPage from "./page"

const { owner } = await testDatabase()
vi.mock("./error-form", () => ({ ErrorForm: () => null }))
vi.mock("@/lib/platform/i18n", () => ({ getLocale: () => "en", getTranslations: () => String }))

test("the form of a report that bears another number now keeps version and paragraph", async () => {
  const { meetingId, groupId, chair } = await arrangeScene(owner)
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  const slug = group?.slug ?? ""
  await owner.update(meetings).set({ number: 41 }).where(eq(meetings.id, meetingId))
  await owner.insert(meetingFormerNumbers).values({ groupId, number: 33, meetingId })
  await arrangeReport(owner, { id: meetingId, groupId, number: 41 }, chair.personId)
  const leadsTo = async (asked: Record<string, string>) => {
    const params = Promise.resolve({ group: slug, number: "33" })
    const page = ReportErrorPage({ params, searchParams: Promise.resolve(asked) })
    const thrown = await page.catch((error: { digest?: string }) => error.digest)
    return String(thrown).split(";")[2]
  }
  const form = `/${slug}/meetings/41/report-error`
  expect(await leadsTo({ version: "1", at: "i1p1" })).toBe(`${form}?version=1&at=i1p1`)
  expect(await leadsTo({})).toBe(form)
})
