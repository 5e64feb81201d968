import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeGuest } from "@/db/factories/open-consultation"
import { makePerson } from "@/db/factories/people"
import { arrangeQuoteRequest, arrangeQuotes, paragraphOf, statementOf } from "@/db/factories/quoted"
import { arrangeScene } from "@/db/factories/scene"
import { consultationTexts } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { agendaItems } from "@/db/schema/meetings"
import { quoteRequests } from "@/db/schema/reviews"
import { threads } from "@/db/schema/threads"
import { hashOf } from "@/lib/platform/secrets"
import { commentAsGuest } from "./comment-as-guest"
import { guestOfLink } from "./guest-link"
import { getConsultationForGuest } from "./guest-queries"
import { commentAsGuestInput } from "./input"
import { readOpenTexts } from "./open-texts"

const { owner } = await testDatabase()
const day = 86_400_000

async function arrange() {
  const scene = await arrangeScene(owner)
  const { groupId, meetingId, chair } = scene
  const shy = await makePerson(owner, {
    name: "Ottoline Vasquez-Brandt",
    stakeholderGroup: "civil-society",
    aliases: ["Ms Vasquez-Brandt"],
  })
  const open = await makePerson(owner, { name: "Tomasz Okonkwo" })
  const [item] = await owner
    .insert(agendaItems)
    .values({ meetingId, title: "Report of Ottoline Vasquez-Brandt", position: 99 })
    .returning()
  const mention = { type: "mention", attrs: { personId: shy.id, label: "Ottoline Vasquez-Brandt" } }
  await arrangeQuotes(owner, meetingId, {
    [item?.id ?? ""]: [
      statementOf(shy.name, "The budget is too small.", { personId: shy.id, capacity: "Meridian" }),
      statementOf(open.name, "Ms Vasquez-Brandt is right about the budget.", { personId: open.id }),
      paragraphOf("Then Ottoline Vasquez-Brandt (Meridian) left."),
      { type: "paragraph", content: [{ type: "text", text: "Thanks to " }, mention] },
      {
        type: "action",
        attrs: {
          ...{ id: randomUUID(), due: null },
          owners: [
            { personId: shy.id, name: shy.name },
            { personId: open.id, name: open.name },
          ],
        },
        content: [{ type: "paragraph" }],
      },
    ],
  })
  await arrangeQuoteRequest(owner, {
    groupId,
    meetingId,
    personId: shy.id,
    openedBy: chair.personId,
  })
  await owner
    .update(quoteRequests)
    .set({ answer: "unnamed", answeredAt: new Date() })
    .where(eq(quoteRequests.personId, shy.id))
  const consultation = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, audience: "invited" },
    opensAt: new Date(Date.now() - day),
    closesAt: new Date(Date.now() + day),
    openedAt: new Date(Date.now() - day),
  })
  await owner
    .update(consultationTexts)
    .set({ documentId: null, meetingId, revision: 1 })
    .where(eq(consultationTexts.id, consultation.textId))
  const token = randomUUID()
  await arrangeGuest(owner, {
    ...{ consultationId: consultation.id, tokenHash: hashOf(token), confirmedAt: new Date() },
  })
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  const see = async () =>
    getConsultationForGuest(await guestOfLink(token), token, {
      group: group?.slug ?? "",
      consultation: consultation.slug,
    })
  const say = async (where: { quote: string } | { place: string }) =>
    commentAsGuest(
      await guestOfLink(token),
      commentAsGuestInput.parse({
        ...{ token, consultationTextId: consultation.textId, ...where },
        ...{ text: "Agreed.", submission: randomUUID() },
      }),
    )
  return { consultation, see, say, shy, open }
}

test("a guest reads minutes as the report will say them: whoever asked for it is not named", async () => {
  const { consultation, see, shy, open } = await arrange()
  const { texts } = await see()
  const said = JSON.stringify(texts)
  for (const name of ["Vasquez", "Ottoline", "Meridian", shy.id]) expect(said).not.toContain(name)
  const [text] = texts
  expect(text?.sections.map(({ title, words }) => [title, words])).toEqual([
    [
      expect.stringMatching(/Report of a participant from civil society$/),
      expect.stringContaining("Then a participant from civil society left."),
    ],
  ])
  const body = text?.body.kind === "minutes" ? Object.values(text.body.text.sections) : []
  const blocks = body.flatMap(({ content }) => content)
  expect(blocks).toContainEqual(
    expect.objectContaining({
      attrs: expect.objectContaining({ name: "a participant from civil society", personId: null }),
    }),
  )
  expect(blocks).toContainEqual(
    expect.objectContaining({
      type: "action",
      attrs: expect.objectContaining({
        owners: [
          { personId: null, name: "a participant from civil society" },
          { personId: open.id, name: open.name },
        ],
      }),
    }),
  )
  // Members work on the minutes as they are.
  const [written] = await readOpenTexts(owner, consultation.id)
  expect(JSON.stringify(written)).toContain("Ottoline Vasquez-Brandt")
})

test("a guest quotes what they read, and cannot find out by trying who it was", async () => {
  const { consultation, say } = await arrange()
  await expect(
    say({ quote: "Then Ottoline Vasquez-Brandt (Meridian) left." }),
  ).rejects.toMatchObject({
    fields: { quote: "consultation.quoteUnknown" },
  })
  await say({ quote: "Then a participant from civil society left." })
  await say({ quote: "The budget is too small." })
  await say({ quote: "is right about the budget." })
  const filed = await owner
    .select({ quote: threads.quote, before: threads.quoteBefore })
    .from(threads)
    .where(eq(threads.consultationId, consultation.id))
  expect(filed.map(({ quote }) => quote).sort()).toEqual([
    "The budget is too small.",
    "Then a participant from civil society left.",
    "is right about the budget.",
  ])
  // Its place is kept by what really stands before it.
  expect(filed.map(({ before }) => before).join()).toContain("Ms Vasquez-Brandt")
})

test("a guest who spoke of an item that is gone is told what it was called as they read it", async () => {
  const { consultation, see, say } = await arrange()
  const [section] = (await see()).texts[0]?.sections ?? []
  await say({ place: section?.place ?? "" })
  await owner
    .update(threads)
    .set({ lostAt: new Date() })
    .where(eq(threads.consultationId, consultation.id))
  expect((await see()).own.map(({ about }) => about)).toEqual([
    "Report of a participant from civil society",
  ])
})
