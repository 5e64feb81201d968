import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/open-consultation"
import { arrangeScene } from "@/db/factories/scene"
import { compendia, consultationTexts } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { beginThread } from "@/lib/comments/begin-thread"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { startMinutes } from "@/lib/minutes/start"
import { transaction } from "@/lib/platform/database"
import { exampleReport } from "@/lib/reports/example"
import { findCompendium } from "./public-queries"
import { publishCompendium } from "./publish"

const { owner } = await testDatabase()

/** Minutes of a published meeting 33 that were open for comments, with one comment that was decided on. */
async function arrange() {
  const { groupId, meetingId, chair, first, second } = await arrangeScene(owner)
  await startMinutes(chair, { meetingId })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [first]: "The plan is late." },
  })
  const facts = exampleReport({ version: 1 })
  await owner.insert(reports).values({
    ...{ groupId, meetingId, number: 33, version: 1, sha256: "1".repeat(64) },
    ...{ minutesRevision: 2, publishedBy: chair.personId, publishedAt: new Date("2022-03-04") },
    content: {
      ...facts,
      meeting: { ...facts.meeting, number: 33, title: "The spring call" },
      sections: [],
      agenda: [
        {
          ...{ id: second, label: "1", title: "Tides", coverage: "discussed" },
          children: [
            { id: first, label: "1a", title: "The tables", coverage: "discussed", children: [] },
          ],
        },
      ],
    },
  })
  const document = await arrangeDocument(owner, {
    groupId,
    parts: [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }],
  })
  const consultation = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, documentId: document.id },
    ...{ opensAt: new Date("2022-03-01"), closesAt: new Date("2022-03-20") },
  })
  await owner
    .insert(consultationTexts)
    .values({ consultationId: consultation.id, position: 1, meetingId, revision: 2 })
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId, text: { kind: "minutes", meetingId }, about: "section", place: first },
      ...{ consultationId: consultation.id, author: { personId: chair.personId } },
      comment: { text: "By how much?", submission: randomUUID(), way: "link" },
    }),
  )
  await workThread(chair, {
    ...{ consultationId: consultation.id, threadId, revision: 1 },
    ...{ disposition: "noted", reason: "It is said elsewhere." },
  })
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  return { meetingId, chair, first, consultation, slug: group?.slug ?? "" }
}

test("a compendium calls minutes as their newest report does, whatever a correction is about to change", async () => {
  const { meetingId, chair, first, consultation, slug } = await arrange()
  await owner
    .update(agendaItems)
    .set({ title: "Matters of another name" })
    .where(eq(agendaItems.id, first))
  await owner
    .update(meetings)
    .set({ number: 41, title: "The call of another name" })
    .where(eq(meetings.id, meetingId))
  await publishCompendium(chair, { consultationId: consultation.id, version: 1 })
  const found = await findCompendium(slug, consultation.slug)
  expect(found?.entries).toMatchObject([{ text: "The spring call", section: "1a The tables" }])
  const [{ content } = {}] = await owner
    .select({ content: compendia.content })
    .from(compendia)
    .where(eq(compendia.consultationId, consultation.id))
  expect(content).toMatchObject({
    texts: [{ kind: "document" }, { kind: "minutes", number: 33, title: "The spring call" }],
  })
  expect(JSON.stringify(content)).not.toContain("another name")
})
