import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { errorReports } from "@/db/schema/corrections"
import { mails } from "@/db/schema/mail"
import { reports } from "@/db/schema/reports"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { beginCorrection } from "@/lib/corrections/begin"
import { getCurrentText } from "@/lib/minutes/queries"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { setClock } from "@/lib/platform/clock"
import { askQuoted } from "./ask-again"
import { getBeforePublishing } from "./before-publishing"
import { endReview } from "./end"
import { listUnnamed } from "./unnamed"

const { owner } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

test("whoever reported an error is told of its correction without their name", async () => {
  const { groupId, meetingId, chair, second } = review.scene
  await review.open()
  await review.say("Otto Velander", "unnamed")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  const [report] = await owner.select().from(reports).where(eq(reports.meetingId, meetingId))
  const email = `reader-${meetingId}@example.org`
  const [told] = await owner
    .insert(errorReports)
    .values({
      ...{ groupId, meetingId, reportId: report?.id ?? "", email, message: "It was raised." },
      ...{ submission: randomUUID(), tokenHash: randomUUID(), confirmedAt: new Date() },
    })
    .returning()
  await beginCorrection(chair, {
    ...{ meetingId, version: 1, errorId: told?.id },
    reason: "Otto Velander raised it.",
  })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [second]: "It was raised." },
  })
  await review.publish(2)
  const [letter] = await owner
    .select()
    .from(mails)
    .where(eq(mails.to, email))
    .orderBy(mails.createdAt)
  expect(letter?.text).toContain("A participant from the media raised it.")
  expect(letter?.text).not.toMatch(/velander/i)
})

test("who is asked again in a later review is not unnamed for what they said in an earlier one", async () => {
  const { meetingId, chair, first } = review.scene
  const unnamed = async () => {
    const text = (await getCurrentText(owner, meetingId))?.text
    return text ? (await listUnnamed(owner, meetingId, text, "en")).length : null
  }
  const reword = async (base: number, words: string) => {
    await savePlainMinutes(chair, {
      ...{ meetingId, base, locale: "en" as const, over: undefined, answer: undefined },
      sections: { [first]: `STATEMENT: Ilva Morandini\n${words}` },
    })
  }
  await review.open()
  await review.say("Ilva Morandini", "unnamed")
  at("2022-03-05T10:00:00Z")
  await endReview(chair, { meetingId })
  await review.open()
  // Asked in a new review and silent: the old answer stands.
  expect(await unnamed()).toBe(1)
  at("2022-03-06T10:00:00Z")
  await review.say("Ilva Morandini", "confirmed")
  expect(await unnamed()).toBe(0)
  await reword(1, "The plan is never late.")
  await askQuoted(chair, { meetingId })
  // Asked again, and silent so far: the earlier review says nothing any more.
  expect(await unnamed()).toBe(0)
  at("2022-03-07T10:00:00Z")
  await review.say("Ilva Morandini", "unnamed")
  await reword(2, "The plan is early.")
  expect(await unnamed()).toBe(1)
})

test("publishing does not warn of somebody who is quoted no more", async () => {
  const { meetingId, chair, first, second } = review.scene
  await review.open()
  const open = async () =>
    (await getBeforePublishing(chair, await review.slugOf(), meetingId)).open.map(
      ({ name }) => name,
    )
  expect(await open()).toEqual(["A voice", "Ilva Morandini", "Otto Velander"])
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [first]: "STATEMENT: Ilva Morandini\nThe plan is late.", [second]: "" },
  })
  expect(await open()).toEqual(["Ilva Morandini"])
})
