import { and, asc, desc, eq, inArray, notExists } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { overrideReviews, reportOverrides } from "@/db/schema/checks"
import { people } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { describeFinding } from "@/lib/check/describe"
import type { Finding } from "@/lib/check/model"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import type { Locale } from "@/lib/platform/locales"
import { type Page, pageOf } from "@/lib/platform/pages"
import { authorize } from "@/lib/policy/can"
import { namesOf, openText, openValue } from "@/lib/record/open-content"

/** How many overrides a page shows. */
export const overridesPage = 100

/** A reason to publish in spite of an error, and everybody who has looked at it since. */
export type ListedOverride = {
  id: string
  meetingId: string
  number: number
  version: number
  sentence: string
  reason: string
  by: string
  at: Date
  reviews: { by: string; at: Date; note: string }[]
}

/**
 * A page of the overrides of a group's reports, the newest first; `open` leaves out those that somebody has
 * looked at. For co-chairs.
 */
export async function listOverrides(
  actor: Actor,
  slug: string,
  locale: Locale,
  { open = false, page = 1 }: { open?: boolean; page?: number } = {},
): Promise<Page<ListedOverride>> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "override.read", { groupId: group.id })
  const db = database()
  const seen = db
    .select({ id: overrideReviews.id })
    .from(overrideReviews)
    .where(eq(overrideReviews.overrideId, reportOverrides.id))
  const read = await db
    .select({
      id: reportOverrides.id,
      reportId: reports.id,
      meetingId: reports.meetingId,
      number: reports.number,
      version: reports.version,
      finding: reportOverrides.finding,
      reason: reportOverrides.reason,
      by: people.name,
      at: reportOverrides.overriddenAt,
    })
    .from(reportOverrides)
    .innerJoin(reports, eq(reports.id, reportOverrides.reportId))
    .innerJoin(people, eq(people.id, reportOverrides.overriddenBy))
    .where(and(eq(reports.groupId, group.id), open ? notExists(seen) : undefined))
    .orderBy(desc(reportOverrides.overriddenAt), desc(reports.number), asc(reportOverrides.id))
    .limit(overridesPage + 1)
    .offset((page - 1) * overridesPage)
  const { lines: rows, more } = pageOf(read, overridesPage)
  const reviews = await reviewsOf(rows.map(({ id }) => id))
  const names = await namesOf(
    db,
    rows.map(({ reportId }) => reportId),
  )
  const lines = rows.map(({ finding, reportId, ...row }) => ({
    ...row,
    reason: openText(row.reason, names.get(reportId) ?? new Map(), locale),
    sentence: describeFinding(
      openValue(finding as Finding, names.get(reportId) ?? new Map(), locale),
      locale,
    ),
    reviews: reviews
      .filter(({ overrideId }) => overrideId === row.id)
      .map(({ by, at, note }) => ({ by, at, note })),
  }))
  return { lines, more }
}

async function reviewsOf(overrideIds: string[]) {
  if (overrideIds.length === 0) return []
  const reviewer = alias(people, "reviewer")
  return database()
    .select({
      overrideId: overrideReviews.overrideId,
      by: reviewer.name,
      at: overrideReviews.reviewedAt,
      note: overrideReviews.note,
    })
    .from(overrideReviews)
    .innerJoin(reviewer, eq(reviewer.id, overrideReviews.reviewedBy))
    .where(inArray(overrideReviews.overrideId, overrideIds))
    .orderBy(asc(overrideReviews.reviewedAt))
}
