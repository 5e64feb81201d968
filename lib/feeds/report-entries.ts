import { and, count, desc, eq, isNull, max, min } from "drizzle-orm"
import { archivePublications, reports } from "@/db/schema/reports"
import { database } from "@/lib/platform/database"
import { reportPath } from "@/lib/reports/addresses"
import { listVersions, type StoredVersion } from "@/lib/reports/published-versions"
import { type FeedEntry, type Happening, longestFeed } from "./model"

/** Versions of a group's reports, one entry each; what was published from the archive together is one. */
export async function reportEntries(group: { id: string; slug: string }): Promise<FeedEntry[]> {
  const [versions, batches] = await Promise.all([
    listVersions(
      and(eq(reports.groupId, group.id), isNull(reports.archivePublicationId)),
      longestFeed,
    ),
    database()
      .select({
        id: archivePublications.id,
        at: archivePublications.publishedAt,
        count: count(),
        first: min(reports.number),
        last: max(reports.number),
      })
      .from(archivePublications)
      .innerJoin(reports, eq(reports.archivePublicationId, archivePublications.id))
      .where(eq(archivePublications.groupId, group.id))
      .groupBy(archivePublications.id)
      .orderBy(desc(archivePublications.publishedAt))
      .limit(longestFeed),
  ])
  return [
    ...versions.map((stored) => ({
      id: stored.id,
      at: stored.publishedAt,
      path: reportPath(group.slug, stored.number, stored.version),
      happening: told(stored),
      hash: stored.ledger?.hash ?? null,
    })),
    ...batches.map(({ id, at, count, first, last }) => ({
      ...{ id, at, path: `/${group.slug}/meetings`, hash: null },
      happening: { kind: "archive" as const, count, first: first ?? 0, last: last ?? 0 },
    })),
  ]
}

function told({ number, version, content }: StoredVersion): Happening {
  const { correction, withdrawal, meeting } = content
  const common = { number, version, title: meeting.title }
  if (withdrawal) return { kind: "withdrawn", ...common, reason: withdrawal.reason }
  if (correction) return { kind: "corrected", ...common, reason: correction.reason }
  return { kind: "published", ...common, agenda: content.agenda.map((item) => item.title) }
}
