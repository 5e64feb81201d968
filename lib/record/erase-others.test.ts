import { randomUUID } from "node:crypto"
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm"
import { extractText } from "unpdf"
import { beforeAll, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { documentVersions } from "@/db/schema/documents"
import { editionFiles } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mappingRows } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { recordNames } from "@/db/schema/record"
import { searchTexts } from "@/db/schema/search"
import { erasureOf } from "@/e2e/support/erasure"
import { answerApi } from "@/lib/api/public-queries"
import { beginThread } from "@/lib/comments/begin-thread"
import type { Author } from "@/lib/comments/model"
import { findCompendium } from "@/lib/compendia/public-queries"
import { publishCompendium } from "@/lib/compendia/publish"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { holdText } from "@/lib/documents/hold-text"
import { makeVersion } from "@/lib/documents/make-version"
import { noteDispatch } from "@/lib/documents/note-dispatch"
import { findPublishedDocument, listPublishedDocuments } from "@/lib/documents/public-queries"
import { publishVersion } from "@/lib/documents/publish-version"
import { listVersions } from "@/lib/documents/version-queries"
import { changeDocumentText } from "@/lib/documents/write-document"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { findEdition, listEditions } from "@/lib/editions/public-queries"
import { listDeskEditions } from "@/lib/editions/queries"
import { findFeed } from "@/lib/feeds/public-queries"
import { renderAtom } from "@/lib/feeds/render/atom"
import { readDocx } from "@/lib/imports/formats/docx"
import { writeBlocks } from "@/lib/imports/formats/write"
import { readTable } from "@/lib/imports/tables/read-table"
import { listDocumentBacklinks } from "@/lib/links/public-queries"
import { tableOfRecord } from "@/lib/mapping/sheet/from-record"
import { mappingFormats } from "@/lib/mapping-files/formats"
import { findEditionFile } from "@/lib/mapping-files/public-queries"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { indexSources, sourcesTouchedBy } from "@/lib/reactions/index-search"
import { type DocumentFormat, formats } from "@/lib/report-files/formats"
import { findDocumentFile } from "@/lib/report-files/public-queries"
import { compareDownload } from "./compare-download"
import { eraseNames } from "./erase-names"
import type { NamePlace } from "./named-places"
import { findLedger, findRecordAt } from "./public-queries"
import { findNames } from "./queries"
import { verifyIn, verifyRecord } from "./verify/verify"

const { app, owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

const trace = /morandini|velander|Pilots|Harbour Guild/i

let scene: Scene
let secretary: SignedIn
let slug: string
let documentId: string
let documentSlug: string
let consultation: { id: string; slug: string }
let mapping: Awaited<ReturnType<typeof makeMapping>>

/** Everything that can be read from outside of the three, in every form, as one text. */
async function outside(): Promise<string> {
  const api = async (...path: string[]) =>
    JSON.stringify(await answerApi(["groups", slug, ...path], new URLSearchParams()))
  const feed = await findFeed(slug)
  const ledger = await findLedger(slug)
  const records = await Promise.all(
    (ledger?.entries ?? []).map(({ position }) => findRecordAt(slug, position)),
  )
  const found = await app
    .select()
    .from(searchTexts)
    .where(sql`group_id = ${scene.groupId} and reach = 'public'`)
  const { mandateSlug, mappingId } = mapping
  return [
    JSON.stringify(await findPublishedDocument(slug, documentSlug)),
    JSON.stringify(await findPublishedDocument(slug, documentSlug, 1)),
    JSON.stringify(await listPublishedDocuments(slug)),
    JSON.stringify(await listDocumentBacklinks(slug, documentSlug)),
    JSON.stringify(await listVersions(scene.chair, { groupId: scene.groupId, documentId })),
    JSON.stringify(await findCompendium(slug, consultation.slug)),
    JSON.stringify(await findEdition(slug, mandateSlug)),
    JSON.stringify(await listEditions(slug, mandateSlug)),
    JSON.stringify(await listDeskEditions({ id: mappingId })),
    await api("documents"),
    await api("documents", documentSlug),
    await api("consultations", consultation.slug, "compendium", "1"),
    await api("mappings", mandateSlug),
    await api("mappings", mandateSlug, "editions", "1"),
    feed ? renderAtom(feed, "en") : "",
    JSON.stringify(records),
    JSON.stringify(found),
    ...(await Promise.all(mappingFormats.map(fileText))),
    ...(await Promise.all(formats.map(documentText))),
  ].join("\n")
}

async function fileText(format: (typeof mappingFormats)[number]): Promise<string> {
  const made = await findEditionFile(slug, mapping.mandateSlug, 1, format)
  if (!made) throw new Error(`There is no ${format}`)
  const bytes = new Uint8Array(made.file)
  if (format === "pdf") return (await extractText(bytes, { mergePages: true })).text
  if (format === "docx" || format === "xlsx") {
    const read = await readTable(bytes, `mapping.${format}`)
    return JSON.stringify(read)
  }
  return Buffer.from(bytes).toString("utf8")
}

async function documentText(format: DocumentFormat): Promise<string> {
  const made = await findDocumentFile(slug, documentSlug, 1, format)
  if (!made) throw new Error(`There is no ${format}`)
  const bytes = new Uint8Array(made.file)
  if (format === "pdf") return (await extractText(bytes, { mergePages: true })).text
  return format === "docx"
    ? writeBlocks(await readDocx(bytes))
    : Buffer.from(bytes).toString("utf8")
}

async function index() {
  for (const event of await app.select().from(events).where(eq(events.groupId, scene.groupId)))
    await indexSources(await sourcesTouchedBy(event))
}

async function writeDocument(mentioned: string) {
  await transaction(async (tx) => {
    const held = await holdText(tx, documentId)
    return changeDocumentText(tx, held, {
      text: {
        schema: 2,
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: "Drawn up by " },
              {
                type: "mention",
                attrs: { personId: scene.member.personId, label: mentioned },
              },
              { type: "text", text: " and ILVA MORANDINI’s office." },
            ],
          },
        ],
      },
      authorId: scene.member.personId,
    })
  })
}

