import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { errorReports } from "@/db/schema/corrections"
import { mails } from "@/db/schema/mail"
import { reports } from "@/db/schema/reports"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { beginCorrection } from "@/lib/corrections/begin"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { setClock } from "@/lib/platform/clock"
import { getBeforePublishing } from "./before-publishing"

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
  const [letter] = await owner.select().from(mails).where(eq(mails.to, email))
  expect(letter?.text).toContain("A participant from the media raised it.")
  expect(letter?.text).not.toMatch(/velander/i)
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
