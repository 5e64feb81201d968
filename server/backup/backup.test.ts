import { createHash, randomBytes, randomUUID } from "node:crypto"
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync, gzipSync } from "node:zlib"
import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { assertEmpty } from "@/db/backup/load"
import { readTar, tarEnd, tarMember } from "@/db/backup/tar"
import { connect } from "@/db/client"
import { emptyDatabase, testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { editionFiles, editions } from "@/db/schema/editions"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { minutes } from "@/db/schema/minutes"
import { reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import { addRow } from "@/lib/mapping/rows/add-row"
import { retireRow } from "@/lib/mapping/rows/retire-row"
import { transaction } from "@/lib/platform/database"
import { enqueue } from "@/lib/platform/jobs"
import { publishMinutes } from "@/lib/reports/publish"
import { bringUpToDate } from "../up-to-date"
import { readBackup } from "./read-backup"
import { writeBackup } from "./write-backup"

const { app, owner, ownerUrl } = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), "backup-"))
afterAll(() => rm(folder, { recursive: true }))

let scene: Scene
let files = 0
const newFile = () => path.join(folder, `${++files}.tar.gz`)
const at = new Date("2026-03-05T13:00:00Z")

/** What COPY has to write in another way, and letters of every kind. */
const hostile =
  "tab\t line\nback\\slash \\. \\N null ⟦p1⟧ 王小明 مرحبا 🌊 'quote' \"double\" ﷽ \u00a0"

beforeAll(async () => {
  scene = await arrangeScene(owner)
  const { meetingId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, { opening: hostile, [first]: "Said.", [second]: "" })
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
  const [report] = await app.select().from(reports)
  const file = randomBytes(5_000_000)
  await owner.insert(reportFiles).values({
    ...{ reportId: report?.id ?? "", format: "pdf", file },
    sha256:
      (await owner.execute<{ it: string }>(sql`select encode(sha256(${file}), 'hex') as it`))[0]
        ?.it ?? "",
  })
  await freezeMapping()
  await makeSession(owner, scene.chair.accountId)
  await transaction((tx) => enqueue(tx, "mail", { mailId: "11111111-1111-4111-8111-111111111111" }))
})

/** A mapping with two editions, an activity in the annex of both, what changed between them, and a file. */
async function freezeMapping() {
  const { mappingId, areas, rowId } = await makeMapping(owner, scene.groupId)
  const activities = [
    {
      id: "00000000-0000-4000-8000-000000000001",
      ...{ title: hostile, kind: "workshop", years: [2019], link: "", body: "" },
    },
  ]
  await owner
    .update(mappingRows)
    .set({ suggests: hostile, activities })
    .where(eq(mappingRows.id, rowId))
  const freeze = async () => {
    const { number, mark } = await composeEdition(app, mappingId)
    const [now] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    const frozen = { mappingId, edition: number, change: now?.change ?? -1, mark, note: hostile }
    return freezeEdition(scene.chair, frozen)
  }
  expect(await freeze()).toMatchObject({ edition: 1, annexed: 1 })
  const { row } = await addRow(scene.member, {
    ...{ mappingId, id: randomUUID(), areaId: areas[1] ?? "", after: null },
  })
  const cells = [{ rowId: row.id, field: "suggests", base: 0, value: hostile }]
  await saveCells(scene.member, saveCellsInput.parse({ mappingId, cells }))
  await retireRow(scene.member, { rowId, reason: hostile })
  expect(await freeze()).toMatchObject({ edition: 2, annexed: 0 })
  const [edition] = await app.select().from(editions)
  await owner.insert(editionFiles).values({
    ...{ editionId: edition?.id ?? "", format: "csv", file: Buffer.from("a,b") },
    sha256: createHash("sha256").update("a,b").digest("hex"),
  })
}