async function makeAndPublish(name: string, note: string) {
  const held = await transaction((tx) => holdText(tx, documentId))
  await makeVersion(scene.chair, { documentId, revision: held.revision, name, note })
  const [version] = await listVersions(scene.chair, { groupId: scene.groupId, documentId })
  await publishVersion(scene.chair, { versionId: version?.id ?? "" })
  return version?.id ?? ""
}

async function freeze(note: string) {
  const { mappingId } = mapping
  const { number, mark } = await composeEdition(app, mappingId)
  await freezeEdition(scene.chair, { mappingId, edition: number, change: 0, mark, note })
}

beforeAll(async () => {
  scene = await arrangeScene(owner)
  const { groupId, chair, member } = scene
  secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  slug = group?.slug ?? ""

  const parts = [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }]
  const document = await arrangeDocument(owner, { groupId, parts })
  documentId = document.id
  const [row] = await owner.execute<{ slug: string }>(
    sql`select slug from documents where id = ${documentId}`,
  )
  documentSlug = row?.slug ?? ""
  await writeDocument("Ilva")
  const versionId = await makeAndPublish(
    "Draft of Ilva Morandini",
    "With thanks to Ilva Morandini.",
  )
  await noteDispatch(chair, {
    submission: randomUUID(),
    ...{ documentId, kind: "sent", party: "Ilva Morandini, Ministry", day: "2022-03-04" },
    ...{ versionId, answers: null, note: "", file: null },
  })

  consultation = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: member.personId, documentId },
    ...{ opensAt: new Date("2022-03-01"), closesAt: new Date("2022-03-20") },
  })
  const guest = await arrangeGuest(owner, {
    consultationId: consultation.id,
    ...{ name: "Otto Velander", organisation: "Pilots' Guild", stakeholderGroup: "private-sector" },
  })
  const say = (text: string, author: Author) =>
    transaction((tx) =>
      beginThread(tx, {
        ...{ groupId, text: { kind: "document", documentId }, about: "text", place: null },
        ...{ consultationId: consultation.id, author },
        comment: { text, submission: randomUUID(), way: "link" },
      }),
    )
  for (const said of [
    await say("As Otto Velander of this guild said: add the gauges.", { guestId: guest.id }),
    await say("I agree with Otto Velander.", { personId: member.personId }),
  ])
    await workThread(chair, {
      ...{ consultationId: consultation.id, threadId: said.threadId, revision: 1 },
      ...{ disposition: "accepted", reason: "Otto Velander is right, so is Ilva Morandini." },
    })
  await publishCompendium(chair, { consultationId: consultation.id, version: 1 })

  mapping = await makeMapping(owner, groupId)
  await owner
    .update(mappingRows)
    .set({
      suggests: "What Ilva Morandini asked for",
      scope: "in",
      scopeReason: "Ilva Morandini said so",
      scopeBy: chair.personId,
      scopeAt: new Date(),
      synergies: [
        {
          type: "paragraph",
          content: [{ type: "mention", attrs: { personId: member.personId, label: "Ilva M." } }],
        },
      ],
      activities: [
        {
          id: randomUUID(),
          ...{ title: "Workshop of Ilva Morandini", kind: "workshop", years: [2099] },
          link: `${env().origin}/${slug}/documents/${documentSlug}`,
          body: "Office of Ilva Morandini",
        },
      ],
    })
    .where(eq(mappingRows.id, mapping.rowId))
  await freeze("Thanks to Ilva Morandini")
  await index()
})

