import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { meetings } from "@/db/schema/meetings"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { beginCorrection } from "@/lib/corrections/begin"
import { findPublicCalendar } from "@/lib/meetings/public-queries"
import { setClock } from "@/lib/platform/clock"
import { findFeed } from "./public-queries"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

const put = (facts: { number?: number; fromArchive?: boolean; startsAt?: Date | null }) =>
  owner.update(meetings).set(facts).where(eq(meetings.id, review.scene.meetingId))
const correct = () =>
  beginCorrection(review.scene.chair, {
    ...{ meetingId: review.scene.meetingId, version: 1, reason: "It was the 41st." },
  })
const inCalendar = async () =>
  (await findPublicCalendar(await review.slugOf()))?.meetings.map(({ number }) => number)
const reviewsInFeed = async () =>
  (await findFeed(await review.slugOf()))?.entries.flatMap(({ happening }) =>
    happening.kind === "reviewOpened" || happening.kind === "reviewClosed"
      ? [[happening.kind, happening.number]]
      : [],
  )

test("the calendar keeps the published number until the correction of it is published", async () => {
  await review.publish(1)
  await correct()
  await put({ number: 41 })
  expect(await inCalendar()).toEqual([33])
  await review.publish(1)
  expect(await inCalendar()).toEqual([41])
})

test("the feed tells of reviews under the published number, before and after a correction of it", async () => {
  await review.open()
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  await correct()
  await put({ number: 41 })
  at("2022-03-06T10:00:00Z")
  await review.open()
  const told = (number: number) => [
    ["reviewOpened", number],
    ["reviewClosed", number],
    ["reviewOpened", number],
  ]
  expect(await reviewsInFeed()).toEqual(told(33))
  at("2022-03-07T10:00:00Z")
  await review.publish(1)
  expect(await reviewsInFeed()).toEqual([["reviewClosed", 41], ...told(41)])
})

test("of a meeting that nobody announced the feed tells no review", async () => {
  await review.open()
  expect(await reviewsInFeed()).toEqual([["reviewOpened", 33]])
  await put({ startsAt: null })
  expect(await reviewsInFeed()).toEqual([])
})

test("a review of a draft from the archive is the group's own, that of its correction is not", async () => {
  await put({ fromArchive: true })
  await review.open()
  expect(await reviewsInFeed()).toEqual([])
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  expect(await reviewsInFeed()).toEqual([])
  await correct()
  at("2022-03-06T10:00:00Z")
  await review.open()
  expect(await reviewsInFeed()).toEqual([["reviewOpened", 33]])
})