/** Every row of every table, as a number that differs when one of them does. */
async function contentsOf(url: string): Promise<Record<string, string>> {
  const { sql: pg, end } = connect(url, { max: 1 })
  const tables =
    await pg`select tablename as name from pg_tables where schemaname = 'public' order by 1`
  const contents: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await pg.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as it from "${name}" t`,
    )
    contents[name] = row?.it
  }
  await end()
  return contents
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "",
    (error: Error) => `${error.name}: ${error.message}`,
  )
}

// Each restore makes all tables anew: seconds on a small machine.
vi.setConfig({ testTimeout: 240_000 })

describe("a backup that was brought back", () => {
  test("is equal in every row of every table but the sessions, and sound", async () => {
    const file = newFile()
    const { manifest } = await writeBackup(ownerUrl, file, at)
    expect((await stat(file)).mode & 0o077).toBe(0)
    const empty = await emptyDatabase()
    const restored = await readBackup(file, empty)
    expect(restored).toMatchObject({ madeAt: at.toISOString(), verification: { differences: [] } })
    expect(restored.verification).toMatchObject({
      ...{ reports: 1, editions: 2, files: 2, heads: manifest.heads },
    })

    const before = await contentsOf(ownerUrl)
    const after = await contentsOf(empty.ownerUrl)
    expect(before.sessions).not.toBe("0 ")
    expect(after).toEqual({ ...before, sessions: "0 ", sign_in_tokens: "0 " })
  })

  test("is whole and its owner's alone, whatever stands beside it and whoever writes it too", async () => {
    const file = newFile()
    await writeFile(`${file}.part`, "left by another", { mode: 0o644 })
    const written = await Promise.allSettled([1, 2].map(() => writeBackup(ownerUrl, file, at)))
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect(await readFile(`${file}.part`, "utf8")).toBe("left by another")
    expect((await membersOf(await readFile(file))).at(-1)?.name).toBe("manifest.json")
    expect(written.map(({ status }) => status)).toContain("fulfilled")
  })

  test("has every guard, reference, counter and right, and the work that waited", async () => {
    const file = newFile()
    await writeBackup(ownerUrl, file, at)
    const empty = await emptyDatabase()
    const { jobs } = await readBackup(file, empty)
    expect(jobs).toBeGreaterThanOrEqual(2)
    const shape = (url: string) => shapeOf(url)
    expect(await shape(empty.ownerUrl)).toEqual(await shape(ownerUrl))
    const running = connect(empty.appUrl, { max: 1 })
    await expect(running.sql`update reports set version = 9`).rejects.toThrow(/permission denied/)
    await expect(running.sql`delete from ledger_entries`).rejects.toThrow(/permission denied/)
    const [mail] = await running.sql`select data from pgboss.job where name = 'mail'`
    expect(mail?.data).toEqual({ mailId: "11111111-1111-4111-8111-111111111111" })
    const [next] = await running.sql`
      insert into events (name, subject_type, subject_id) values ('session.ended', 'x', 'y') returning id`
    const [last] = await running.sql`select max(id) - ${next?.id} as gap from events`
    expect(Number(last?.gap)).toBe(0)
    await running.end()
  })

  test("keeps the work that waited until it is in the queues, whatever goes wrong before", async () => {
    const file = newFile()
    await writeBackup(ownerUrl, file, at)
    const { ownerUrl: url, appUrl } = await emptyDatabase()
    const nobody = new URL(appUrl)
    nobody.username = "no_such_role"
    const unfinished = await refusal(readBackup(file, { ownerUrl: url, appUrl: nobody.href }))
    expect(unfinished).toMatch(/UnfinishedRestore.*start the portal/)
    expect(await refusal(readBackup(file, { ownerUrl: url, appUrl }))).toMatch(/not empty/)
    // Two servers that are started on it at once.
    const put = await Promise.all([bringUpToDate(url, appUrl), bringUpToDate(url, appUrl)])
    expect(put.filter((jobs) => jobs > 0)).toHaveLength(1)
    const started = connect(url, { max: 1 })
    const waiting = await started.sql`select data from pgboss.job where name = 'mail'`
    expect(waiting.map(({ data }) => data)).toEqual([
      { mailId: "11111111-1111-4111-8111-111111111111" },
    ])
    await started.end()
    const whole = await emptyDatabase()
    const { jobs } = await readBackup(file, whole)
    expect(put.reduce((all, some) => all + some)).toBe(jobs)
    expect(await contentsOf(url)).toEqual(await contentsOf(whole.ownerUrl))
  })

  test("is one moment, whatever is published while it is written", async () => {
    const { groupId, chair } = scene
    const publishing = Array.from({ length: 6 }, async (_, number) => {
      const startsAt = new Date("2022-04-03T13:00:00Z")
      const { id: meetingId } = await arrangeMeeting(owner, {
        groupId,
        number: 100 + number,
        startsAt,
      })
      await arrangeMinutes(owner, meetingId, { opening: "Opened by Samir Koskela." })
      await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides: [] })
    })
    const backups = [newFile(), newFile()]
    await Promise.all([...publishing, ...backups.map((file) => writeBackup(ownerUrl, file, at))])
    for (const file of backups) {
      const { verification } = await readBackup(file, await emptyDatabase())
      expect(verification.differences).toEqual([])
      expect(verification.entries).toBe(verification.reports + verification.editions)
    }
  })

  test("of the last release is brought up to date, sealed and chained", async () => {
    const file = fileURLToPath(new URL("./fixtures/before-the-ledger.tar.gz", import.meta.url))
    const empty = await emptyDatabase()
    const { verification } = await readBackup(file, empty)
    expect(verification).toMatchObject({
      differences: [],
      reports: 2,
      entries: 2,
      heads: [{ position: 2 }],
    })
    const { db, end } = connect(empty.ownerUrl, { max: 1 })
    const rows = await db.select({ content: reports.content }).from(reports)
    expect(JSON.stringify(rows)).not.toContain("Brandvold")
    const kept = await db.select({ revision: minutes.revision }).from(minutes)
    expect(kept).toEqual([{ revision: 1 }])
    await end()
  })
})

async function shapeOf(url: string) {
  const { sql: pg, end } = connect(url, { max: 1 })
  const triggers = await pg`
    select tgrelid::regclass::text as on, tgname, tgenabled from pg_trigger
      join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and relnamespace = 'public'::regnamespace order by 1, 2`
  const constraints = await pg`
    select conrelid::regclass::text as on, conname, convalidated, pg_get_constraintdef(oid) as says
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`
  await end()
  return { triggers: [...triggers], constraints: [...constraints] }
}

describe("nothing is restored", () => {
  const isStillEmpty = async (url: string) => {
    const { sql: pg, end } = connect(url, { max: 1 })
    await assertEmpty(pg)
    await end()
  }

  test("over something", async () => {
    const file = newFile()
    await writeBackup(ownerUrl, file, at)
    const before = await contentsOf(ownerUrl)
    const { appUrl } = await emptyDatabase()
    expect(await refusal(readBackup(file, { ownerUrl, appUrl }))).toMatch(/RestoreError.*not empty/)
    expect(await contentsOf(ownerUrl)).toEqual(before)
  })

  test("of a file that is cut off, was changed, or is something else", async () => {
    const whole = newFile()
    await writeBackup(ownerUrl, whole, at)
    const bytes = await readFile(whole)
    const plain = gunzipSync(bytes)
    const word = plain.indexOf("Said.")
    const changed = Buffer.from(plain)
    changed.write("Sand.", word)
    const noEnd = plain.subarray(
      0,
      plain.lastIndexOf("manifest.json") - (plain.lastIndexOf("manifest.json") % 512),
    )
    const cases: [Buffer, RegExp][] = [
      [bytes.subarray(0, bytes.length >> 1), /not whole/],
      [gzipSync(changed), /table minutes_(revisions|blocks) is not what was written/],
      [gzipSync(Buffer.concat([noEnd, tarEnd])), /no end/],
      [
        gzipSync(Buffer.concat([tarMember({ name: "x", bytes: Buffer.from("y") }), tarEnd])),
        /no backup/,
      ],
      [Buffer.from("Dear all"), /damaged/],
      [gzipSync(Buffer.alloc(4096, 7)), /damaged/],
    ]
    const empty = await emptyDatabase()
    for (const [content, says] of cases) {
      const file = newFile()
      await writeFile(file, content)
      expect(await refusal(readBackup(file, empty))).toMatch(says)
      await isStillEmpty(empty.ownerUrl)
    }
    expect(await refusal(readBackup(path.join(folder, "none"), empty))).toMatch(/no such file/)
  })

  test("of another past or a later form, and rows that Postgres refuses are told", async () => {
    const whole = newFile()
    await writeBackup(ownerUrl, whole, at)
    const members = await membersOf(await readFile(whole))
    const empty = await emptyDatabase()
    const withHeader = async (change: (header: Record<string, unknown>) => void) => {
      const [first, ...rest] = members
      const header = JSON.parse(first?.bytes.toString() ?? "")
      change(header)
      return packed([{ name: "backup.json", bytes: Buffer.from(JSON.stringify(header)) }, ...rest])
    }
    const later = await withHeader((header) => {
      header.form = 2
    })
    const newer = await withHeader((header) => {
      header.migrations = Array.from({ length: 999 }, () => "f".repeat(64))
    })
    const other = await withHeader((header) => {
      header.migrations = ["f".repeat(64)]
    })
    const broken = packed(
      members.map(({ name, bytes }) =>
        name.startsWith("tables/people/")
          ? { name, bytes: Buffer.from("x\ty\n") }
          : { name, bytes },
      ),
    )
    for (const [content, says] of [
      [later, /does not know/],
      [newer, /newer version/],
      [other, /not in this one's past/],
      [broken, /./],
    ] as const) {
      const file = newFile()
      await writeFile(file, content)
      expect(await refusal(readBackup(file, empty))).toMatch(says)
      await isStillEmpty(empty.ownerUrl)
    }
  })

  test("and nothing is written over a file that stands", async () => {
    const file = newFile()
    await writeFile(file, "mine")
    expect(await refusal(writeBackup(ownerUrl, file, at))).toMatch(/BackupError.*there already/)
    expect(await readFile(file, "utf8")).toBe("mine")
  })
})

async function membersOf(archive: Buffer) {
  const members = []
  const whole = gunzipSync(archive)
  for await (const member of readTar(
    (async function* () {
      yield whole
    })(),
  ))
    members.push(member)
  return members
}

const packed = (members: { name: string; bytes: Buffer }[]) =>
  gzipSync(Buffer.concat([...members.map(tarMember), tarEnd]))
