import { createHash, randomUUID } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { hasDisks, onSmallDisk } from "@/db/factories/full-disk"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { recordNames, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { transaction } from "@/lib/platform/database"
import { openDownload } from "@/lib/record/download"
import { exampleReport } from "@/lib/reports/example"
import { writeVersion } from "@/lib/reports/write-version"
import { dropFiles } from "./drop-files"
import { madeFormats } from "./formats"
import { keepFile } from "./keep-file"
import { findUnmade, makeFile, makeFiles } from "./make"
import { findNewestVersion, findReportFile } from "./public-queries"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let slug: string
let reportId: string
/** Writes a version of the meeting's report; resolves to its id. */
let write: (version: number) => Promise<string>

beforeEach(async () => {
  const [person, groupId, meetingId] = [randomUUID(), randomUUID(), randomUUID()]
  slug = `wg-${groupId.slice(0, 8)}`
  await owner.insert(people).values({ id: person, name: "Tomas Okwuosa" })
  await owner.insert(groups).values({ id: groupId, slug, shortName: "WG", name: "Working Group" })
  await owner.insert(meetings).values({ id: meetingId, groupId, number: 33 })
  const example = exampleReport()
  const content = { ...example, group: { ...example.group, slug } }
  write = async (version) => {
    const written = await transaction((tx) =>
      writeVersion(tx, {
        ...{ groupId, meetingId, content: { ...content, version }, minutesRevision: 1 },
        ...{ publishedBy: person, findings: [], overrides: [] },
      }),
    )
    return written.reportId
  }
  reportId = await write(1)
})

const kept = () => owner.select().from(reportFiles).where(eq(reportFiles.reportId, reportId))
/** How many of this database wait for a lock. */
const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}
const find = (format: (typeof madeFormats)[number]) => findReportFile(slug, 33, 1, format)