const ticked = (places: readonly NamePlace[]) =>
  places.map(({ subjectId, key }) => `${subjectId}.${key}`)

describe("names in documents, compendia and editions", () => {
  test("stand beside the record, not in it, and are shown to everybody", async () => {
    const stored = await owner.execute<{ content: string }>(sql`
      select content::text as content from document_versions where document_id = ${documentId}
      union all select content::text from compendia where consultation_id = ${consultation.id}
      union all select content::text from editions where mapping_id = ${mapping.mappingId}`)
    expect(stored).toHaveLength(3)
    for (const { content } of stored) expect(content).not.toMatch(trace)
    const beside = await owner.execute(
      sql`select name, note from document_versions where document_id = ${documentId}
        union all select '', note from editions where mapping_id = ${mapping.mappingId}`,
    )
    expect(JSON.stringify(beside)).not.toMatch(trace)
    const document = await findPublishedDocument(slug, documentSlug)
    expect(document?.versions).toMatchObject([{ name: "Draft of Ilva Morandini" }])
    expect(JSON.stringify(document?.content.text)).toContain("@Ilva")
    const compendium = await findCompendium(slug, consultation.slug)
    expect(compendium?.entries[0]?.comments[0]?.by).toMatchObject({
      ...{ named: true, name: "Otto Velander", organisation: "Pilots' Guild" },
    })
    expect((await findEdition(slug, mapping.mandateSlug))?.content).toMatchObject({
      note: "Thanks to Ilva Morandini",
      rows: [{ suggests: "What Ilva Morandini asked for", reason: "Ilva Morandini said so" }],
    })
    expect(await outside()).toMatch(trace)
    for (const format of formats) expect(await documentText(format)).toMatch(trace)
    const { differences, names } = await verifyRecord()
    expect(differences).toEqual([])
    // Three spellings in the document, two people and an organisation in the compendium, two in the edition.
    expect(names).toBe(8)
  })

  test("come back out of an edition's JSON, and the files are what was published", async () => {
    const json = await fileText("json")
    expect(await compareDownload(json)).toMatchObject({ verdict: "published", without: 0 })
    expect(JSON.stringify(tableOfRecord(JSON.parse(json)))).toContain("Ilva Morandini asked for")
    const record = await findRecordAt(slug, 2)
    expect(record?.format).toBe("rapporteur-compendium")
    const text = JSON.stringify(record)
    expect(await compareDownload(text)).toMatchObject({ verdict: "published" })
    expect(await compareDownload(text.replace("Otto Velander", "Otto Velandér"))).toMatchObject({
      verdict: "names",
    })
  })

  test.each<[string, SQL]>([
    [
      "a byte of a document",
      sql`update document_versions set content = replace(content::text, 'Drawn up', 'Drawn op')::jsonb`,
    ],
    [
      "a byte of a compendium",
      sql`update compendia set content = replace(content::text, 'add the gauges', 'add the gouges')::jsonb`,
    ],
    [
      "a byte of an edition",
      sql`update editions set content = replace(content::text, 'What ', 'That ')::jsonb`,
    ],
    [
      "a commitment in a document",
      sql`update document_versions set content = jsonb_set(content, '{names,p1}', to_jsonb(repeat('a', 64)))`,
    ],
    [
      "a name beside a compendium",
      sql`update record_names set name = 'X' where name = 'Otto Velander'`,
    ],
    ["a name, gone", sql`delete from record_names where kind = 'edition' and key = 'p1'`],
    [
      "a name of another kind",
      sql`update record_names set kind = 'edition' where kind = 'document'`,
    ],
  ])("verifying tells of %s that was changed by hand", async (_, statement) => {
    expect(await toldOf(statement)).not.toEqual([])
    expect((await verifyRecord()).differences).toEqual([])
  })

  test("are erased from all of them at once: pages, API, feed, search, every file; the chain holds", async () => {
    const before = await fileText("json")
    // By the person of the register; a guest is found by their name, and their organisation by its own.
    const asked = [
      { text: "", personId: scene.member.personId },
      { text: "velander", personId: null },
      { text: "pilots", personId: null },
    ]
    const both = (await Promise.all(asked.map((each) => findNames(secretary, each)))).flatMap(
      (found) => found.places,
    )
    const places = [
      ...new Map(both.map((place) => [`${place.subjectId}.${place.key}`, place])).values(),
    ]
    expect(new Set(places.map(({ kind }) => kind))).toEqual(
      new Set(["document", "compendium", "edition"]),
    )
    expect(places.some(({ key }) => key === "party")).toBe(true)
    const reach = (await outside()).match(new RegExp(trace, "gi"))?.length ?? 0
    expect(reach).toBeGreaterThan(20)
    await expect(eraseNames(scene.chair, erasureOf(ticked(places)))).rejects.toMatchObject({
      code: "forbidden",
    })
    await eraseNames(secretary, erasureOf(ticked(places)))

    const after = await outside()
    expect(after).not.toMatch(trace)
    expect(after).not.toContain("@Ilva")
    expect(after).toContain("[name removed]")
    const document = await findPublishedDocument(slug, documentSlug)
    expect(document?.dispatches).toMatchObject([{ party: "[name removed]" }])
    const { differences, erased } = await verifyRecord()
    expect(differences).toEqual([])
    expect(erased).toBe(8)
    // Whoever kept a file from before can still prove it; a new one proves itself without the names.
    expect(await compareDownload(before)).toMatchObject({ verdict: "published", without: 0 })
    const again = await compareDownload(await fileText("json"))
    expect(again).toMatchObject({ verdict: "published", without: 2 })
    const kept = await app.select().from(editionFiles)
    for (const { file } of kept) expect(Buffer.from(file).toString("latin1")).not.toMatch(trace)
    expect(
      await toldOf(
        sql`update editions set content = replace(content::text, 'Global', 'Globul')::jsonb`,
      ),
    ).not.toEqual([])
    await expect(eraseNames(secretary, erasureOf(ticked(places)))).rejects.toMatchObject({
      key: "record.gone",
    })
  })

  test("do not come back with the next version, although the working texts still have them", async () => {
    await publishCompendium(scene.chair, { consultationId: consultation.id, version: 2 })
    const [second] = await app
      .select()
      .from(recordNames)
      .where(and(eq(recordNames.kind, "compendium"), isNotNull(recordNames.name)))
    expect(second).toBeUndefined()
    await writeDocument("Ilva Morandini")
    const id = await makeAndPublish("Second", "Again by Ilva Morandini.")
    await freeze("Once more: Ilva Morandini")
    await index()
    const [version] = await owner.select().from(documentVersions).where(eq(documentVersions.id, id))
    expect(JSON.stringify(version)).not.toMatch(trace)
    const shown = await outside()
    expect(shown).not.toMatch(trace)
    expect((await verifyRecord()).differences).toEqual([])
  })
})

