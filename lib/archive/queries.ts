import { and, asc, eq, isNull, notExists } from "drizzle-orm"
import { meetings } from "@/db/schema/meetings"
import { minutes } from "@/db/schema/minutes"
import { reports } from "@/db/schema/reports"
import { reviews } from "@/db/schema/reviews"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { ARCHIVE_AT_ONCE } from "./input"

/** A meeting of the past whose report can be published from the archive, once it has number and start. */
export type ArchiveDraft = {
  meetingId: string
  number: number | null
  title: string
  startsAt: Date | null
  revision: number
  /** Whether number or start are missing. */
  lacks: boolean
}

/** The drafts from the archive of a group, the oldest first, as many as are published at once. */
export async function listArchiveDrafts(
  actor: Actor,
  slug: string,
): Promise<{ groupId: string; drafts: ArchiveDraft[]; more: boolean }> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "archive.publish", { groupId: group.id })
  const db = database()
  const none = <Table extends typeof reports | typeof reviews>(table: Table) =>
    notExists(
      db
        .select({ id: table.id })
        .from(table as typeof reports)
        .where(eq(table.meetingId, meetings.id)),
    )
  const rows = await db
    .select({
      meetingId: meetings.id,
      number: meetings.number,
      title: meetings.title,
      startsAt: meetings.startsAt,
      revision: minutes.revision,
    })
    .from(meetings)
    .innerJoin(minutes, eq(minutes.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.groupId, group.id),
        eq(meetings.fromArchive, true),
        isNull(meetings.cancelledAt),
        none(reports),
        none(reviews),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.number))
    .limit(ARCHIVE_AT_ONCE + 1)
  return {
    groupId: group.id,
    drafts: rows.slice(0, ARCHIVE_AT_ONCE).map((row) => ({
      ...row,
      lacks: row.number === null || row.startsAt === null,
    })),
    more: rows.length > ARCHIVE_AT_ONCE,
  }
}
