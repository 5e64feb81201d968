import { eq } from "drizzle-orm"
import type { z } from "zod"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { lastAnnouncements } from "./announcements"
import type { announceMeetingInput } from "./input"
import { lockMeeting } from "./lock"
import { answerLack } from "./status"

/**
 * Announces a call as it stands to the members, to the group's mailing list, or to both; the mails are
 * written by what follows from the event. Refuses with `conflict` what was changed since the form was
 * opened, and what was announced there already as it is.
 */
export async function announceMeeting(
  actor: Actor,
  { meetingId, revision, to }: z.output<typeof announceMeetingInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, number } = meeting
    authorize(actor, "meeting.announce", { groupId })
    const lack = answerLack(meeting, now())
    if (lack) throw new Refusal("conflict", lack)
    if (meeting.revision !== revision)
      throw new Refusal("conflict", "meeting.changed", {}, {}, { revision: meeting.revision })
    const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
    if (to !== "members" && !group?.mailingList)
      throw new Refusal("invalid", "meeting.noList", {}, { to: "meeting.noList" })
    const last = await lastAnnouncements(tx, meetingId)
    const isKnown = (where: "members" | "list") => (last[where]?.revision ?? 0) >= revision
    const places = to === "both" ? (["members", "list"] as const) : ([to] as const)
    if (places.every(isKnown)) throw new Refusal("conflict", "meeting.isAnnounced")
    await record(tx, {
      name: "meeting.announced",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, to, revision },
    })
  })
}
