import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { beginCorrection } from "@/lib/corrections/begin"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { savePlainInput } from "@/lib/minutes/input"
import { LIMITS } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { verifyRecord } from "@/lib/record/verify/verify"
import { longReport, wordsOf } from "@/lib/report-files/faults"
import { madeFormats } from "@/lib/report-files/formats"
import { makeFile, makeFiles } from "@/lib/report-files/make"
import { findPublishedReport } from "./public-queries"
import { publishMinutes } from "./publish"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const paragraphs = longReport(100_000).sections.flatMap(({ content }) =>
  content.map((block) =>
    block.type === "paragraph"
      ? block.content.map((node) => (node.type === "text" ? node.text : "")).join("")
      : "",
  ),
)

test("a report of 100,000 words is saved, published, read, made into files, verified and corrected", async () => {
  const words = paragraphs.join(" ").split(" ").length
  expect(words).toBe(100_000)
  const { meetingId, groupId, first, second, chair } = await arrangeScene(owner)
  await arrangeMinutes(owner, meetingId, { opening: "", [first]: "", [second]: "" })
  // All in one section: the longest that a form can send.
  const form = { meetingId, base: 1, locale: "en", sections: { [first]: paragraphs.join("\n\n") } }
  const { revision } = await savePlainMinutes(chair, savePlainInput.parse(form))
  const publish = async (shown: number, version: number) => {
    const current = await getCurrentText(app, meetingId)
    if (!current) throw new Error("No minutes")
    const findings = await findFindings(app, { groupId, meetingId, text: current.text })
    const overrides = findings
      .filter(({ severity }) => severity === "error")
      .map(({ key }) => ({ key, reason: "It is long on purpose." }))
    await publishMinutes(chair, {
      ...{ meetingId, revision: shown, language: "en", overrides },
      ...(version > 1 && { version }),
    })
  }
  await publish(revision, 1)

  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  const [row] = await app.select().from(reports).where(eq(reports.meetingId, meetingId))
  if (!group || !row) throw new Error("Not published")
  const found = await findPublishedReport(group.slug, row.number, 1)
  expect(found && wordsOf(found.report).slice(-20)).toContain("n1999")
  expect(found && wordsOf(found.report).length).toBeGreaterThanOrEqual(100_000)

  await makeFiles(row.id)
  for (const format of madeFormats)
    expect((await makeFile(row.id, format))?.file.length, format).toBeGreaterThan(10_000)
  expect((await verifyRecord()).differences).toEqual([])

  await beginCorrection(chair, { meetingId, version: 1, reason: "The last word was wrong." })
  const corrected = paragraphs.with(-1, "The last words were these.").join("\n\n")
  const saved = await savePlainMinutes(
    chair,
    savePlainInput.parse({ ...form, base: revision, sections: { [first]: corrected } }),
  )
  await publish(saved.revision, 2)
  const again = await findPublishedReport(group.slug, row.number, 2)
  expect(again && wordsOf(again.report).slice(-20).join(" ")).toContain("last words were these")
  expect((await verifyRecord()).differences).toEqual([])
}, 300_000)

test("what fits a text leaves room for words longer than usual", () => {
  expect(paragraphs.join("\n\n").length * 1.25).toBeLessThan(LIMITS.characters)
})
