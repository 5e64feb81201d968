import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { getMeetingForReport } from "@/lib/meetings/for-report"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { database, transaction } from "@/lib/platform/database"
import { bare } from "@/lib/report-files/arbitrary-report"
import { writeFile } from "@/lib/report-files/write-file"
import { composeReport } from "@/lib/reports/compose"
import { exampleReport } from "@/lib/reports/example"
import { getFile } from "../queries"
import { listResults } from "../results"
import { saveImport } from "../save"

const { owner } = await testDatabase()
const group = await makeGroup(owner, { name: "Working Group on Harbours" })
const chair = await makeActor(owner, { name: "Tomas Okwuosa", roles: { [group.id]: "co-chair" } })

/** Publishes nothing: composes what would be published of a saved meeting. */
async function recordOf(meetingId: string, published: ReturnType<typeof exampleReport>) {
  const meeting = await getMeetingForReport(database(), meetingId)
  const minutes = await transaction((tx) => lockMinutesIfAny(tx, meetingId))
  if (!minutes) throw new Error("No minutes were begun")
  return composeReport(meeting, minutes.text, {
    version: published.version,
    publishedAt: new Date(published.publishedAt),
    language: published.language,
  })
}

test.each(["json", "md", "docx"] as const)(
  "a published report that is brought in from its %s and saved would be published as the same",
  async (format) => {
    const number = { json: 33, md: 34, docx: 35 }[format]
    const example = exampleReport()
    const report = exampleReport({
      provenance: "archive",
      group: { slug: group.slug, shortName: group.shortName, name: group.name },
      meeting: { ...example.meeting, number, title: "Plan for 2022" },
      hosts: [{ name: "Ravi Esterling", capacity: "Host of the day" }],
      noteTaker: { name: "Ilse Brandvold", capacity: "Secretariat" },
    })
    const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }
    const bytes = await writeFile({ report, published, download: null }, format)
    const file = new File([new Uint8Array(bytes)], `report.${format}`)
    const batchId = await bringInNow(chair, group.id, [file])
    const [line] = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
    expect(line).toMatchObject({ kind: "report", state: "read", refusal: null })
    const read = await getFile(chair, group.slug, batchId, line?.id ?? "")
    if (!read) throw new Error("The file was not read")
    const { meetingId } = await saveImport(chair, { fileId: read.id, revision: read.revision })
    expect(bare(await recordOf(meetingId, report))).toEqual(bare(report))
  },
)
