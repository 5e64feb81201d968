import { type SQL, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import type { Transaction } from "@/db/client"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeVersion } from "@/lib/documents/make-version"
import { publishVersion } from "@/lib/documents/publish-version"
import { startDocument } from "@/lib/documents/start"
import { findFindings } from "@/lib/minutes/check/find-findings"
import { getCurrentText } from "@/lib/minutes/queries"
import { publishMinutes } from "@/lib/reports/publish"
import { verifyIn, verifyRecord } from "./verify"

const { app, owner } = await testDatabase()
let scene: Scene

beforeAll(async () => {
  scene = await arrangeScene(owner)
  const { meetingId, groupId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, {
    // Wrong on purpose: published with a reason.
    opening: "The 32nd meeting was held on 3 March 2022 at 13:00 UTC. Samir Koskela opened.",
    [first]: "Ilva Morandini spoke.",
    [second]: "",
  })
  const current = await getCurrentText(app, meetingId)
  if (!current) throw new Error("No minutes")
  const findings = await findFindings(app, { groupId, meetingId, text: current.text })
  const overrides = findings
    .filter(({ severity }) => severity === "error")
    .map(({ key }) => ({ key, reason: "Ilva Morandini wants it so." }))
  expect(overrides.length).toBeGreaterThan(0)
  await publishMinutes(chair, { meetingId, revision: 1, language: "en", overrides })
  await startDocument(chair, {
    ...{ groupId, title: "Charter", kind: "charter", language: "en" },
    ...{ responsibleId: null, origin: null },
  })
})

const soundly = { differences: [] }