test("a version that was published in the first form stays verifiable, and says that it cannot be erased", async () => {
  const undo = new Error("undo")
  await owner
    .transaction(async (tx) => {
      const content = { schema: 1, said: "Quill Underwood" }
      await tx.execute(sql`alter table compendia disable trigger user`)
      await tx.execute(sql`alter table ledger_entries disable trigger user`)
      await tx.execute(sql`update compendia set content = ${JSON.stringify(content)}::text::jsonb`)
      const told = (await verifyIn(tx)).differences.map(({ what }) => what).join("\n")
      expect(told).toContain("its content is not what was sealed")
      expect(told).toContain("the commitment of p1 is not the one in the record")
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
})

test("names are found in any case and without their accents; what an earlier release left unsealed is named", async () => {
  const { groupId, member, chair } = scene
  const found = async (text: string) => {
    const { places, unsealed } = await findNames(secretary, { text, personId: null })
    return [places.map(({ name }) => name), unsealed]
  }
  const parts = [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }]
  const document = await arrangeDocument(owner, { groupId, parts })
  const held = await transaction((tx) => holdText(tx, document.id))
  await owner.insert(people).values({ name: "Zoë Ångström-Peña" })
  const name = "Words of Zoë Ångström-Peña"
  const of = { documentId: document.id, revision: held.revision }
  await makeVersion(chair, { ...of, name, note: "" })
  expect(await found("ANGSTROM-PENA")).toEqual([["Zoë Ångström-Peña"], []])
  const [sealed] = await app
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, document.id))
  const [earlier] = await owner
    .insert(documentVersions)
    .values({
      ...{ ...of, number: 2, name: "As it was", note: "", sha256: sealed?.sha256 ?? "" },
      ...{ madeBy: member.personId, madeAt: new Date(), content: { said: "Quill Ünderwood" } },
    })
    .returning()
  expect(await found("underwood")).toEqual([
    [],
    [expect.objectContaining({ kind: "document", subjectId: earlier?.id, version: 2 })],
  ])
})

/** What verifying tells after something was done by hand, with every guard switched off meanwhile. */
async function toldOf(statement: SQL): Promise<string[]> {
  let told: string[] = []
  const undo = new Error("undo")
  const tables = ["document_versions", "compendia", "editions", "record_names"]
  await owner
    .transaction(async (tx) => {
      for (const table of tables)
        await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
      await tx.execute(statement)
      for (const table of tables)
        await tx.execute(sql.raw(`alter table ${table} enable trigger user`))
      told = (await verifyIn(tx)).differences.map(({ where, what }) => `${where}: ${what}`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return told
}
