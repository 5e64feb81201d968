import { desc, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { compendia, consultations, consultationTexts } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { attendance, meetings } from "@/db/schema/meetings"
import { personAliases } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { quoteRequests, reviews } from "@/db/schema/reviews"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { publishCompendium } from "@/lib/compendia/publish"
import { unnameCompendium } from "@/lib/compendia/unname"
import { findPublicConsultation } from "@/lib/consultations/public-queries"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { withdrawReport } from "@/lib/corrections/withdraw"
import { getCurrentText } from "@/lib/minutes/queries"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { openVersion } from "@/lib/record/open-content"
import { announceReport } from "@/lib/reports/announce"
import { getPublishing } from "@/lib/reports/queries"
import { answerQuote } from "./answer"
import { getWordsToAnswer } from "./answer-queries"
import { endReview } from "./end"
import { guestOfQuoteLink, quoteToken } from "./quote-link"
import { listUnnamed } from "./unnamed"

const { owner } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

test("publishing ends the review, with its window; a link then says that it is over", async () => {
  await review.open()
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  const [ended] = await owner
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, review.scene.meetingId))
  expect(ended).toMatchObject({ end: "published", endedBy: review.scene.chair.personId })
  const [window] = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.id, ended?.consultationId ?? ""))
  expect(window?.closedAt).toEqual(new Date("2022-03-05T10:00:00Z"))
  expect((await review.wordsOf("Otto Velander")).lack).toBe("review.isPublished")
  await expect(review.say("Otto Velander", "unnamed")).rejects.toMatchObject({
    code: "conflict",
    key: "review.isPublished",
  })
  await expect(review.open()).rejects.toMatchObject({ key: "review.notNow" })
})

test("who asked not to be named is nowhere in what is published, under no name that is known", async () => {
  await owner.insert(attendance).values([
    {
      meetingId: review.scene.meetingId,
      personId: review.stranger.id,
      kind: "present",
      capacity: "Gazette",
    },
    {
      meetingId: review.scene.meetingId,
      personId: review.scene.member.personId,
      kind: "present",
      capacity: "in the place of Otto Velander",
    },
  ])
  await owner
    .insert(personAliases)
    .values({ personId: review.stranger.id, alias: "Ottokar Velander-Lind" })
  await review.open()
  await review.say("Otto Velander", "unnamed")
  at("2022-03-05T10:00:00Z")
  const preview = await getPublishing(
    review.scene.chair,
    await review.slugOf(),
    review.scene.meetingId,
    "en",
    "fr",
  )
  expect(JSON.stringify(preview.preview)).toContain("une personne participante des médias")
  expect(JSON.stringify(preview.preview)).not.toMatch(/velander|Gazette/i)
  await review.publish(1)
  const content = JSON.stringify(await review.published())
  expect(content).toContain("a participant from the media")
  expect(content).not.toMatch(/velander|Gazette/i)
  expect(content).toContain("Ilva Morandini")
  const [stored] = await owner
    .select()
    .from(reports)
    .where(eq(reports.meetingId, review.scene.meetingId))
  expect(JSON.stringify(stored?.content)).not.toMatch(/velander/i)
})

test("the last answer of somebody decides, in whichever review it was given", async () => {
  await review.open()
  await review.say("Otto Velander", "unnamed")
  at("2022-03-05T10:00:00Z")
  await endReview(review.scene.chair, { meetingId: review.scene.meetingId })
  await review.open()
  const text = (await getCurrentText(owner, review.scene.meetingId))?.text
  if (!text) throw new Error("There are no minutes")
  const names = async () => (await listUnnamed(owner, review.scene.meetingId, text, "en")).length
  expect(await names()).toBe(1)
  const again = (
    await owner.select().from(quoteRequests).orderBy(desc(quoteRequests.askedAt))
  ).find(({ name, meetingId }) => name === "Otto Velander" && meetingId === review.scene.meetingId)
  at("2022-03-06T10:00:00Z")
  const token = quoteToken(again?.id ?? "")
  const { seen } = await getWordsToAnswer(
    guestOfQuoteLink(token),
    token,
    await review.slugOf(),
    "en",
  )
  await answerQuote(guestOfQuoteLink(token), {
    ...{ token, seen, answer: "confirmed", words: [], note: "" },
  })
  expect(await names()).toBe(0)
})

test("what goes to the mailing list calls the meeting as its report does", async () => {
  const { groupId, meetingId, chair } = review.scene
  const list = `${groupId.slice(0, 8)}@lists.example.org`
  await owner.update(groups).set({ mailingList: list }).where(eq(groups.id, groupId))
  await owner
    .update(meetings)
    .set({ title: "The plan of Otto Velander" })
    .where(eq(meetings.id, meetingId))
  await review.open()
  await review.say("Otto Velander", "unnamed")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  await announceReport(chair, { meetingId })
  const [mail] = await owner.select().from(mails).where(eq(mails.to, list))
  expect(mail?.subject).toContain("The plan of a participant from the media")
  expect(`${mail?.subject}${mail?.text}`).not.toMatch(/velander/i)
})

