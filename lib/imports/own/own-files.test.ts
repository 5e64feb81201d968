import fc from "fast-check"
import { unzipSync, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { describeFinding } from "@/lib/check/describe"
import { localFields } from "@/lib/meetings/zones"
import { arbitraryReport, bare } from "@/lib/report-files/arbitrary-report"
import { writeFile } from "@/lib/report-files/write-file"
import { composeReport } from "@/lib/reports/compose"
import { composeWithdrawal } from "@/lib/reports/compose-withdrawal"
import { exampleReport } from "@/lib/reports/example"
import type { ReportContent } from "@/lib/reports/model"
import { describeRefusal } from "../describe-refusal"
import type { ImportDraft } from "../draft"
import { importDraft } from "../draft"
import { readBytes } from "../read-file"
import { prepare } from "../reading-row"
import type { ImportRefusal, StoredReading } from "../stored"

const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }
const formats = ["json", "md", "docx"] as const

async function broughtIn(bytes: Uint8Array, name: string): Promise<ImportDraft> {
  const reading = await readBytes(bytes, name)
  const [made] = await prepare([reading], "Working Group on Harbours")
  return importDraft.parse(made?.became.corrected)
}

/** What would be published of a draft, if it were saved as it stands. */
function publishedAgain(draft: ImportDraft, like: ReportContent): ReportContent {
  const capable = (name: string) => ({ name, capacity: draft.capacities[name] ?? "" })
  const depths: ReturnType<typeof node>[] = []
  const agenda: ReturnType<typeof node>[] = []
  function node(row: ImportDraft["agenda"][number]) {
    return { ...row, label: row.printed, children: [] as unknown[] }
  }
  for (const row of draft.agenda) {
    const made = node(row)
    depths.length = row.depth
    const above = depths.at(-1)
    if (above) above.children.push(made)
    else agenda.push(made)
    depths.push(made)
  }
  const attendance = (["present", "regrets", "written"] as const).flatMap((kind) =>
    draft[kind].map(({ name, capacity }) => ({ name, capacity, kind })),
  )
  const asListed = (name: string) => {
    const attended = attendance.find((each) => each.name === name)
    return { name, capacity: attended?.capacity ?? "" }
  }
  return composeReport(
    {
      id: "m",
      group: like.group,
      number: draft.number,
      printedNumbers: draft.printed,
      title: draft.title,
      startsAt: draft.startsAt ? new Date(draft.startsAt) : null,
      zone: draft.zone,
      minutes: draft.minutes,
      place: draft.place,
      participantList: draft.list,
      fromArchive: like.provenance === "archive",
      beside: "1.1.1",
      nextMeetingText: draft.nextMeeting,
      cancelledAt: null,
      noteTaker: draft.noteTaker === null ? null : asListed(draft.noteTaker),
      offices: (["chair", "host", "moderator"] as const).flatMap((kind) =>
        draft[`${kind}s`].map((name) => ({ kind, ...capable(name) })),
      ),
      agenda: agenda as never,
      attendance,
    },
    draft.text,
    {
      version: like.version,
      publishedAt: new Date(like.publishedAt),
      language: like.language,
    },
  )
}

describe("a version that is brought in from its own file", () => {
  test.each(formats)("is published as the same again: %s", async (format) => {
    const report = exampleReport()
    const file = await writeFile({ report, published, download: null }, format)
    const draft = await broughtIn(file, `anything.${format}`)
    expect(bare(publishedAgain(draft, report))).toEqual(bare(report))
  })

  test("whatever people wrote in it", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, fc.constantFrom(...formats), async (report, format) => {
        const file = await writeFile({ report, published, download: null }, format)
        const draft = await broughtIn(file, `report.${format}`)
        // What is brought in is a draft of its own, which corrects no version.
        const drafted = { ...report, correction: null }
        expect(bare(publishedAgain(draft, report))).toEqual(bare(drafted))
      }),
      { numRuns: 30 },
    )
  })

  test("with a name that does not fit says so, and which", async () => {
    const report = exampleReport()
    const name = `Ilse ${"N".repeat(300)}`
    const chairs = [{ name, capacity: "" }]
    const reading = await readBytes(
      Buffer.from(JSON.stringify({ ...report, chairs })),
      "report.json",
    )
    const [made] = await prepare([reading], "Working Group on Harbours")
    const { findings } = (made?.became.read ?? { findings: [] }) as StoredReading
    expect(findings).toMatchObject([{ rule: "cut-short", severity: "warning" }])
    for (const [locale, word] of [
      ["en", "300 characters"],
      ["fr", "300 caractères"],
    ] as const) {
      const said = findings[0] && describeFinding(findings[0], locale)
      expect(said).toContain(word)
      expect(said).toContain("Ilse NNN")
    }
    expect(importDraft.parse(made?.became.corrected).chairs).toEqual([name.slice(0, 300)])
    const sound = await prepare(
      [await readBytes(Buffer.from(JSON.stringify(report)), "report.json")],
      "Working Group on Harbours",
    )
    expect(sound[0]?.became.read).toMatchObject({ findings: [] })
  })

  test.each(formats)(
    "is refused, and says why, where it withdraws the report: %s",
    async (format) => {
      const report = composeWithdrawal(exampleReport(), {
        ...{ at: new Date("2022-03-12T10:00:00Z"), reason: "The group had not agreed." },
        by: { name: "Hyejin Abara", capacity: "Co-chair" },
      })
      const file = await writeFile({ report, published, download: null }, format)
      const reading = await readBytes(file, `report.${format}`)
      const [made] = await prepare([reading], "Working Group on Harbours")
      expect(made).toMatchObject({ print: null, became: { state: "refused" } })
      const { refusal } = made?.became ?? {}
      expect(refusal).toEqual({ code: "withdrawal", number: 33, version: 2 })
      for (const [locale, words] of [
        ["en", "version 2 of the report of meeting 33"],
        ["fr", "la version 2 du compte rendu de la réunion 33"],
      ] as const)
        expect(describeRefusal(refusal as ImportRefusal, locale)).toContain(words)
    },
  )

  test("says what somebody wrote into the DOCX since, and not what was published", async () => {
    const report = exampleReport()
    const file = await writeFile({ report, published, download: null }, "docx")
    const parts = unzipSync(file)
    const main = new TextDecoder().decode(parts["word/document.xml"])
    const changed = main.replace("Proposals were due that day.", "Proposals were due a day later.")
    parts["word/document.xml"] = new TextEncoder().encode(changed)
    const reading = await readBytes(zipSync(parts), "report.docx")
    expect(reading).not.toHaveProperty("record")
    expect("source" in reading && reading.source).toContain("Proposals were due a day later.")
  })
})

test("a zone that there is not becomes UTC: no page could tell its time", async () => {
  const report = exampleReport()
  for (const zone of ["No/Where", "Europe/Vienna"]) {
    const record = { ...report, meeting: { ...report.meeting, zone } }
    const draft = await broughtIn(Buffer.from(JSON.stringify(record)), "report.json")
    expect(draft.zone).toBe(zone === "No/Where" ? "UTC" : zone)
    expect(draft.startsAt).toBe(report.meeting.startsAt)
    expect(localFields(new Date(draft.startsAt ?? ""), draft.zone)).toBeTruthy()
  }
})
