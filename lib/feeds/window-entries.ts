import { and, desc, eq, gt, isNotNull, or, sql } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { reviews } from "@/db/schema/reviews"
import { isPublic } from "@/lib/consultations/public-queries"
import { openPublicWords, publicTitle } from "@/lib/consultations/public-words"
import { nextStatusChange, type Window } from "@/lib/consultations/status"
import { announced } from "@/lib/meetings/public-queries"
import { database } from "@/lib/platform/database"
import { entryId } from "./entry-id"
import { type FeedEntry, longestFeed } from "./model"

/** What opened and closed of a group's public consultations, and when the clock alone will add to it. */
export async function consultationEntries(
  group: { id: string; slug: string },
  at: Date,
): Promise<{ entries: FeedEntry[]; until: Date | null }> {
  const rows = await database()
    .select({
      id: consultations.id,
      slug: consultations.slug,
      ...publicTitle,
      opensAt: consultations.opensAt,
      openedAt: consultations.openedAt,
      closesAt: consultations.closesAt,
      lateUntil: consultations.lateUntil,
      cancelledAt: consultations.cancelledAt,
      cancelReason: consultations.cancelReason,
    })
    .from(consultations)
    .where(and(eq(consultations.groupId, group.id), isPublic(at)))
    .orderBy(desc(consultations.closesAt))
    .limit(longestFeed)
  const named = await openPublicWords(database(), rows)
  const entries = named.flatMap((row): FeedEntry[] => {
    const { id, title, closesAt, cancelledAt } = row
    const common = { path: `/${group.slug}/consultations/${row.slug}`, hash: null }
    const opened: FeedEntry = {
      ...common,
      id: entryId(id, "opened"),
      at: row.openedAt ?? row.opensAt,
      happening: { kind: "consultationOpened", title, closesAt },
    }
    if (cancelledAt) {
      const reason = row.cancelReason ?? ""
      const happening = { kind: "consultationCancelled" as const, title, reason }
      return [opened, { ...common, id: entryId(id, "cancelled"), at: cancelledAt, happening }]
    }
    if (closesAt > at) return [opened]
    const happening = { kind: "consultationClosed" as const, title }
    return [opened, { ...common, id: entryId(id, "closed"), at: closesAt, happening }]
  })
  return { entries, until: earliest(rows, at) }
}

function earliest(windows: readonly Window[], at: Date): Date | null {
  const changes = windows.flatMap((window) => nextStatusChange(window, at)?.getTime() ?? [])
  return changes.length > 0 ? new Date(Math.min(...changes)) : null
}

const publishedNumber = sql<number | null>`(select ${reports.number} from ${reports}
  where ${reports.meetingId} = ${reviews.meetingId} order by ${reports.version} desc limit 1)`

// What was in review before it came from the archive into the record stays the group's own.
const isOutside = or(
  announced,
  and(isNotNull(publishedNumber), or(eq(meetings.fromArchive, false), gt(reviews.version, 1))),
)

/** That minutes are in review, and no longer: of which meeting and until when, and nothing of what they say. */
export async function reviewEntries(group: { id: string; slug: string }): Promise<FeedEntry[]> {
  const rows = await database()
    .select({
      id: reviews.id,
      number: sql<number | null>`coalesce(${publishedNumber}, ${meetings.number})`,
      openedAt: reviews.openedAt,
      endedAt: reviews.endedAt,
      closesAt: consultations.closesAt,
    })
    .from(reviews)
    .innerJoin(meetings, eq(meetings.id, reviews.meetingId))
    .innerJoin(consultations, eq(consultations.id, reviews.consultationId))
    .where(and(eq(reviews.groupId, group.id), isOutside))
    .orderBy(desc(reviews.openedAt))
    .limit(longestFeed)
  return rows.flatMap(({ id, number, openedAt, endedAt, closesAt }): FeedEntry[] => {
    if (number === null) return []
    const common = { path: `/${group.slug}/meetings`, hash: null }
    const opened = { kind: "reviewOpened" as const, number, closesAt }
    const closed = { kind: "reviewClosed" as const, number }
    return [
      { ...common, id: entryId(id, "opened"), at: openedAt, happening: opened },
      ...(endedAt ? [{ ...common, id: entryId(id, "ended"), at: endedAt, happening: closed }] : []),
    ]
  })
}
