import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { compendia, consultations, consultationTexts } from "@/db/schema/consultations"
import { corrections } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { reviews } from "@/db/schema/reviews"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { findPublicConsultation, listPublicConsultations } from "@/lib/consultations/public-queries"
import { getWorksheet } from "@/lib/consultations/worksheet/queries"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { compendiumEntries } from "@/lib/feeds/text-entries"
import { consultationEntries } from "@/lib/feeds/window-entries"
import { setClock } from "@/lib/platform/clock"
import { endReview } from "@/lib/reviews/end"
import { publishCompendium } from "./publish"

const { owner } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

/** A review that is over, with one comment on a passage of Otto Velander that was decided on. */
async function reviewed() {
  const { meetingId, first, chair, member } = review.scene
  await review.open()
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
    reason: "It was not said.",
  })
  const [window] = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.id, consultationId))
  return { consultationId, slug: window?.slug ?? "" }
}

const publish = (consultationId: string) =>
  publishCompendium(review.scene.chair, { consultationId, version: 1 })
const stored = (consultationId: string) =>
  owner.select().from(compendia).where(eq(compendia.consultationId, consultationId))
const sheet = async (slug: string) =>
  getWorksheet(review.scene.chair, await review.slugOf(), slug, { show: "all", page: 1 })

test("what was said in a review comes out after the version that it prepares, and names nobody who then asked for that", async () => {
  const { meetingId } = review.scene
  const { consultationId, slug } = await reviewed()
  await expect(publish(consultationId)).rejects.toMatchObject({
    code: "invalid",
    key: "compendium.beforeReport",
  })
  expect(await stored(consultationId)).toEqual([])
  expect(await findPublicConsultation(await review.slugOf(), slug)).toBeNull()
  expect((await sheet(slug)).lacks.minutes).toMatchObject([{ meetingId, number: 33 }])
  await review.say("Otto Velander", "unnamed")
  await review.publish(1)
  expect((await sheet(slug)).lacks.minutes).toEqual([])
  await publish(consultationId)
  const content = JSON.stringify((await stored(consultationId))[0]?.content)
  expect(content).toContain("A participant from the media said more.")
  expect(content).not.toMatch(/velander/i)
})

test("nothing that is public calls the review as whoever asked not to be named", async () => {
  const { groupId, meetingId } = review.scene
  await owner
    .update(meetings)
    .set({ title: "The plan of Otto Velander" })
    .where(eq(meetings.id, meetingId))
  const { consultationId, slug } = await reviewed()
  await owner
    .update(consultations)
    .set({ question: "Is it what Otto Velander said?" })
    .where(eq(consultations.id, consultationId))
  await review.say("Otto Velander", "unnamed")
  await review.publish(1)
  await publish(consultationId)
  const group = await review.slugOf()
  const of = { id: groupId, slug: group }
  const shown = {
    lines: await listPublicConsultations(group),
    page: await findPublicConsultation(group, slug),
    windows: await consultationEntries(of, new Date("2022-03-06T10:00:00Z")),
    compendia: await compendiumEntries(of),
  }
  expect(JSON.stringify(shown)).not.toMatch(/velander/i)
  const title = expect.stringContaining("The plan of a participant from the media")
  expect(shown.lines).toMatchObject([{ slug, title }])
  expect(shown.page).toMatchObject({ title })
  expect(JSON.stringify(shown.page?.question)).toContain("what a participant from the media said")
  expect(shown.windows.entries[0]?.happening).toMatchObject({ title })
  expect(shown.compendia[0]?.happening).toMatchObject({ title })
})

/** A consultation of members on the minutes, over since 5 March. */
async function consulted() {
  const { groupId, meetingId, chair } = review.scene
  const { id } = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, audience: "anyone" },
    ...{ opensAt: new Date("2022-03-04T00:00:00Z"), closesAt: new Date("2022-03-05T00:00:00Z") },
  })
  await owner
    .insert(consultationTexts)
    .values({ consultationId: id, position: 1, meetingId, revision: 1 })
  return id
}

test("any other consultation on minutes waits for their report as well", async () => {
  const consultationId = await consulted()
  at("2022-03-06T10:00:00Z")
  await expect(publish(consultationId)).rejects.toMatchObject({ key: "compendium.beforeReport" })
  await review.publish(1)
  await publish(consultationId)
  expect(await stored(consultationId)).toHaveLength(1)
})

test("a correction that was under way while comments were taken is waited for, a later one is not", async () => {
  const { groupId, meetingId, chair } = review.scene
  const consultationId = await consulted()
  at("2022-03-06T10:00:00Z")
  await review.publish(1)
  const [correction] = await owner
    .insert(corrections)
    .values({
      ...{ groupId, meetingId, correctsVersion: 1, reason: "The day is wrong." },
      ...{ begunBy: chair.personId, begunAt: new Date("2022-03-04T12:00:00Z") },
    })
    .returning()
  await expect(publish(consultationId)).rejects.toMatchObject({ key: "compendium.beforeReport" })
  await owner
    .update(corrections)
    .set({ begunAt: new Date("2022-03-05T12:00:00Z") })
    .where(eq(corrections.id, correction?.id ?? ""))
  await publish(consultationId)
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  expect(await listPublicConsultations(group?.slug ?? "")).toHaveLength(1)
})
