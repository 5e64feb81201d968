import { eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { findHead } from "@/lib/record/public-queries"
import { editionEntries } from "./edition-entries"
import { longestFeed, type PublicFeed } from "./model"
import { reportEntries } from "./report-entries"
import { compendiumEntries, documentEntries } from "./text-entries"
import { consultationEntries, reviewEntries } from "./window-entries"

/** What a group published, opened and closed, the newest first; null when there is no such group. */
export async function findFeed(slug: string): Promise<PublicFeed | null> {
  const [group] = await database()
    .select({
      id: groups.id,
      slug: groups.slug,
      shortName: groups.shortName,
      name: groups.name,
      createdAt: groups.createdAt,
    })
    .from(groups)
    .where(eq(groups.slug, slug))
  if (!group) return null
  const [reports, documents, compendia, editions, asked, reviews, head] = await Promise.all([
    reportEntries(group),
    documentEntries(group),
    compendiumEntries(group),
    editionEntries(group),
    consultationEntries(group, now()),
    reviewEntries(group),
    findHead(slug),
  ])
  const entries = [
    ...[...reports, ...documents, ...compendia, ...editions],
    ...[...asked.entries, ...reviews],
  ]
    .sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? -1 : 1))
    .slice(0, longestFeed)
  return { group, entries, head, origin: env().origin, until: asked.until }
}
