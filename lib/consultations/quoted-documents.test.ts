import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { consultationTexts } from "@/db/schema/consultations"
import { threads } from "@/db/schema/threads"
import { listPassages } from "@/lib/comments/anchors/queries"
import { openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { listThreads, textPlaces } from "@/lib/comments/queries"
import { findCompendium } from "@/lib/compendia/public-queries"
import { publishCompendium } from "@/lib/compendia/publish"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { editableText } from "@/lib/documents/editable"
import { PART } from "@/lib/documents/live/form"
import type { DocumentBlock } from "@/lib/documents/model"
import { savePlainDocument } from "@/lib/documents/save-plain"
import { setClock } from "@/lib/platform/clock"
import { hashOf } from "@/lib/platform/secrets"
import { commentAsGuest } from "./comment-as-guest"
import { guestOfLink } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { commentAsGuestInput } from "./input"
import { worksheetRows } from "./worksheet/rows"
import { workThread } from "./worksheet/work-thread"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const during = new Date("2027-03-02T10:00:00Z")
const over = new Date("2027-03-16T10:00:00Z")

let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  setClock(() => during)
})
afterEach(() => setClock(undefined))

const heading = (words: string): DocumentBlock => ({
  type: "heading",
  attrs: { level: 1, id: randomUUID() },
  content: [{ type: "text", text: words }],
})
const plan = () => [
  heading("Aims"),
  line("The group meets every two weeks."),
  heading("Calendar"),
  line("A call each month."),
  line("Two of them are public."),
]

/** A document about which a guest is asked, with what they and the members do to it. */
async function arrange(content: DocumentBlock[]) {
  const asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, audience: "invited", content },
    ...{ opensAt, closesAt, openedAt: opensAt },
  })
  const { id: consultationId, document } = asked
  const documentId = document.id
  const token = randomUUID()
  await arrangeGuest(owner, { consultationId, tokenHash: hashOf(token), confirmedAt: during })
  const quote = async (words: string, place = "") => {
    const { commentId } = await commentAsGuest(
      await guestOfLink(token),
      commentAsGuestInput.parse({
        ...{ token, consultationTextId: asked.textId, quote: words, place },
        ...{ text: `Why “${words}”?`, submission: randomUUID() },
      }),
    )
    return commentId
  }
  const save = (base: number, ...now: DocumentBlock[]) =>
    savePlainDocument(member, { documentId, base, text: editableText(textOf(...now)) })
  const see = async () =>
    getConsultationForGuest(await guestOfLink(token), token, {
      ...{ group: group.slug, consultation: asked.slug },
    })
  return { ...asked, consultationId, documentId, quote, save, see }
}
type Arranged = Awaited<ReturnType<typeof arrange>>

const threadsOf = ({ documentId }: Arranged) =>
  owner.select().from(threads).where(eq(threads.documentId, documentId)).orderBy(threads.createdAt)

/** The consultation is over, its threads are noted, and its compendium is published. */
async function publish(asked: Arranged) {
  setClock(() => over)
  const { consultationId, slug } = asked
  for (const { id: threadId, revision } of await threadsOf(asked))
    await workThread(chair, {
      ...{ consultationId, threadId, revision, disposition: "noted", reason: "" },
    })
  await publishCompendium(chair, { consultationId, version: 1 })
  return (await findCompendium(group.slug, slug))?.entries ?? []
}

describe("a guest quotes a passage of a document", () => {
  test("and it stands when a member saves the document elsewhere, and in the compendium", async () => {
    const before = plan()
    const asked = await arrange(before)
    await asked.quote("every two weeks")
    // A whole section, with nothing of its own around it.
    await asked.quote("A call each month. Two of them are public.")
    expect(await threadsOf(asked)).toMatchObject([
      { about: "passage", place: PART, quote: "every two weeks" },
      { about: "passage", place: PART },
    ])
    await asked.save(1, ...before, line("The rest is written later."))
    expect((await threadsOf(asked)).map(({ lostAt }) => lostAt)).toEqual([null, null])
    expect(await publish(asked)).toMatchObject([
      { section: "Aims", quote: "every two weeks", lost: false },
      { section: "Calendar", lost: false },
    ])
  })

  test("and its editor marks it; once its words are deleted it is lost, and says so", async () => {
    const before = plan()
    const asked = await arrange(before)
    await asked.quote("every two weeks")
    const on = { kind: "document", documentId: asked.documentId } as const
    expect(await listPassages(member, on)).toMatchObject([{ place: PART }])
    await asked.save(1, ...before.map((block, at) => (at === 1 ? line("It never meets.") : block)))
    expect(await threadsOf(asked)).toMatchObject([{ lostAt: expect.any(Date) }])
    expect(await publish(asked)).toMatchObject([{ quote: "every two weeks", lost: true }])
  })
})

test("what is said of words that were deleted meanwhile is lost from its first moment, in the worksheet too", async () => {
  const before = plan()
  const asked = await arrange(before)
  // Guests read the text as it stood when the window opened.
  const opened = eq(consultationTexts.consultationId, asked.consultationId)
  await owner.update(consultationTexts).set({ revision: 1 }).where(opened)
  await asked.save(1, line("Nothing of it is left, and nobody meets."))
  await asked.quote("meets every two weeks")
  await asked.quote("", before[2]?.type === "heading" ? before[2].attrs.id : "")
  const rows = await worksheetRows(owner, asked.consultationId)
  expect(rows).toMatchObject([
    { quote: "meets every two weeks", lost: true },
    { section: "Calendar", quote: "", lost: true },
  ])
})

