import { randomUUID } from "node:crypto"
import { desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping, makeRow } from "@/db/factories/mapping"
import { arrangeConsultation, arrangeGuest } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { findCompendium } from "@/lib/compendia/public-queries"
import { publishCompendium } from "@/lib/compendia/publish"
import { commentInConsultation } from "@/lib/consultations/comment"
import { commentAsGuest } from "@/lib/consultations/comment-as-guest"
import { getDeskTexts } from "@/lib/consultations/desk-texts"
import { guestOfLink, guestToken } from "@/lib/consultations/guest-link"
import { getConsultationForGuest } from "@/lib/consultations/guest-queries"
import { moderateComment } from "@/lib/consultations/moderate"
import { listConsultationsOfRow } from "@/lib/consultations/of-row"
import { getWorksheet } from "@/lib/consultations/worksheet/queries"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { findCurrentText } from "@/lib/documents/current-text"
import { sectionsOf } from "@/lib/documents/sections"
import { listRowBacklinks } from "@/lib/links/backlink-queries"
import { getMapping } from "@/lib/mapping/queries"
import { rowPlace } from "@/lib/mapping/row-place"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { hashOf } from "@/lib/platform/secrets"
import { askAboutEdition } from "./ask-about"
import { askAboutEditionInput } from "./ask-input"
import { getEditionToAsk, listAsked } from "./ask-queries"
import { composeEdition } from "./compose"
import { freezeEdition } from "./freeze"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let mapping: MappingScene
let editionId: string

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  mapping = await makeMapping(owner, group.id)
  const { mappingId, areas } = mapping
  await makeRow(owner, {
    ...{ mappingId, areaId: areas[1] ?? "", number: 2, suggests: "Include everybody\nand soon" },
    ...{ citationMandate: "A/74/821", citationParagraph: "93", scope: "in" as const },
    ...{ scopeReason: "It is ours.", scopeAt: new Date(), status: "under-way" as const },
    activities: [
      {
        ...{ id: randomUUID(), title: "Forum on reach", kind: "bpf", years: [2090] },
        ...{ link: "https://reach.example.org/forum", body: "Reach forum" },
      },
    ],
    synergies: [{ type: "paragraph", content: [{ type: "text", text: "Meets the charter." }] }],
  })
  await makeRow(owner, { mappingId, areaId: areas[0] ?? "", number: 3, suggests: "" })
  await freeze()
})

const freeze = async () => {
  const { mappingId } = mapping
  const { number: edition, mark } = await composeEdition(owner, mappingId)
  const [now] = await owner.select().from(mappings).where(eq(mappings.id, mappingId))
  await freezeEdition(chair, { mappingId, edition, mark, change: now?.change ?? -1, note: "" })
  const [{ id } = { id: "" }] = await owner
    .select({ id: editions.id })
    .from(editions)
    .where(eq(editions.mappingId, mappingId))
    .orderBy(desc(editions.number))
  editionId = id
}
const ask = (actor: SignedIn, given: Record<string, unknown> = {}) =>
  askAboutEdition(
    actor,
    askAboutEditionInput.parse({
      ...{ editionId, title: "The table", areas: ["connectivity", "inclusion"], made: "0" },
      ...given,
    }),
  )
const textOf = async (documentId: string) => (await findCurrentText(database(), documentId, 1)).text
const made = () => owner.select().from(documents).where(eq(documents.groupId, group.id))
const linkTo = (number: number) => ({
  ...{ type: "text" as const, text: "the row before" },
  marks: [{ type: "link" as const, attrs: { href: rowHref(number) } }],
})
const rowHref = (number: number) =>
  `${env().origin}/${group.slug}/mapping/${mapping.mandateSlug}/editions/1?row=${number}`