test("a report that is taken back does not name them either", async () => {
  await review.open()
  await review.say("Otto Velander", "unnamed")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  const { meetingId, chair } = review.scene
  const reason = "What Otto Velander said was for the room alone."
  await withdrawReport(chair, { meetingId, version: 1, reason })
  const [newest] = await owner
    .select({ id: reports.id, content: reports.content })
    .from(reports)
    .where(eq(reports.meetingId, meetingId))
    .orderBy(desc(reports.version))
  if (!newest) throw new Error("Nothing is published")
  const { withdrawal } = await openVersion(owner, newest)
  expect(withdrawal?.reason).toBe("What a participant from the media said was for the room alone.")
  expect(await review.trail("report.withdrawn")).toMatchObject([{ reason: withdrawal?.reason }])
})

test("what is published of what the members said in the review does not name them either", async () => {
  const { meetingId, first, chair, member } = review.scene
  await review.open()
  await review.say("Otto Velander", "unnamed")
  const { threadId } = await openThread(
    member,
    openThreadInput.parse({
      on: { kind: "minutes", id: meetingId },
      at: `section:${first}`,
      ...{ text: "Mr Velander said more.", proposal: "Otto Velander: The press will know." },
      submission: crypto.randomUUID(),
    }),
  )
  at("2022-03-05T10:00:00Z")
  await endReview(chair, { meetingId })
  const [{ consultationId } = { consultationId: "" }] = await owner
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, meetingId))
  await workThread(chair, {
    ...{ consultationId, threadId, revision: 1, disposition: "not-accepted" },
    reason: "Otto Velander was asked.",
  })
  await review.publish(1)
  await publishCompendium(chair, { consultationId, version: 1 })
  const [stored] = await owner
    .select()
    .from(compendia)
    .where(eq(compendia.consultationId, consultationId))
  const content = JSON.stringify(stored?.content)
  expect(content).toContain("A participant from the media said more.")
  expect(content).toContain("A participant from the media was asked.")
  expect(content).not.toMatch(/velander/i)
})

test("a compendium names nobody by whom others speak for, and whoever has a longer name keeps it", async () => {
  const { meetingId } = review.scene
  await review.open()
  await review.say("Otto Velander", "unnamed")
  const day = "2022-03-04T10:00:00.000Z"
  const by = (name: string, organisation: string) => ({
    ...{ at: day, late: false, words: "Yes.", proposal: null },
    by: { named: true as const, name, organisation, stakeholderGroup: null },
  })
  const comments = [
    by("Ana Ruiz", "Office of Otto Velander"),
    by("Karl Otto Velander", ""),
    by("Mr Otto Velander", "Gazette"),
  ]
  const without = await transaction((tx) =>
    unnameCompendium(
      tx,
      {
        ...{ schema: 1, version: 1, publishedAt: day, texts: [] },
        group: { slug: "wg", shortName: "WG", name: "Group" },
        consultation: {
          ...{ slug: "c", title: "T", question: "", audience: "anyone", askedBy: "Ana Ruiz" },
          ...{ opensAt: day, closesAt: day },
        },
        entries: [
          {
            ...{ number: 1, text: "", section: "", quote: "", lost: false },
            ...{ disposition: "noted", reason: "Karl Otto Velander knows.", comments },
          },
        ],
      },
      [meetingId],
    ),
  )
  expect(without.entries[0]?.reason).toBe("Karl Otto Velander knows.")
  expect(without.entries[0]?.comments.map((comment) => comment.by)).toEqual([
    { ...comments[0]?.by, organisation: "Office of a participant from the media" },
    comments[1]?.by,
    { named: false, stakeholderGroup: null },
  ])
})

test("a consultation of others calls published minutes as their report does", async () => {
  const { groupId, meetingId, chair } = review.scene
  await owner
    .update(meetings)
    .set({ title: "The plan of Otto Velander" })
    .where(eq(meetings.id, meetingId))
  const opensAt = new Date("2022-03-04T00:00:00Z")
  const asked = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, audience: "anyone" },
    ...{ opensAt, closesAt: new Date("2022-04-04T00:00:00Z") },
  })
  await owner.insert(consultationTexts).values({ consultationId: asked.id, position: 1, meetingId })
  const titles = async () =>
    (await findPublicConsultation(await review.slugOf(), asked.slug))?.texts.map(
      ({ title }) => title,
    )
  expect(await titles()).toEqual(["Activity plan", "The plan of Otto Velander"])
  await review.open()
  await review.say("Otto Velander", "unnamed")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  expect(await titles()).toEqual(["Activity plan", "The plan of a participant from the media"])
})
