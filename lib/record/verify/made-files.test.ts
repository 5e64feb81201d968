import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { makeFiles } from "@/lib/report-files/make"
import { writeFile } from "@/lib/report-files/write-file"
import { publishMinutes } from "@/lib/reports/publish"
import { openVersion } from "../open-content"
import { verifyIn, verifyRecord } from "./verify"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

beforeAll(async () => {
  const { meetingId, first, second, chair } = await arrangeScene(owner)
  await arrangeMinutes(owner, meetingId, {
    opening: "",
    [first]: "Ilva Morandini spoke.",
    [second]: "",
  })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
  const [report] = await owner.execute<{ id: string }>(sql`select id from reports`)
  await makeFiles(report?.id ?? "")
})

/** What verifying tells of all files after one was exchanged, and its hash with it. */
async function toldOfFile(format: string, file: Uint8Array): Promise<string[]> {
  const undo = new Error("undo")
  let told: string[] = []
  await owner
    .transaction(async (tx) => {
      const sha256 = createHash("sha256").update(file).digest("hex")
      await tx.update(reportFiles).set({ file, sha256 }).where(eq(reportFiles.format, format))
      const { differences } = await verifyIn(tx, [], { allFiles: true })
      told = differences.map(({ where, what }) => `${where}: ${what}`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return told
}

/** What verifying tells after words of a file were exchanged, and its hash with them. */
async function toldOf(format: string, from: string, to: string): Promise<string[]> {
  let told: string[] = []
  const undo = new Error("undo")
  const file = sql`convert_to(replace(convert_from(file, 'UTF8'), ${from}, ${to}), 'UTF8')`
  await owner
    .transaction(async (tx) => {
      await tx.execute(
        sql`update report_files set file = ${file}, sha256 = encode(sha256(${file}), 'hex') where format = ${format}`,
      )
      told = (await verifyIn(tx)).differences.map(({ where, what }) => `${where}: ${what}`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return told
}

test("files as they were made are sound, also where the portal has moved since", async () => {
  process.env.AUTH_URL = "https://elsewhere.example.org"
  expect(await verifyRecord()).toMatchObject({ files: 6, differences: [] })
})

test.each([
  ["a word", "json", "spoke", "spake"],
  ["a name", "json", "Ilva Morandini", "Ilva Morandino"],
  // Who reads the first of two alike reads another format than who reads the last.
  ["a field", "json", '"format"', '"format": "another", "format"'],
  ["a word", "md", "spoke", "spake"],
  ["a word", "txt", "spoke", "spake"],
])(
  "tells of %s that was exchanged in report.%s together with its hash",
  async (_, format, from, to) => {
    expect(await toldOf(format, from, to)).toEqual([
      expect.stringMatching(
        new RegExp(
          `/meetings/33/v1 \\(entry 1\\): its report.${format} is not what is made of it$`,
        ),
      ),
    ])
  },
)

test("files that are drawn are sound when they are made again, also where the portal has moved", async () => {
  process.env.AUTH_URL = "https://elsewhere.example.org"
  expect(await verifyRecord([], { allFiles: true })).toMatchObject({ files: 6, differences: [] })
})

test.each(["pdf", "docx", "png"] as const)(
  "tells of a report.%s that was exchanged together with its hash",
  async (format) => {
    const [row] = await owner.select().from(reports)
    if (!row) throw new Error("There is no report")
    const version = await openVersion(owner, row)
    const published = { origin: "https://portal.example.org", sha256: row.sha256, entry: null }
    const other = { ...version, meeting: { ...version.meeting, number: 34 } }
    const forged = [
      await writeFile({ report: other, published, download: null }, format),
      Buffer.from("no such file at all"),
    ]
    for (const file of forged) {
      const told = await toldOfFile(format, file)
      expect(told).toEqual([
        expect.stringMatching(new RegExp(`its report.${format} is not what is made of it$`)),
      ])
    }
  },
)

test("tells of one word that was exchanged in the text of a DOCX", async () => {
  const [row] = await owner.select().from(reportFiles).where(eq(reportFiles.format, "docx"))
  const parts = unzipSync(new Uint8Array(row?.file ?? []))
  const main = strFromU8(parts["word/document.xml"] ?? new Uint8Array())
  const forged = zipSync({
    ...parts,
    "word/document.xml": strToU8(main.replace("spoke", "spake")),
  })
  expect(await toldOfFile("docx", forged)).toHaveLength(1)
  expect(await toldOfFile("docx", zipSync(parts))).toEqual([])
})
