import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene } from "@/db/factories/scene"
import { makeFiles } from "@/lib/report-files/make"
import { publishMinutes } from "@/lib/reports/publish"
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
