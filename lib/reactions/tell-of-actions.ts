import { and, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { meetings } from "@/db/schema/meetings"
import { minutes } from "@/db/schema/minutes"
import { notices } from "@/db/schema/notices"
import { blockText } from "@/lib/minutes/model"
import { giveNotices } from "@/lib/notices/give"
import { shortened } from "@/lib/notices/plain-text"
import { transaction } from "@/lib/platform/database"
import { minutesHref } from "./hrefs"
import { minutesBlocks } from "./written-blocks"

/** How much of an action a notice repeats, in characters. */
const mostOfAction = 300

/**
 * Whoever owns an action in the minutes is told so, once for each action, however often the minutes are
 * saved; not of one that they wrote themselves. Not for minutes of the archive: what was given years ago is
 * done or forgotten.
 */
export async function tellOfActions(meetingId: string, savedBy: string | null): Promise<void> {
  await transaction(async (tx) => {
    const [meeting] = await tx
      .select({
        groupId: meetings.groupId,
        number: meetings.number,
        fromArchive: meetings.fromArchive,
        slug: groups.slug,
        revision: minutes.revision,
      })
      .from(meetings)
      .innerJoin(minutes, eq(minutes.meetingId, meetings.id))
      .innerJoin(groups, eq(groups.id, meetings.groupId))
      .where(eq(meetings.id, meetingId))
    if (!meeting || meeting.fromArchive) return
    const blocks = (await minutesBlocks(tx, meetingId, meeting.revision)) ?? []
    const actions = blocks.flatMap(({ block, authors }) =>
      block.type === "action" ? [{ block, authors, text: blockText(block).trim() }] : [],
    )
    const told = await toldOf(
      tx,
      actions.map(({ block }) => block.attrs.id),
    )
    for (const { block, authors, text } of actions) {
      const { id, owners, due } = block.attrs
      const givers = authors.length > 0 ? authors : [savedBy]
      const fresh = owners.flatMap(({ personId }) => {
        const isOwn = givers.every((giver) => giver === personId)
        return personId && !isOwn && !told.has(`${personId} ${id}`) ? [personId] : []
      })
      // Nearly always there is none: what was told before is known from one query.
      if (fresh.length === 0 || text === "") continue
      await giveNotices(tx, {
        kind: "action-given",
        groupId: meeting.groupId,
        personIds: fresh,
        key: id,
        href: minutesHref(meeting.slug, meetingId),
        data: { what: shortened(text, mostOfAction), due, number: meeting.number },
        conversation: `actions.${meetingId}`,
      })
    }
  })
}

async function toldOf(tx: Transaction, blockIds: readonly string[]): Promise<Set<string>> {
  if (blockIds.length === 0) return new Set()
  const rows = await tx
    .select({ personId: notices.personId, key: notices.key })
    .from(notices)
    .where(and(eq(notices.kind, "action-given"), inArray(notices.key, [...blockIds])))
  return new Set(rows.map(({ personId, key }) => `${personId} ${key}`))
}
