import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { meetings } from "@/db/schema/meetings"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { beginCorrection } from "@/lib/corrections/begin"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { setClock } from "@/lib/platform/clock"
import { getBeforePublishing } from "./before-publishing"
import { endReview, giveUpReview } from "./end"

const { owner } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

const open = async () => {
  const { chair, meetingId } = review.scene
  const before = await getBeforePublishing(chair, await review.slugOf(), meetingId)
  return Object.fromEntries(before.open.map(({ name, mark }) => [name, mark]))
}
const everybody = (mark: string) => ({
  "A voice": mark,
  "Ilva Morandini": mark,
  "Otto Velander": mark,
})

test("publishing straight from a draft warns of everybody who is quoted and was not asked", async () => {
  expect(await open()).toEqual(everybody("not-asked"))
})

test("a correction without a review warns of those whose words nobody confirmed, or not these", async () => {
  const { chair, meetingId, second } = review.scene
  await review.open()
  await review.say("Ilva Morandini", "confirmed")
  await review.say("Otto Velander", "confirmed")
  at("2022-03-05T10:00:00Z")
  await endReview(chair, { meetingId })
  await review.publish(1)
  await beginCorrection(chair, { meetingId, version: 1, reason: "She thanked everybody." })
  expect(await open()).toEqual({ "A voice": "waiting" })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [second]: "STATEMENT: Ilva Morandini\nThanks to some.\n\nSTATEMENT: Pia\nNo." },
  })
  expect(await open()).toEqual({ "Ilva Morandini": "changed", Pia: "not-asked" })
})

test("a review that was given up leaves those waiting who had not answered", async () => {
  const { chair, meetingId } = review.scene
  await review.open()
  await review.say("Otto Velander", "confirmed")
  at("2022-03-05T10:00:00Z")
  await giveUpReview(chair, { meetingId, reason: "Too early." })
  expect(await open()).toEqual({ "A voice": "waiting", "Ilva Morandini": "waiting" })
})

test("what comes from the archive asks nobody, but whom its review asked", async () => {
  const { meetingId } = review.scene
  await owner.update(meetings).set({ fromArchive: true }).where(eq(meetings.id, meetingId))
  expect(await open()).toEqual({})
  await review.open()
  expect(await open()).toEqual(everybody("waiting"))
})
