import { eq } from "drizzle-orm"
import type { Database } from "@/db/client"
import { arrangeMeeting, arrangeMinutes } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { errorReports } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { beginCorrection } from "@/lib/corrections/begin"
import { proposeWithdrawal } from "@/lib/corrections/propose-withdrawal"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { setClock } from "@/lib/platform/clock"
import { publishMinutesInput } from "@/lib/reports/input"
import { proposeReport } from "@/lib/reports/propose"
import { publishMinutes } from "@/lib/reports/publish"
import { getBeforePublishing } from "@/lib/reviews/before-publishing"
import { arrangeReviewScene } from "./review-scene"

const secondChair = (owner: Database, groupId: string) =>
  makeActor(owner, { name: "Tove Lindqvist", roles: { [groupId]: "co-chair" } })
const askForTwo = (owner: Database, groupId: string) =>
  owner.update(groups).set({ publishers: 2 }).where(eq(groups.id, groupId))

async function arrangePublished(owner: Database) {
  const scene = await arrangeScene(owner)
  const { meetingId, first, second, chair } = scene
  await arrangeMinutes(owner, meetingId, {
    opening: "The 33rd meeting of the group was held on 3 March 2022 at 13:00 UTC.",
    [first]: "Hyejin Abara said that eleven people spoke.",
    [second]: "",
  })
  const input = { meetingId, revision: 1, language: "en" as const, overrides: [] }
  await publishMinutes(chair, input)
  return { ...scene, input }
}

/** Everything is ready that publishing, correcting, withdrawing and publishing of the past may touch. */
export const publishScenes = {
  /** A first version, out of a review with people who did not answer, which another co-chair proposed. */
  async "a first version"(owner: Database) {
    const { scene, open, slugOf } = await arrangeReviewScene(owner)
    const { groupId, meetingId, chair } = scene
    const actor = await secondChair(owner, groupId)
    await askForTwo(owner, groupId)
    setClock(() => new Date("2022-03-04T10:00:00Z"))
    await open()
    await proposeReport(chair, publishMinutesInput.parse({ meetingId, revision: 1 }))
    setClock(undefined)
    const { proposal } = await getBeforePublishing(actor, await slugOf(), meetingId)
    if (!proposal) throw new Error("Nothing is proposed")
    return { act: "publish", actor, input: proposal.input } as const
  },

  /** A correction because of an error that a reader reported, who is written to. */
  async "a correction"(owner: Database) {
    const { groupId, meetingId, chair, first, input } = await arrangePublished(owner)
    const [version] = await owner.select().from(reports).where(eq(reports.meetingId, meetingId))
    if (!version) throw new Error("Nothing is published")
    const [error] = await owner
      .insert(errorReports)
      .values({
        ...{ groupId, meetingId, reportId: version.id, message: "Twelve people spoke." },
        ...{ email: "reader@example.org", confirmedAt: new Date() },
        ...{ submission: crypto.randomUUID(), tokenHash: crypto.randomUUID() },
      })
      .returning()
    const reason = "Twelve spoke."
    await beginCorrection(chair, { meetingId, version: 1, reason, errorId: error?.id })
    await savePlainMinutes(chair, {
      ...{ meetingId, base: 1, locale: "en" },
      sections: { [first]: "Hyejin Abara said that twelve people spoke." },
    })
    return { act: "publish", actor: chair, input: { ...input, revision: 2, version: 2 } } as const
  },

  /** A withdrawal that another co-chair proposed. */
  async "a withdrawal"(owner: Database) {
    const { groupId, meetingId, chair } = await arrangePublished(owner)
    const actor = await secondChair(owner, groupId)
    await askForTwo(owner, groupId)
    const input = { meetingId, version: 1, reason: "It was another meeting's text." }
    await proposeWithdrawal(chair, input)
    return { act: "withdraw", actor, input } as const
  },

  /** Two reports of the past together. */
  async "reports of the past"(owner: Database) {
    const { groupId, chair } = await arrangeScene(owner)
    const chosen = []
    for (const number of [1, 2]) {
      const startsAt = new Date(`2019-0${number}-03T13:00:00Z`)
      const made = await arrangeMeeting(owner, { groupId, number, startsAt, fromArchive: true })
      await arrangeMinutes(owner, made.id, { opening: "The group met and spoke." })
      chosen.push({ meetingId: made.id, revision: 1, beside: "1.1.1" })
    }
    const input = { groupId, reports: chosen, language: "en" as const, reason: "" }
    return { act: "publish the archive", actor: chair, input } as const
  },
}