describe("the files of a version", () => {
  test("are made once, each with its hash, and are what readers get", async () => {
    expect(await findUnmade()).toContain(reportId)
    await makeFiles(reportId)
    const files = await kept()
    expect(files.map(({ format }) => format).sort()).toEqual([...madeFormats].sort())
    for (const { file, sha256 } of files)
      expect(createHash("sha256").update(file).digest("hex")).toBe(sha256)
    expect(await findUnmade()).not.toContain(reportId)
    await makeFiles(reportId)
    expect(await kept()).toEqual(files)
    const pdf = files.find(({ format }) => format === "pdf")
    expect((await find("pdf"))?.sha256).toBe(pdf?.sha256)
  })

  test("are made when somebody asks before the job came to it, once for all who ask", async () => {
    const found = await Promise.all(Array.from({ length: 5 }, () => find("txt")))
    expect(new Set(found.map((each) => each?.sha256)).size).toBe(1)
    expect((await kept()).map(({ format }) => format)).toEqual(["txt"])
    expect(await findUnmade()).toContain(reportId)
  })

  test("are those of whoever was first, where two servers make one at once", async () => {
    const key = { reportId, format: "docx" as const, erased: 0 }
    const made = (words: string) => ({
      file: Buffer.from(words),
      sha256: createHash("sha256").update(words).digest("hex"),
      madeAt: new Date("2022-03-04T10:00:00Z"),
    })
    const first = await keepFile(key, made("made by the job"))
    const second = await keepFile(key, made("made for a reader"))
    expect([first, second].map(({ file }) => Buffer.from(file).toString())).toEqual([
      "made by the job",
      "made by the job",
    ])
    expect(second.sha256).toBe(made("made by the job").sha256)
    expect((await kept()).map(({ sha256 }) => sha256)).toEqual([second.sha256])
    const all = await Promise.all([makeFile(reportId, "pdf"), makeFiles(reportId), find("pdf")])
    expect(all[0]?.sha256).toBe(all[2]?.sha256)
    expect((await find("pdf"))?.sha256).toBe(all[0]?.sha256)
  })

  test("hold the record with its place on the ledger, and the names beside it", async () => {
    const file = await find("json")
    const download = JSON.parse(Buffer.from(file?.file ?? []).toString("utf8"))
    expect(download.ledger).toMatchObject({ address: "meetings/33/v1", position: 1 })
    expect(JSON.stringify(download.record)).not.toContain("Okwuosa")
    expect(openDownload(download)).toMatchObject({ chairs: [{ name: "Tomas Okwuosa" }] })
    const text = Buffer.from((await find("txt"))?.file ?? []).toString("utf8")
    expect(text).toContain(download.ledger.hash)
  })

  test("are no reason to have no version: what cannot be kept is given, and made again", async () => {
    // A full disk refuses to store, as this does on every machine; a real one is below.
    await owner.execute(
      sql.raw(`create function no_room() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file: no space left on device'; end $$`),
    )
    await owner.execute(
      sql.raw(
        "create trigger no_room before insert on report_files for each row execute function no_room()",
      ),
    )
    await expect(makeFiles(reportId)).rejects.toThrow()
    expect(await kept()).toEqual([])
    expect((await find("pdf"))?.file.length).toBeGreaterThan(1000)
    expect(await findNewestVersion(slug, 33)).toBe(1)
    await owner.execute(sql.raw("drop function no_room() cascade"))
    await makeFiles(reportId)
    expect(await kept()).toHaveLength(madeFormats.length)
  })

  if (hasDisks)
    test("are made again once a disk that was full has room, and versions are published meanwhile", async () => {
      // Pages that stand there would have room for a small file, and cleaning leaves those that
      // somebody may still be reading.
      await owner.execute(sql.raw("truncate report_files"))
      const disk = await onSmallDisk(owner, "report_files")
      try {
        await disk.fill()
        const refused = owner
          .insert(reportFiles)
          .values({ reportId, format: "txt", file: Buffer.from("x"), sha256: "ab".repeat(32) })
        await expect(refused).rejects.toMatchObject({ cause: { code: "53100" } })
        await expect(makeFiles(reportId)).rejects.toThrow(/No space left on device/)
        expect(await kept()).toEqual([])
        expect((await find("pdf"))?.file.length).toBeGreaterThan(1000)
        const second = await write(2)
        await expect(makeFiles(second)).rejects.toThrow(/No space left on device/)
        expect(await findNewestVersion(slug, 33)).toBe(2)
        expect(await findUnmade()).toEqual(expect.arrayContaining([reportId, second]))

        await disk.free()
        await makeFiles(reportId)
        await makeFiles(second)
        expect(await kept()).toHaveLength(madeFormats.length)
        const unmade = await findUnmade()
        for (const id of [reportId, second]) expect(unmade).not.toContain(id)
      } finally {
        await disk.end()
      }
    })

  test("are neither kept nor given with a name that is erased while they are made", async () => {
    const { made } = await transaction(async (tx) => {
      await tx
        .update(recordNames)
        .set({ name: null, salt: null, erasedAt: new Date(), erasedBecause: "asked for it" })
        .where(and(eq(recordNames.subjectId, reportId), eq(recordNames.name, "Mirela Castanho")))
      // Reads the name, which is still there for everybody else, and waits to keep the file.
      const making = makeFile(reportId, "md")
      await expect.poll(waiting).toBe(1)
      await dropFiles(tx, [reportId])
      return { made: making }
    })
    // Somebody who asks after the erasing may have joined in the waiting.
    const text = Buffer.from((await made)?.file ?? []).toString("utf8")
    expect(text).toContain("[name removed]")
    expect(text).not.toContain("Mirela Castanho")
    expect((await kept()).map(({ file }) => Buffer.from(file).toString("utf8"))).toEqual([text])
  })

  test("are made again without a name that was erased", async () => {
    await makeFiles(reportId)
    const text = async () => Buffer.from((await find("txt"))?.file ?? []).toString("utf8")
    expect(await text()).toContain("Mirela Castanho")
    await transaction(async (tx) => {
      await tx
        .update(recordNames)
        .set({ name: null, salt: null, erasedAt: new Date(), erasedBecause: "asked for it" })
        .where(and(eq(recordNames.subjectId, reportId), eq(recordNames.name, "Mirela Castanho")))
      await dropFiles(tx, [reportId])
    })
    expect(await kept()).toEqual([])
    await makeFiles(reportId)
    for (const { file } of await kept())
      expect(Buffer.from(file).toString("utf8")).not.toContain("Mirela Castanho")
    expect(await text()).not.toContain("Mirela Castanho")
  })

  test("are there for published versions alone", async () => {
    expect(await findReportFile(slug, 33, 2, "pdf")).toBeNull()
    expect(await findReportFile(slug, 34, 1, "pdf")).toBeNull()
    expect(await findReportFile("wg-none", 33, 1, "pdf")).toBeNull()
    expect(await makeFile(randomUUID(), "pdf")).toBeNull()
    expect(await owner.$count(reports, eq(reports.id, reportId))).toBe(1)
  })
})
