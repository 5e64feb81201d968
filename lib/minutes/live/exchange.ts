import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { agendaTurns, meetings } from "@/db/schema/meetings"
import { exchangeText, type ToExchange } from "@/lib/live/exchange"
import type { Exchanged } from "@/lib/live/protocol"
import { requireOpen } from "@/lib/meetings/open-to-change"
import type { Actor } from "@/lib/platform/actor"
import { personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { writeBlocks } from "./blocks"
import { minutesOf } from "./kind"
import { openDocument } from "./open"
import { readDocument } from "./read-document"

/**
 * What the line does, in one request: keeps what a page wrote and gives it what it lacks. When it
 * resolves, what was brought is committed. Refuses with `invalid` what does not fit, whole;
 * and as `authorize` and `requireOpen` do.
 */
export async function exchangeMinutes(
  actor: Actor,
  { meetingId, ...given }: ToExchange & { meetingId: string },
): Promise<Exclude<Exchanged, { refused: string }>> {
  return transaction(async (tx) => {
    // Whoever publishes holds the meeting: what comes after them finds it published.
    if (given.update !== null)
      await tx.execute(sql`select from meetings where id = ${meetingId} for key share`)
    const meeting = await findMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", meeting)
    await requireOpen(tx, actor, { ...meeting, id: meetingId, cancelledAt: null })
    return exchangeText(tx, minutesOf(meetingId), personOf(actor), given, {
      mark: meeting.mark,
      open: () => openDocument(tx, meetingId),
      writeRows: (doc) => writeBlocks(tx, meetingId, readDocument(doc).sections),
    })
  })
}

async function findMeeting(tx: Transaction, meetingId: string) {
  // The mark is another one as soon as anything beside the text is.
  const turns = tx
    .select({ at: sql`max(greatest(${agendaTurns.startedAt}, ${agendaTurns.endedAt}))` })
    .from(agendaTurns)
    .where(eq(agendaTurns.meetingId, meetings.id))
  const [meeting] = await tx
    .select({
      groupId: meetings.groupId,
      noteTakerId: meetings.noteTakerId,
      mark: sql<string>`concat_ws('.', ${meetings.revision}, ${meetings.agendaRevision}, ${meetings.attendanceRevision}, (${turns}))`,
    })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  if (!meeting) throw notFound()
  return meeting
}
