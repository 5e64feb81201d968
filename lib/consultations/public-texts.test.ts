import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makePerson } from "@/db/factories/people"
import { arrangeQuoteRequest, arrangeQuotes, paragraphOf, statementOf } from "@/db/factories/quoted"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { type consultations, consultationTexts } from "@/db/schema/consultations"
import { documentRevisions, documents, documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { quoteRequests } from "@/db/schema/reviews"
import { setClock } from "@/lib/platform/clock"
import { exampleReport } from "@/lib/reports/example"
import { consultationAudiences } from "./model"
import { findPublicConsultation, findPublicTexts } from "./public-queries"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const during = new Date("2027-03-02T10:00:00Z")
let scene: Scene
let slug: string
beforeEach(async () => {
  scene = await arrangeScene(owner)
  const [group] = await owner.select().from(groups).where(eq(groups.id, scene.groupId))
  slug = group?.slug ?? ""
  setClock(() => during)
})
afterEach(() => setClock(undefined))

type Facts = Partial<typeof consultations.$inferInsert>
async function arrange(facts: Facts = {}) {
  const asked = await arrangeConsultation(owner, {
    ...{ groupId: scene.groupId, askedBy: scene.chair.personId, audience: "anyone" as const },
    ...{ opensAt, closesAt, openedAt: opensAt },
    ...facts,
  })
  if (facts.openedAt !== null)
    await owner
      .update(consultationTexts)
      .set({ revision: 1 })
      .where(eq(consultationTexts.id, asked.textId))
  return asked
}
const read = ({ slug: consultation }: { slug: string }) => findPublicTexts(slug, consultation)
const page = ({ slug: consultation }: { slug: string }) =>
  findPublicConsultation(slug, consultation)

describe("the texts of a consultation", () => {
  test("that is open to anyone are there to be read as they stood at the opening, and stay afterwards", async () => {
    const asked = await arrange()
    const content = [{ type: "paragraph", content: [{ type: "text", text: "Of tomorrow." }] }]
    await owner
      .insert(documentRevisions)
      .values({ documentId: asked.document.id, number: 2, text: { schema: 2, content } })
    await owner.update(documents).set({ revision: 2 }).where(eq(documents.id, asked.document.id))
    for (const at of [during, new Date("2028-01-01T00:00:00Z")]) {
      setClock(() => at)
      expect(await page(asked)).toMatchObject({ readable: true })
      const found = await read(asked)
      expect(found?.texts.map(({ title }) => title)).toEqual(["Activity plan"])
      const words = JSON.stringify(found)
      expect(words).toContain("meets every two weeks")
      expect(words).not.toContain("Of tomorrow.")
    }
  })

  test.each(consultationAudiences.filter((audience) => audience !== "anyone"))(
    "for %s are shown to nobody, before, while and after",
    async (audience) => {
      const asked = await arrange({ audience })
      for (const at of [opensAt, during, closesAt]) {
        setClock(() => at)
        expect(await read(asked)).toBeNull()
        const found = await page(asked)
        expect(found?.readable ?? false).toBe(false)
        expect(JSON.stringify(found)).not.toContain("meets every two weeks")
      }
    },
  )

  test("that is planned, that the portal has not opened yet, or that was called off are not shown", async () => {
    const notYet = { openedAt: null }
    const cases = [
      await arrange({ ...notYet, opensAt: new Date("2027-03-03T09:00:00Z") }),
      await arrange(notYet),
      await arrange({ cancelledAt: during, cancelReason: "Too early" }),
    ]
    for (const asked of cases) {
      expect(await read(asked)).toBeNull()
      expect((await page(asked))?.readable ?? false).toBe(false)
    }
    expect(await findPublicTexts("another-group", (await arrange()).slug)).toBeNull()
  })
})

/** Minutes in the place of the document, with somebody who asked not to be named in the report. */
async function withMinutes() {
  const { groupId, meetingId, chair } = scene
  const shy = await makePerson(owner, {
    name: "Ottoline Brandt",
    stakeholderGroup: "civil-society",
  })
  await arrangeQuotes(owner, meetingId, {
    [scene.first]: [
      statementOf(shy.name, "The budget is too small.", { personId: shy.id }),
      paragraphOf("Then Ottoline Brandt left, and Tomasz Okonkwo stayed."),
    ],
  })
  await arrangeQuoteRequest(owner, {
    ...{ groupId, meetingId, personId: shy.id, openedBy: chair.personId },
  })
  await owner
    .update(quoteRequests)
    .set({ answer: "unnamed", answeredAt: during })
    .where(eq(quoteRequests.personId, shy.id))
  const asked = await arrange()
  await owner
    .update(consultationTexts)
    .set({ documentId: null, meetingId, revision: 1 })
    .where(eq(consultationTexts.id, asked.textId))
  return { asked, shy }
}

test("minutes are read as guests read them: whoever asked for it is not named", async () => {
  const { asked, shy } = await withMinutes()
  const words = JSON.stringify(await read(asked))
  for (const name of ["Ottoline", "Brandt", shy.id]) expect(words).not.toContain(name)
  expect(words).toContain("Then a participant from civil society left, and Tomasz Okonkwo stayed.")
})

test("published minutes stand under their published number until a correction of it is published", async () => {
  const { asked } = await withMinutes()
  const { groupId, meetingId, chair } = scene
  const publish = async (version: number, number: number) => {
    const facts = exampleReport({ version })
    await owner.insert(reports).values({
      ...{ groupId, meetingId, number, version, sha256: String(version).repeat(64) },
      ...{ minutesRevision: 1, publishedBy: chair.personId, publishedAt: during },
      content: { ...facts, meeting: { ...facts.meeting, number } },
    })
  }
  const numbers = async () =>
    [await page(asked), await read(asked)].map((found) => found?.texts.map(({ number }) => number))
  await publish(1, 33)
  await owner.update(meetings).set({ number: 41 }).where(eq(meetings.id, meetingId))
  expect(await numbers()).toEqual([[33], [33]])
  await publish(2, 41)
  expect(await numbers()).toEqual([[41], [41]])
})

test("a text from whose published record a name was erased is not shown any more; the others are", async () => {
  const asked = await arrange()
  const other = await arrangeDocument(owner, {
    ...{ groupId: scene.groupId, title: "Calendar", words: "A call in March." },
  })
  await owner
    .insert(consultationTexts)
    .values({ consultationId: asked.id, position: 1, documentId: other.id, revision: 1 })
  const [version] = await owner
    .insert(documentVersions)
    .values({
      ...{ documentId: asked.document.id, number: 1, name: "First", revision: 1 },
      ...{ content: {}, sha256: "0".repeat(64), madeBy: scene.chair.personId, madeAt: during },
    })
    .returning()
  const subjectId = version?.id ?? ""
  const commitment = "0".repeat(64)
  const name = { kind: "document" as const, subjectId, commitment }
  await owner.insert(recordNames).values({ ...name, key: "p1", name: "Ilva", salt: "s" })
  expect((await read(asked))?.texts.every(({ text }) => text !== null)).toBe(true)
  await owner
    .update(recordNames)
    .set({
      ...{ name: null, salt: null, erasedAt: during, erasedBecause: "Asked for" },
      erasedBy: scene.chair.personId,
    })
    .where(eq(recordNames.subjectId, subjectId))
  const found = await read(asked)
  expect(found?.texts.map(({ title, text }) => [title, text === null])).toEqual([
    ["Activity plan", true],
    ["Calendar", false],
  ])
  expect(JSON.stringify(found)).not.toContain("meets every two weeks")
})
