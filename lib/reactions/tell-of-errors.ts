import type { Events } from "@/lib/activity/events"
import { giveNotices } from "@/lib/notices/give"
import { coChairsOf } from "@/lib/notices/recipients"
import { transaction } from "@/lib/platform/database"
import { findMeeting } from "./find-meeting"
import { errorsHref } from "./hrefs"

/**
 * The co-chairs are told that a reader reported an error in a published report, once for each that was
 * confirmed. Nothing of what the reader wrote: that stands in the queue, where it is moderated.
 */
export async function tellOfError(
  meetingId: string,
  { number, version, error }: Events["error.reported"],
): Promise<void> {
  if (!error) return
  await transaction(async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    if (!meeting) return
    await giveNotices(tx, {
      kind: "error-reported",
      groupId: meeting.group.id,
      personIds: await coChairsOf(tx, meeting.group.id),
      key: error,
      href: errorsHref(meeting.group.slug),
      data: { number, title: meeting.title, version },
      conversation: `errors.${meetingId}`,
    })
  })
}
