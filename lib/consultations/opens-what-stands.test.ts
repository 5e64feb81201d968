import { randomUUID } from "node:crypto"
import { and, eq, isNotNull } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { exchangeDocument } from "@/lib/documents/live/exchange"
import { openDocument } from "@/lib/documents/live/open-document"
import { readText } from "@/lib/documents/live/read-text"
import { DOCUMENT_SCHEMA } from "@/lib/documents/model"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { openMinutes } from "@/lib/minutes/live/open-minutes"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { commentInConsultation } from "./comment"
import { commentInConsultationInput } from "./input"
import { openConsultation } from "./open"
import { readOpenTexts } from "./open-texts"
import { turnConsultations } from "./turn"

vi.mock("@/lib/documents/live/read-text", async (original) => {
  const real = await original<typeof import("@/lib/documents/live/read-text")>()
  return { ...real, readText: vi.fn(real.readText) }
})

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
let group: { id: string; slug: string }
let chair: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  setClock(() => new Date("2027-02-20T10:00:00Z"))
})
afterEach(() => setClock(undefined))

/** A planned consultation of a document and of minutes, in both of which somebody is writing. */
async function arrange() {
  const to = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, opensAt, audience: "members" },
    closesAt: new Date("2027-03-15T12:00:00Z"),
  })
  const meeting = await arrangeMeeting(owner, { groupId: group.id, number: 33 })
  await arrangeMinutes(owner, meeting.id, { opening: "Welcome." })
  await owner
    .insert(consultationTexts)
    .values({ consultationId: to.id, position: 1, meetingId: meeting.id })
  return { ...to, meetingId: meeting.id }
}
type Arranged = Awaited<ReturnType<typeof arrange>>

const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
/** Adds words behind the last of a fragment, as a page does that nobody closed yet. */
function typed(doc: Y.Doc, fragment: string, words: string) {
  const known = Y.encodeStateVector(doc)
  const blocks = doc.getXmlFragment(fragment)
  const text = (blocks.get(blocks.length - 1) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(text.length, words)
  return {
    state: encoded(Y.encodeStateVector(doc)),
    update: encoded(Y.encodeStateAsUpdate(doc, known)),
  }
}
async function write({ document, meetingId }: Arranged) {
  const plan = typed((await openDocument(chair, document.id)).doc, "text", " And every month.")
  await exchangeDocument(chair, {
    ...{ documentId: document.id, schema: DOCUMENT_SCHEMA, seen: -1, ...plan },
  })
  const said = typed((await openMinutes(chair, meetingId)).doc, "opening", " All are here.")
  await exchangeMinutes(chair, { meetingId, schema: 1, seen: -1, ...said })
}
const readable = async ({ id }: Arranged) =>
  (await readOpenTexts(owner, id)).map(({ sections }) =>
    sections.map(({ words }) => words).join(" "),
  )
const lastWords = [
  expect.stringContaining("every two weeks. And every month."),
  expect.stringContaining("Welcome. All are here."),
]

test("what is open is what stood in the texts at the opening, though nobody had saved it yet", async () => {
  const to = await arrange()
  await write(to)
  await openConsultation(chair, { consultationId: to.id, revision: to.revision })
  expect(await readable(to)).toEqual(lastWords)
  const [pinned] = await owner
    .select({ revision: consultationTexts.revision })
    .from(consultationTexts)
    .where(eq(consultationTexts.documentId, to.document.id))
  expect(pinned).toEqual({ revision: 2 })
})

test("so it is where the clock opens it, and what is written afterwards is not read", async () => {
  const to = await arrange()
  await write(to)
  setClock(() => new Date(opensAt.getTime() + 1_000))
  await turnConsultations()
  await write(to)
  expect(await readable(to)).toEqual(lastWords)
})

test("who comments, writes and opens at once waits for no one who waits for them", async () => {
  const to = await arrange()
  setClock(() => new Date(opensAt.getTime() + 1_000))
  const comment = () =>
    commentInConsultation(
      chair,
      commentInConsultationInput.parse({
        ...{ consultationId: to.id, consultationTextId: to.textId, submission: randomUUID() },
        text: "Add the budget.",
      }),
    )
  const done = await Promise.allSettled([
    ...Array.from({ length: 6 }, comment),
    turnConsultations(),
    write(to),
    turnConsultations(),
    ...Array.from({ length: 6 }, comment),
  ])
  expect(done.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []))).toEqual(
    [],
  )
  const pinned = await transaction((tx) =>
    tx
      .select({ revision: consultationTexts.revision })
      .from(consultationTexts)
      .where(eq(consultationTexts.consultationId, to.id)),
  )
  expect(pinned.every(({ revision }) => revision !== null)).toBe(true)
})

test("where what is written together cannot be read it opens with the last revision, and the log says so", async () => {
  const to = await arrange()
  const { doc } = await openDocument(chair, to.document.id)
  const known = Y.encodeStateVector(doc)
  doc.getXmlFragment("text").insert(0, [new Y.XmlElement("heading")])
  await exchangeDocument(chair, {
    ...{ documentId: to.document.id, schema: DOCUMENT_SCHEMA, seen: -1 },
    state: encoded(Y.encodeStateVector(doc)),
    update: encoded(Y.encodeStateAsUpdate(doc, known)),
  })
  vi.mocked(readText).mockImplementationOnce(
    () => ({ schema: DOCUMENT_SCHEMA, content: "?" }) as never,
  )
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true)
  setClock(() => new Date(opensAt.getTime() + 1_000))
  await turnConsultations()
  expect(String(said.mock.calls)).toContain(to.document.id)
  said.mockRestore()
  const [pinned] = await owner
    .select({ revision: consultationTexts.revision })
    .from(consultationTexts)
    .where(eq(consultationTexts.documentId, to.document.id))
  expect(pinned).toEqual({ revision: 1 })
})

test("one that cannot be opened keeps no other closed, and is not passed over in silence", async () => {
  const ends = (day: string) => ({ closesAt: new Date(`2027-03-${day}T12:00:00Z`) })
  const facts = { groupId: group.id, askedBy: chair.personId, opensAt }
  const broken = await arrangeConsultation(owner, { ...facts, ...ends("10") })
  const whole = await arrangeConsultation(owner, { ...facts, ...ends("20") })
  const [without] = await owner
    .insert(documents)
    .values({ groupId: group.id, slug: `no-words-${randomUUID()}`, title: "Lost", revision: 1 })
    .returning({ id: documents.id })
  await owner
    .update(consultationTexts)
    .set({ documentId: without?.id ?? "" })
    .where(eq(consultationTexts.consultationId, broken.id))
  setClock(() => new Date(opensAt.getTime() + 1_000))
  await expect(turnConsultations()).rejects.toThrow("Consultations were not turned")
  const opened = await owner
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(eq(consultations.groupId, group.id), isNotNull(consultations.openedAt)))
  expect(opened).toEqual([{ id: whole.id }])
})