describe("a document of an edition", () => {
  test("has a section for each row under its area, with all that the edition says of it", async () => {
    const { documentId } = await ask(chair)
    const text = await textOf(documentId)
    const [opening, ...sections] = sectionsOf(text)
    expect(opening?.words).toContain("edition 1 of")
    expect(sections.map(({ title }) => title)).toEqual([
      ...["Global connectivity", "Row 1: Suggestion 1", "Row 3"],
      ...["Digital inclusion", "Row 2: Include everybody and soon"],
    ])
    const { words } = sections[4] ?? { words: "" }
    expect(words.split("\n")).toEqual([
      "Row 2: Include everybody and soon",
      "What the mandate suggests: Include everybody",
      "and soon (A/74/821, para. 93)",
      "What the IGF does",
      "Forum on reach (Best practice forum, 2090, Reach forum)",
      "Comments and synergies",
      "Meets the charter.",
      "Scope: in. It is ours.",
      expect.stringMatching(/under way.*Row 2 in edition 1/),
      "",
    ])
    const written = JSON.stringify(text)
    for (const href of ["https://reach.example.org/forum", rowHref(2), rowHref(3)])
      expect(written).toContain(JSON.stringify(href))
    expect(await made()).toMatchObject([
      { title: "The table", kind: "proposal", status: "draft", originEditionId: editionId },
    ])
  })

  test("leads back to its rows, and each row to it", async () => {
    await ask(chair)
    const of = await listRowBacklinks(chair, group.id, mapping.rowId)
    expect(of.shown).toMatchObject([
      { from: { kind: "document", title: "The table" }, words: "Row 1 in edition 1" },
    ])
  })

  test("is made of the areas that are chosen, and of none that has no row", async () => {
    const { documentId } = await ask(chair, { areas: "inclusion" })
    expect(sectionsOf(await textOf(documentId)).map(({ title }) => title)).not.toContain(
      "Global connectivity",
    )
    const refusal = { code: "invalid", fields: { areas: "editions.noRows" } }
    await expect(ask(chair, { areas: ["elsewhere"], made: "1" })).rejects.toMatchObject(refusal)
    expect(askAboutEditionInput.safeParse({ editionId, title: "T", made: "0" }).success).toBe(false)
    expect(await made()).toHaveLength(1)
  })

  test("sent twice at once is made once", async () => {
    const results = await Promise.allSettled([ask(chair), ask(chair), ask(chair)])
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "conflict", key: "editions.asked" })
    expect(await made()).toHaveLength(1)
  })

  test("that would be too long is refused, and nothing is kept of it", async () => {
    const { mappingId, areas } = mapping
    const block = { type: "paragraph", content: [{ type: "text", text: "Said." }] }
    for (const number of [4, 5])
      await makeRow(owner, {
        ...{ mappingId, areaId: areas[0] ?? "", number },
        synergies: Array.from({ length: 15_500 }, () => block),
      })
    await freeze()
    const refusal = { code: "invalid", fields: { areas: "editions.tooLong" } }
    await expect(ask(chair)).rejects.toMatchObject(refusal)
    expect(await made()).toHaveLength(0)
  })

  test("is for co-chairs to make; an outsider is not told that there is an edition", async () => {
    const member = await makeActor(owner, { roles: { [group.id]: "member" } })
    const far = await makeGroup(owner)
    const stranger = await makeActor(owner, { roles: { [far.id]: "co-chair" } })
    const desk = await getMapping(chair, group.slug, mapping.mandateSlug)
    for (const [actor, code] of [
      [member, "forbidden"],
      [stranger, "not_found"],
    ] as const) {
      await expect(ask(actor)).rejects.toMatchObject({ code })
      await expect(getEditionToAsk(actor, desk)).rejects.toMatchObject({ code })
    }
    await expect(ask(chair, { editionId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await made()).toHaveLength(0)
  })
})

