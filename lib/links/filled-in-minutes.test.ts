import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeGroup } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { missingDocuments } from "@/db/schema/backlinks"
import { beginCorrection } from "@/lib/corrections/begin"
import { dropCorrection } from "@/lib/corrections/drop"
import { beginDocument } from "@/lib/documents/write-document"
import type { Inline } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { restoreMinutes } from "@/lib/minutes/restore"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { addRevision } from "@/lib/minutes/write-revision"
import { database, transaction } from "@/lib/platform/database"
import { publishMinutes } from "@/lib/reports/publish"
import { fillMissing } from "./fill-missing"
import { listMissing } from "./missing-queries"

const { owner } = await testDatabase()

const href = "https://tides.example.org/draft.pdf"
const opening = "The 33rd meeting of the group was held on 3 March 2022 at 13:00 UTC."

/** Minutes that miss a document, in their first section. */
async function arrange() {
  const scene = await arrangeScene(owner)
  const { meetingId, groupId, first, second, chair, member } = scene
  await arrangeMinutes(owner, meetingId, { opening, [first]: "", [second]: "" })
  const current = async () => {
    const kept = await getCurrentText(database(), meetingId)
    if (!kept) throw new Error("There are no minutes")
    return kept
  }
  const line = async () => (await current()).text.sections[first]?.content[0]?.content
  const put = async (content: Inline[]) => {
    const { text, revision } = await current()
    const sections = {
      ...text.sections,
      [first]: { type: "doc" as const, content: [{ type: "paragraph" as const, content }] },
    }
    await transaction((tx) =>
      addRevision(tx, revision, { meetingId, text: { ...text, sections }, authorId: null }),
    )
  }
  await put([{ type: "text", text: "See [the draft](#) for more." }])
  const write = async (words: string) =>
    savePlainMinutes(chair, {
      ...{ meetingId, base: (await current()).revision, locale: "en" },
      sections: { [first]: words },
    })
  const publish = async () =>
    publishMinutes(chair, {
      ...{ meetingId, language: "en", overrides: [], revision: (await current()).revision },
    })
  const missing = async () =>
    (await listMissing(member, groupId)).map(({ label, filled, waits }) => [
      label,
      filled?.href ?? null,
      waits,
    ])
  const fill = async (actor = member) => {
    const [row] = await listMissing(actor, groupId)
    return fillMissing(actor, { missingId: row?.id ?? "", documentId: null, href })
  }
  return { ...scene, current, line, put, write, publish, missing, fill }
}

const linked = [
  { type: "text", text: "See " },
  { type: "text", text: "the draft", marks: [{ type: "link", attrs: { href } }] },
  { type: "text", text: " for more." },
]

test("filled while minutes are closed it waits, and becomes a link when a correction begins", async () => {
  const { publish, fill, missing, line, current, chair, meetingId } = await arrange()
  await publish()
  const { revision } = await current()
  expect(await fill()).toMatchObject({ waits: true })
  expect(await missing()).toEqual([["the draft", href, true]])
  expect((await current()).revision).toBe(revision)
  await beginCorrection(chair, { meetingId, version: 1, reason: "The draft is there." })
  expect(await line()).toEqual(linked)
  expect((await current()).revision).toBe(revision + 1)
  expect(await missing()).toEqual([])
})

test("filled before or during a correction that is given up, it waits for the next one", async () => {
  for (const isBefore of [true, false]) {
    const { publish, fill, missing, line, chair, meetingId } = await arrange()
    await publish()
    if (isBefore) await fill()
    await beginCorrection(chair, { meetingId, version: 1, reason: "The draft is there." })
    if (!isBefore) await fill()
    await dropCorrection(chair, { meetingId })
    expect(await missing()).toEqual([["the draft", href, true]])
    await beginCorrection(chair, { meetingId, version: 1, reason: "The draft is there." })
    expect(await line()).toEqual(linked)
    expect(await missing()).toEqual([])
  }
})

test("filled by a member while a correction is open, it becomes a link at once", async () => {
  const { publish, fill, missing, line, chair, member, meetingId } = await arrange()
  await publish()
  await beginCorrection(chair, { meetingId, version: 1, reason: "The draft is there." })
  expect(await fill(member)).toMatchObject({ waits: false })
  expect(await line()).toEqual(linked)
  expect(await missing()).toEqual([])
})

test("typed again in a correction that is given up, it is open", async () => {
  const { publish, fill, missing, write, chair, meetingId } = await arrange()
  await publish()
  await fill()
  await beginCorrection(chair, { meetingId, version: 1, reason: "The draft is there." })
  await write("And again [the draft](#).")
  await dropCorrection(chair, { meetingId })
  expect(await missing()).toEqual([["the draft", null, false]])
})

test("typed again or brought back by a restore it is open again", async () => {
  const { write, fill, missing, current, chair, meetingId } = await arrange()
  expect(await fill()).toMatchObject({ waits: false })
  expect(await missing()).toEqual([])
  await write("And again [the draft](#).")
  expect(await missing()).toEqual([["the draft", null, false]])
  await fill()
  expect(await missing()).toEqual([])
  await restoreMinutes(chair, { meetingId, number: 2, base: (await current()).revision })
  expect(await missing()).toEqual([["the draft", null, false]])
})

test("cut by emphasis it becomes a link all the same, each word with its looks", async () => {
  const { put, fill, missing, line } = await arrange()
  await put([
    { type: "text", text: "See [" },
    { type: "text", text: "the", marks: [{ type: "bold" }] },
    { type: "text", text: " draft](" },
    { type: "text", text: "#) there", marks: [{ type: "italic" }] },
  ])
  expect(await fill()).toMatchObject({ waits: false })
  const link = { type: "link", attrs: { href } }
  expect(await line()).toEqual([
    { type: "text", text: "See " },
    { type: "text", text: "the", marks: [{ type: "bold" }, link] },
    { type: "text", text: " draft", marks: [link] },
    { type: "text", text: " there", marks: [{ type: "italic" }] },
  ])
  expect(await missing()).toEqual([])
})

test("what names somebody, or is a link already, is no placeholder", async () => {
  const { put, missing, member } = await arrange()
  await put([
    { type: "text", text: "[the draft of " },
    { type: "mention", attrs: { personId: member.personId, label: member.name } },
    { type: "text", text: "](#) and " },
    { type: "text", text: "[the plan](#)", marks: [{ type: "link", attrs: { href } }] },
  ])
  expect(await missing()).toEqual([])
})

test("filled with what the group no longer has it stays words, and a correction begins all the same", async () => {
  const { publish, fill, missing, line, chair, meetingId } = await arrange()
  await publish()
  await fill()
  const other = await makeGroup(owner)
  const { id: filledDocumentId } = await transaction((tx) =>
    beginDocument(tx, {
      ...{ groupId: other.id, title: "Of others", text: { schema: 2, content: [] } },
      authorId: null,
    }),
  )
  await owner
    .update(missingDocuments)
    .set({ filledDocumentId, filledHref: null })
    .where(eq(missingDocuments.meetingId, meetingId))
  await beginCorrection(chair, { meetingId, version: 1, reason: "The draft is there." })
  expect(await line()).toEqual([{ type: "text", text: "See [the draft](#) for more." }])
  expect(await missing()).toEqual([["the draft", null, true]])
})
