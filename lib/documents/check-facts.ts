import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutesBlocks } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { Refusal } from "@/lib/platform/errors"

export type GivenFacts = {
  responsibleId: string | null
  origin: { meetingId: string; blockId: string | null } | null
}

/** What is given now and what stood before: that may stay, although it could not be chosen today. */
type Before = {
  responsibleId: string | null
  originMeetingId: string | null
  originBlockId: string | null
}

/**
 * Step: refuses, at the field, a responsible person who is no member of the group, and an origin that
 * is no meeting of it or no decision of that meeting's minutes.
 */
export async function checkFacts(
  tx: Transaction,
  groupId: string,
  { responsibleId, origin }: GivenFacts,
  before: Before = { responsibleId: null, originMeetingId: null, originBlockId: null },
): Promise<void> {
  const fields: Record<string, string> = {}
  if (responsibleId && responsibleId !== before.responsibleId) {
    const [member] = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(
          eq(memberships.groupId, groupId),
          eq(memberships.personId, responsibleId),
          isNull(memberships.until),
        ),
      )
      .limit(1)
    if (!member) fields.responsibleId = "documents.notMember"
  }
  const isNew =
    origin?.meetingId !== before.originMeetingId || origin?.blockId !== before.originBlockId
  if (origin && isNew && !(await isOrigin(tx, groupId, origin)))
    fields.origin = "documents.noOrigin"
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "fields", {}, fields)
}

async function isOrigin(
  tx: Transaction,
  groupId: string,
  { meetingId, blockId }: NonNullable<GivenFacts["origin"]>,
): Promise<boolean> {
  const [meeting] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), eq(meetings.id, meetingId)))
  if (!meeting || blockId === null) return meeting !== undefined
  const [decision] = await tx
    .select({ id: minutesBlocks.id })
    .from(minutesBlocks)
    .where(
      and(
        eq(minutesBlocks.meetingId, meetingId),
        eq(minutesBlocks.id, blockId),
        eq(minutesBlocks.kind, "decision"),
      ),
    )
  return decision !== undefined
}
