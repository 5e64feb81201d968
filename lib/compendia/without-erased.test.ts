import { randomUUID } from "node:crypto"
import { and, eq, isNotNull } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/open-consultation"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf, statementOf } from "@/db/factories/quoted"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { consultationTexts } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { recordNames } from "@/db/schema/record"
import { erasureOf } from "@/e2e/support/erasure"
import { beginThread } from "@/lib/comments/begin-thread"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { makeVersion } from "@/lib/documents/make-version"
import { publishVersion } from "@/lib/documents/publish-version"
import { listVersions } from "@/lib/documents/version-queries"
import { transaction } from "@/lib/platform/database"
import { eraseNames } from "@/lib/record/erase-names"
import { verifyRecord } from "@/lib/record/verify/verify"
import { publishMinutes } from "@/lib/reports/publish"
import { findCompendium } from "./public-queries"
import { publishCompendium } from "./publish"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let scene: Scene
let secretary: SignedIn
let consultation: { id: string; slug: string }
let documentId: string

/** A consultation about a document and minutes that name Ilva Morandini, the minutes also somebody unknown. */
beforeEach(async () => {
  scene = await arrangeScene(owner)
  secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  const { groupId, meetingId, first, second, member, chair } = scene
  await arrangeQuotes(owner, meetingId, {
    [first]: [
      statementOf("Ilva Morandini", "The plan is late.", { personId: member.personId }),
      statementOf("Ottokar", "It is not."),
    ],
    [second]: [paragraphOf("Nothing more.")],
  })
  const parts = [{ id: randomUUID(), heading: "Tides", words: "Kept by Ilva Morandini." }]
  const document = await arrangeDocument(owner, { groupId, parts })
  documentId = document.id
  consultation = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, documentId },
    ...{ opensAt: new Date("2022-03-01"), closesAt: new Date("2022-03-20") },
  })
  await owner
    .insert(consultationTexts)
    .values({ consultationId: consultation.id, position: 1, meetingId, revision: 1 })
})

async function comment(
  text: { kind: "minutes"; meetingId: string } | { kind: "document"; documentId: string },
) {
  const { groupId, other, chair } = scene
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId, text, about: "text", place: null, consultationId: consultation.id },
      author: { personId: other.personId },
      comment: {
        text: "I think that Ilva Morandini is right, not Ottokar.",
        ...{ submission: randomUUID(), way: "link" },
      },
    }),
  )
  await workThread(chair, {
    ...{ consultationId: consultation.id, threadId, revision: 1, disposition: "accepted" },
    reason: "So Ilva Morandini says.",
  })
}

const report = () =>
  publishMinutes(scene.chair, {
    ...{ meetingId: scene.meetingId, revision: 1, language: "en", overrides: [] },
  })
const publish = (version = 1) =>
  publishCompendium(scene.chair, { consultationId: consultation.id, version })

/** Erases these names from everything that is published until now. */
async function erase(...called: string[]) {
  const rows = await owner.select().from(recordNames).where(eq(recordNames.kind, record))
  const places = rows.filter(({ name }) => name !== null && called.includes(name))
  expect(places).toHaveLength(called.length)
  await eraseNames(secretary, erasureOf(places.map(({ subjectId, key }) => `${subjectId}.${key}`)))
}
let record: "report" | "document"

async function words() {
  const [group] = await owner.select().from(groups).where(eq(groups.id, scene.groupId))
  return JSON.stringify(await findCompendium(group?.slug ?? "", consultation.slug))
}
const differences = async () => (await verifyRecord()).differences

test("whoever was erased from the report is in no compendium that follows it", async () => {
  record = "report"
  await report()
  await erase("Ilva Morandini", "Ottokar")
  await comment({ kind: "minutes", meetingId: scene.meetingId })
  await publish()
  const said = await words()
  expect(said).toContain("I think that [name removed] is right, not [name removed].")
  expect(said).not.toMatch(/morandini|ottokar/i)
  expect(await differences()).toEqual([])
})

test("whoever was erased from a version of the document is in no compendium that follows it", async () => {
  record = "document"
  await report()
  await makeVersion(scene.chair, { documentId, revision: 1, name: "First", note: "" })
  const [version] = await listVersions(scene.chair, { groupId: scene.groupId, documentId })
  await publishVersion(scene.chair, { versionId: version?.id ?? "" })
  await erase("Ilva Morandini")
  await comment({ kind: "document", documentId })
  await publish()
  expect(await words()).not.toMatch(/morandini/i)
  expect(await differences()).toEqual([])
})

test("a name that is gone from a compendium without anybody having erased it is told", async () => {
  await report()
  await comment({ kind: "minutes", meetingId: scene.meetingId })
  await publish()
  await owner
    .update(recordNames)
    .set({ ...{ name: null, salt: null }, erasedAt: new Date(), erasedBecause: "Nobody knows" })
    .where(and(eq(recordNames.kind, "compendium"), isNotNull(recordNames.name)))
  expect(await differences()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: expect.stringContaining("no event tells of it") }),
    ]),
  )
})
