import { and, desc, eq, sql } from "drizzle-orm"
import { editions } from "@/db/schema/editions"
import { mandates, mappings } from "@/db/schema/mapping"
import { ledgerEntries } from "@/db/schema/record"
import { editionPath } from "@/lib/editions/addresses"
import { database } from "@/lib/platform/database"
import { routing } from "@/lib/platform/locales"
import { openTexts } from "@/lib/record/open-content"
import { type FeedEntry, longestFeed } from "./model"

/** The frozen editions of a group's mappings, one entry each. */
export async function editionEntries(group: { id: string; slug: string }): Promise<FeedEntry[]> {
  const rows = await database()
    .select({
      ...{ id: editions.id, at: editions.frozenAt, edition: editions.number, note: editions.note },
      slug: mandates.slug,
      title: sql<string>`${editions.content} #>> '{mandate,title}'`,
      hash: ledgerEntries.hash,
    })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .leftJoin(
      ledgerEntries,
      and(eq(ledgerEntries.kind, "edition"), eq(ledgerEntries.subjectId, editions.id)),
    )
    .where(eq(mappings.groupId, group.id))
    .orderBy(desc(editions.frozenAt))
    .limit(longestFeed)
  const opened = await openTexts(
    database(),
    rows,
    ({ id }) => ({ id, language: routing.defaultLocale }),
    ({ title, note }) => [title, note],
    (row, open) => ({ ...row, title: open(row.title), note: open(row.note) }),
  )
  return opened.map(({ id, at, slug, hash, edition, title, note }) => ({
    ...{ id, at, hash, path: editionPath(group.slug, slug, edition) },
    happening: { kind: "edition", edition, title, note },
  }))
}
