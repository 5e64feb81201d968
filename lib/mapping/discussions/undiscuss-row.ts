import { eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingRows, rowMeetings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "../hold"
import type { undiscussRowInput } from "./discussion-input"

/**
 * Takes back that a meeting spoke of a row; that it was said, and by whom, is kept. Sent again, it
 * changes nothing. Editions that are frozen keep what they say.
 */
export async function undiscussRow(
  actor: Actor,
  { discussionId }: z.output<typeof undiscussRowInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const [named] = await tx
      .select({ mappingId: mappingRows.mappingId })
      .from(rowMeetings)
      .innerJoin(mappingRows, eq(mappingRows.id, rowMeetings.rowId))
      .where(eq(rowMeetings.id, discussionId))
    if (!named) throw notFound()
    const held = await holdMapping(tx, named.mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const [link] = await tx
      .select({
        removedAt: rowMeetings.removedAt,
        row: mappingRows.number,
        number: meetings.number,
      })
      .from(rowMeetings)
      .innerJoin(mappingRows, eq(mappingRows.id, rowMeetings.rowId))
      .innerJoin(meetings, eq(meetings.id, rowMeetings.meetingId))
      .where(eq(rowMeetings.id, discussionId))
    if (!link || link.removedAt) return
    await tx
      .update(rowMeetings)
      .set({ removedAt: now(), removedBy: personOf(actor) })
      .where(eq(rowMeetings.id, discussionId))
    await record(tx, {
      name: "mapping.rowNotDiscussed",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, row: link.row, number: link.number },
    })
  })
}