describe("a consultation on an edition", () => {
  const open = async (given?: Record<string, unknown>) => {
    const { documentId } = await ask(chair, given)
    const consultation = await arrangeConsultation(owner, {
      ...{ groupId: group.id, askedBy: chair.personId, documentId },
    })
    const [text] = await owner
      .select()
      .from(consultationTexts)
      .where(eq(consultationTexts.consultationId, consultation.id))
    const comment = (place: string | null, words: string) =>
      commentInConsultation(chair, {
        ...{ consultationId: consultation.id, consultationTextId: text?.id ?? "" },
        ...{ place, quote: null, text: words, submission: randomUUID(), unnamed: false },
      })
    return { consultation, comment }
  }

  test("takes comments on rows, areas and the whole; the sheet has them in the order of the table", async () => {
    const { consultation, comment } = await open()
    const { texts } = await getDeskTexts(chair, consultation.id, "en")
    const area = texts[0]?.sections.find(({ title }) => title === "Global connectivity")
    await comment(rowPlace(editionId, 2), "On the second row.")
    await comment(rowPlace(editionId, 1), "On the first row.")
    await comment(area?.place ?? "", "On an area.")
    await comment(null, "On all of it.")
    const { threads } = await getWorksheet(chair, group.slug, consultation.slug, {
      ...{ show: "all", page: 1 },
    })
    expect(threads.map(({ lead }) => [lead.text, lead.section, lead.words])).toEqual([
      ["The table", "", "On all of it."],
      ["The table", "Global connectivity", "On an area."],
      ["The table", "Row 1: Suggestion 1", "On the first row."],
      ["The table", "Row 2: Include everybody and soon", "On the second row."],
    ])
  })

  test("is read and answered row by row by a guest, waits where anyone may, and is published by rows", async () => {
    const { consultation } = await open()
    const id = randomUUID()
    const token = guestToken(id)
    await owner
      .update(consultations)
      .set({ audience: "anyone" })
      .where(eq(consultations.id, consultation.id))
    await arrangeGuest(owner, {
      ...{ id, consultationId: consultation.id, tokenHash: hashOf(token) },
      confirmedAt: new Date(),
    })
    const guest = await guestOfLink(token)
    const at = { group: group.slug, consultation: consultation.slug }
    const { texts } = await getConsultationForGuest(guest, token, at)
    const row = texts[0]?.sections.find(({ place }) => place === rowPlace(editionId, 2))
    expect(row?.words).toContain("Include everybody")
    const { commentId } = await commentAsGuest(guest, {
      ...{ token, consultationTextId: texts[0]?.id ?? "", place: row?.place ?? null },
      ...{ quote: "Forum on reach", text: "Which one?", submission: randomUUID(), unnamed: false },
    })
    const sheet = () => getWorksheet(chair, group.slug, consultation.slug, { show: "all", page: 1 })
    expect((await sheet()).threads).toEqual([])
    await moderateComment(chair, {
      ...{ consultationId: consultation.id, commentId, answer: "admitted", seen: "" },
    })
    await owner
      .update(consultations)
      .set({ closesAt: new Date(), closedAt: new Date() })
      .where(eq(consultations.id, consultation.id))
    const [thread] = (await sheet()).threads
    await workThread(chair, {
      ...{ consultationId: consultation.id, threadId: thread?.lead.threadId ?? "" },
      ...{ revision: thread?.lead.revision ?? 0, disposition: "accepted" },
      reason: "Named in the next edition.",
    })
    await publishCompendium(chair, { consultationId: consultation.id, version: 1 })
    const published = await findCompendium(group.slug, consultation.slug)
    expect(published?.entries).toMatchObject([
      {
        row: {
          ...{ number: 2, edition: 1 },
          address: `/${group.slug}/mapping/${mapping.mandateSlug}/editions/1?row=2`,
        },
        ...{ text: "The table", section: "Row 2: Include everybody and soon" },
        ...{
          quote: "Forum on reach",
          disposition: "accepted",
          comments: [{ words: "Which one?" }],
        },
      },
    ])
  })

  test("is not shown at a row that another one's section only speaks of", async () => {
    await owner
      .update(mappingRows)
      .set({ synergies: [{ type: "paragraph", content: [linkTo(1)] }] })
      .where(eq(mappingRows.number, 2))
    await freeze()
    await open({ areas: ["inclusion"] })
    expect((await listRowBacklinks(chair, group.id, mapping.rowId)).all).toBe(1)
    expect(await listConsultationsOfRow(chair, group.id, mapping.rowId)).toEqual([])
  })

  test("is shown at its rows while it is open, and no longer", async () => {
    const { consultation } = await open()
    const ofRow = () => listConsultationsOfRow(chair, group.id, mapping.rowId)
    expect(await ofRow()).toEqual([
      {
        ...{ slug: consultation.slug, title: consultation.title },
        ...{ closesAt: consultation.closesAt, edition: 1, place: rowPlace(editionId, 1) },
      },
    ])
    const desk = await getMapping(chair, group.slug, mapping.mandateSlug)
    expect(await listAsked(desk)).toMatchObject([
      { edition: 1, title: "The table", consultation: { status: "open" } },
    ])
    await owner
      .update(consultations)
      .set({ closedAt: new Date() })
      .where(eq(consultations.id, consultation.id))
    expect(await ofRow()).toEqual([])
    const stranger = await makeActor(owner, {
      roles: { [(await makeGroup(owner)).id]: "co-chair" },
    })
    await expect(listConsultationsOfRow(stranger, group.id, mapping.rowId)).rejects.toMatchObject({
      code: "not_found",
    })
  })
})