describe("a heading that nobody was asked about is not told with the comments", () => {
  const renamed = (content: DocumentBlock[], words: string) =>
    content.map((block, at) =>
      at === 2 && block.type === "heading"
        ? { ...block, content: [{ type: "text" as const, text: words }] }
        : block,
    )
  const onCalendar = async () => {
    const content = plan()
    const asked = await arrange(content)
    const place = content[2]?.type === "heading" ? content[2].attrs.id : ""
    const opened = eq(consultationTexts.consultationId, asked.consultationId)
    await owner.update(consultationTexts).set({ revision: 1 }).where(opened)
    return { asked, content, place }
  }

  test("where it was renamed in the draft, and then deleted", async () => {
    const { asked, content, place } = await onCalendar()
    await asked.quote("", place)
    await asked.save(1, ...renamed(content, "Secret merger"))
    await asked.save(2, ...content.slice(0, 2))
    expect(await threadsOf(asked)).toMatchObject([
      { wasAbout: "Calendar", lostAt: expect.any(Date) },
    ])
    const [thread] = await threadsOf(asked)
    const said = JSON.stringify([await asked.see(), await publish(asked)])
    expect(thread?.wasAbout).toBe("Calendar")
    expect(said).toContain("Calendar")
    expect(said).not.toContain("Secret merger")
  })

  test("where a member comments on it on the desk, or answers there in a thread of the group", async () => {
    const { asked, content, place } = await onCalendar()
    const added = [heading("Secret merger"), line("More.")]
    await asked.save(1, ...renamed(content, "Secret calendar"), ...added)
    const { documentId, consultationId } = asked
    const places = await textPlaces(member, { kind: "document", documentId })
    const id = places.find(({ name }) => name === "Secret merger")?.place
    const on = { kind: "document", id: documentId }
    const say = (at: string) =>
      openThread(member, openThreadInput.parse({ on, at, text: "Why?", submission: randomUUID() }))
    await say(`section:${place}`)
    await say(`section:${id}`)
    const [, fresh] = await threadsOf(asked)
    expect((await threadsOf(asked)).map(({ wasAbout }) => wasAbout)).toEqual(["Calendar", ""])
    // One that the group began by itself, in which somebody speaks to the consultation.
    const ofGroup = { consultationId: null, wasAbout: "Secret merger" }
    await owner
      .update(threads)
      .set(ofGroup)
      .where(eq(threads.id, fresh?.id ?? ""))
    await asked.save(2, ...content.slice(0, 2))
    const rows = await worksheetRows(owner, consultationId)
    expect(rows.map(({ lost }) => lost)).toEqual([true, true])
    expect(JSON.stringify(rows)).not.toContain("Secret")
  })
})

describe("every word that stands in a document can be quoted", () => {
  const noted: DocumentBlock = {
    type: "paragraph",
    content: [
      { type: "text", text: "Two per cent" },
      { type: "footnote", content: [{ type: "text", text: "Or a little more." }] },
      { type: "text", text: " is enough." },
    ],
  }
  const whole = () => [line("This plan begins so."), heading("Our aims"), noted, ...plan().slice(2)]

  test("before the first heading, in headings, in notes and across them; in the order of the text", async () => {
    const before = whole()
    const asked = await arrange(before)
    const inOrder = [
      "plan begins",
      "so. Our",
      "Our aims",
      "Two per cent is enough",
      "a little more",
      "enough. Calendar",
      "each month",
    ]
    for (const words of [...inOrder].reverse()) await asked.quote(words)
    await asked.save(1, ...before, line("The rest is written later."))
    expect((await threadsOf(asked)).map(({ quote, lostAt }) => [quote, lostAt])).toEqual(
      [...inOrder].reverse().map((quote) => [quote, null]),
    )
    expect(
      (await publish(asked)).map(({ quote, section, lost }) => [quote, section, lost]),
    ).toEqual([
      ["plan begins", "This plan begins so.", false],
      ["so. Our", "This plan begins so.", false],
      ["Our aims", "Our aims", false],
      ["Two per cent is enough", "Our aims", false],
      ["enough. Calendar", "Our aims", false],
      ["a little more", "Our aims", false],
      ["each month", "Calendar", false],
    ])
  })

  test("in a section that is named, only what stands in it", async () => {
    const asked = await arrange(whole())
    await asked.quote("begins", "opening")
    await expect(asked.quote("each month", "opening")).rejects.toMatchObject({
      fields: { quote: "consultation.quoteUnknown" },
    })
    expect(await threadsOf(asked)).toHaveLength(1)
  })

  test("in one that has no headings at all", async () => {
    const asked = await arrange([line("First of all."), line("That is all.")])
    await asked.quote("That is all.")
    await asked.save(1, line("First of all."), line("That is all."), line("Or not."))
    expect(await threadsOf(asked)).toMatchObject([{ quote: "That is all.", lostAt: null }])
  })

  test("and members see the threads under the part that they are about", async () => {
    const asked = await arrange(whole())
    for (const words of ["a little more", "plan begins"]) await asked.quote(words)
    const on = { kind: "document", documentId: asked.documentId } as const
    const places = await textPlaces(member, on)
    expect(places.map(({ name }) => name)).toEqual(["This plan begins so.", "Our aims", "Calendar"])
    const { threads: listed } = await listThreads(member, on, "en")
    const nameOf = (place: string | null) => places.find((each) => each.place === place)?.name
    expect(listed.map(({ passage, under }) => [passage?.quote, nameOf(under)])).toEqual([
      ["plan begins", "This plan begins so."],
      ["a little more", "Our aims"],
    ])
  })
})