/** What verifying tells after something was done by hand, with every guard switched off meanwhile. */
async function toldOf(...statements: SQL[]): Promise<string[]> {
  const tables = ["reports", "report_checks", "report_overrides", "ledger_entries", "record_names"]
  let told: string[] = []
  const undo = new Error("undo")
  await owner
    .transaction(async (tx) => {
      await guards(tx, tables, "disable")
      for (const statement of statements) await tx.execute(statement)
      await guards(tx, tables, "enable")
      told = (await verifyIn(tx)).differences.map(({ where, what }) => `${where}: ${what}`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return told
}

async function guards(tx: Transaction, tables: string[], state: "enable" | "disable") {
  for (const table of tables)
    await tx.execute(sql.raw(`alter table ${table} ${state} trigger user`))
}

describe("verifying", () => {
  test("finds the record sound as the application published it", async () => {
    expect(await verifyRecord()).toMatchObject({ ...soundly, reports: 1, entries: 1, groups: 1 })
  })

  test.each([
    [
      "a word of the text",
      sql`update reports set content = replace(content::text, 'spoke', 'spake')::jsonb`,
    ],
    [
      "a title",
      sql`update reports set content = jsonb_set(content, '{agenda,0,title}', '"The plot"')`,
    ],
    [
      "content and hash together",
      sql`update reports set content = content || '{"nextMeeting": "x"}', sha256 = repeat('a', 64)`,
    ],
    ["the hash", sql`update reports set sha256 = repeat('a', 64)`],
    ["the number", sql`update reports set number = 34`],
    ["the version", sql`update reports set version = 2`],
    ["the time", sql`update reports set published_at = published_at + interval '1 second'`],
    [
      "who published it",
      sql`update reports set published_by = (select id from people where name = 'Samir Koskela')`,
    ],
    ["which revision it was", sql`update reports set minutes_revision = 2`],
    ["what the check found", sql`update report_checks set findings = '[]'`],
    ["what the check found, gone", sql`delete from report_checks`],
    ["a reason", sql`update report_overrides set reason = 'No reason.'`],
    ["a reason, gone", sql`delete from report_overrides`],
    [
      "a reason, added",
      sql`insert into report_overrides (report_id, rule, finding, reason, overridden_by) select report_id, rule, finding, 'Another.', overridden_by from report_overrides limit 1`,
    ],
    [
      "who gave a reason",
      sql`update report_overrides set overridden_by = (select id from people where name = 'Samir Koskela')`,
    ],
    ["a name", sql`update record_names set name = 'Ilva Morandino' where name = 'Ilva Morandini'`],
    ["a salt", sql`update record_names set salt = repeat('0', 32)`],
    [
      "a name with its commitment",
      sql`update record_names set name = 'X', salt = 's', commitment = encode(sha256('s:X'), 'hex') where key = 'p1'`,
    ],
    ["a name, gone", sql`delete from record_names where key = 'p1'`],
    [
      "a name, erased without anybody's request",
      sql`update record_names set name = null, salt = null, erased_at = now(), erased_because = 'A request' where key = 'p1'`,
    ],
    ["an entry's hash", sql`update ledger_entries set hash = repeat('b', 64)`],
    ["an entry's address", sql`update ledger_entries set address = 'meetings/33/v2'`],
    ["an entry's time", sql`update ledger_entries set at = at + interval '1 millisecond'`],
    ["an entry, gone", sql`delete from ledger_entries`],
  ])("tells of %s that was changed by hand", async (_, statement) => {
    const told = await toldOf(statement)
    expect(told.length).toBeGreaterThan(0)
    expect(told.join("\n")).toContain("33")
    expect(await verifyRecord()).toMatchObject(soundly)
  })

  test("tells of a report that was taken away with all its traces but the trail", async () => {
    const told = await toldOf(
      sql`delete from ledger_entries`,
      ...["record_names", "report_checks", "report_overrides"].map((table) =>
        sql.raw(`delete from ${table}`),
      ),
      sql`delete from reports`,
    )
    expect(told).toEqual([
      expect.stringMatching(/meeting 33, version 1: the trail says .* it is gone/),
    ])
  })

  test("tells when a leaf of the content differs, whichever it is", async () => {
    const [row] = await owner.execute<{ content: unknown }>(sql`select content from reports`)
    const leaves = leavesOf(row?.content)
    expect(leaves.length).toBeGreaterThan(30)
    for (const leaf of leaves) {
      const path = `{${leaf.join(",")}}`
      const told = await toldOf(
        sql`update reports set content = jsonb_set(content, ${path}::text[], '"~"')`,
      )
      expect(told, path).not.toEqual([])
    }
  })

  test("tells of a hash that was seen before and stands on no ledger any more", async () => {
    const { heads } = await verifyRecord()
    expect(await verifyRecord(heads.map(({ hash }) => hash))).toMatchObject(soundly)
    const { differences } = await verifyRecord(["c".repeat(64)])
    expect(differences).toHaveLength(1)
  })

  test("tells of guards that were left off", async () => {
    const undo = new Error("undo")
    await owner
      .transaction(async (tx) => {
        await tx.execute(sql`alter table reports disable trigger reports_written_once`)
        expect((await verifyIn(tx)).differences).toEqual([
          { where: "table reports", what: "its guard reports_written_once is switched off" },
        ])
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
  })
})

test("documents stand on the same ledger, and what is changed of them is told", async () => {
  const { chair, groupId } = scene
  const [document] = await owner.execute<{ id: string }>(sql`select id from documents`)
  if (!document) throw new Error("No document")
  await makeVersion(chair, { documentId: document.id, revision: 1, name: "First", note: "" })
  const [version] = await owner.execute<{ id: string }>(sql`select id from document_versions`)
  await publishVersion(chair, { versionId: version?.id ?? "" })
  const { heads, ...found } = await verifyRecord()
  expect(found).toMatchObject({ ...soundly, documents: 1, entries: 2 })
  expect(heads).toEqual([expect.objectContaining({ position: 2 })])
  const [entry] = await owner.execute(
    sql`select address, previous from ledger_entries where group_id = ${groupId} and position = 2`,
  )
  expect(entry).toMatchObject({ address: "documents/charter/v1" })
  for (const change of [
    sql`update document_versions set content = jsonb_set(content, '{document,title}', '"Chanter"')`,
    sql`update document_versions set number = 2`,
    sql`update document_versions set name = 'Second'`,
    sql`update document_versions set note = 'All is new'`,
    sql`update documents set slug = 'chanter'`,
  ]) {
    const told = await toldOf(
      sql`alter table document_versions disable trigger user`,
      change,
      sql`alter table document_versions enable trigger user`,
    )
    expect(told.join()).toContain("documents/charter/v1 (entry 2)")
  }
})

test("the trail tells of a document that was taken off the end of the ledger", async () => {
  const told = await toldOf(
    sql`alter table document_publications disable trigger user`,
    sql`delete from ledger_entries where kind = 'document'`,
    sql`delete from document_publications`,
    sql`alter table document_publications enable trigger user`,
  )
  expect(told).toEqual([
    expect.stringMatching(/document Charter, version 1: the trail says .* it is gone/),
  ])
})

function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path]
  return Object.entries(value).flatMap(([field, each]) => leavesOf(each, [...path, field]))
}
