import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { ledgerEntries, recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { database } from "@/lib/platform/database"
import { DOWNLOAD_SCHEMA, type ReportDownload } from "./download"
import { type Entry, entryKinds } from "./model"
import { isSealed } from "./open-content"
import { keysIn } from "./words"

/** An entry with its own hash. */
export type PublicEntry = Entry & { hash: string }

const shown = {
  position: ledgerEntries.position,
  kind: ledgerEntries.kind,
  address: ledgerEntries.address,
  sha256: ledgerEntries.sha256,
  previous: ledgerEntries.previous,
  hash: ledgerEntries.hash,
  at: ledgerEntries.at,
}

/** The ledger of a group, the newest entry first, whole or its newest; null when there is no such group. */
export async function findLedger(
  slug: string,
  most?: number,
): Promise<{
  group: { slug: string; shortName: string; name: string }
  entries: PublicEntry[]
} | null> {
  const { id, shortName, name } = groups
  const [group] = await database()
    .select({ id, slug: groups.slug, shortName, name })
    .from(groups)
    .where(eq(groups.slug, slug))
  if (!group) return null
  const all = database()
    .select(shown)
    .from(ledgerEntries)
    .where(eq(ledgerEntries.groupId, group.id))
    .orderBy(desc(ledgerEntries.position))
  const entries = await (most === undefined ? all : all.limit(most))
  return { group: { slug, shortName: group.shortName, name: group.name }, entries }
}

/** The newest entry of a group, which seals all the others; null before the first. */
export async function findHead(slug: string): Promise<PublicEntry | null> {
  const [head] = await database()
    .select(shown)
    .from(ledgerEntries)
    .innerJoin(groups, eq(groups.id, ledgerEntries.groupId))
    .where(eq(groups.slug, slug))
    .orderBy(desc(ledgerEntries.position))
    .limit(1)
  return head ?? null
}

/** Where a published version stands on its ledger, by its id; null before it was taken in. */
export async function findEntry(subjectId: string): Promise<PublicEntry | null> {
  const [entry] = await database()
    .select(shown)
    .from(ledgerEntries)
    // The kind stands first in the index; ids are never shared between kinds.
    .where(
      and(inArray(ledgerEntries.kind, [...entryKinds]), eq(ledgerEntries.subjectId, subjectId)),
    )
  return entry ?? null
}

/** A version of a report as `report.json` gives it; null when there is no such version on the ledger. */
export async function findDownload(reportId: string): Promise<ReportDownload | null> {
  const [version] = await database()
    .select({ ...shown, content: reports.content })
    .from(reports)
    .innerJoin(
      ledgerEntries,
      and(eq(ledgerEntries.kind, "report"), eq(ledgerEntries.subjectId, reports.id)),
    )
    .where(eq(reports.id, reportId))
  if (!version || !isSealed(version.content)) return null
  const { content, at, ...entry } = version
  const rows = await database()
    .select({ key: recordNames.key, name: recordNames.name, salt: recordNames.salt })
    .from(recordNames)
    .where(and(eq(recordNames.subjectId, reportId), isNotNull(recordNames.name)))
    .orderBy(asc(recordNames.key))
  // Names that stand beside the content alone (in what the check found) belong to the desk.
  const published = new Set(keysIn(JSON.stringify({ ...content, names: null })))
  return {
    format: "rapporteur-report",
    schema: DOWNLOAD_SCHEMA,
    record: content as ReportDownload["record"],
    names: Object.fromEntries(
      rows.flatMap(({ key, name, salt }) =>
        published.has(key) && name !== null && salt !== null ? [[key, { name, salt }]] : [],
      ),
    ),
    ledger: { ...entry, at: at.toISOString() },
  }
}
