import { and, asc, desc, eq, inArray, isNotNull, lte } from "drizzle-orm"
import { compendia } from "@/db/schema/consultations"
import { documentVersions } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { ledgerEntries, recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { database } from "@/lib/platform/database"
import { DOWNLOAD_SCHEMA, formatOf, type RecordDownload, type ReportDownload } from "./download"
import { type Entry, type EntryKind, entryKinds } from "./model"
import { isSealed } from "./open-content"
import { isSealedContent } from "./open-others"
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

/**
 * The ledger of a group, the newest entry first, whole or so many up to a position; null when there is no
 * such group.
 */
export async function findLedger(
  slug: string,
  { most, to }: { most?: number; to?: number | undefined } = {},
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
    .where(
      and(
        eq(ledgerEntries.groupId, group.id),
        to === undefined ? undefined : lte(ledgerEntries.position, to),
      ),
    )
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
  const entry = await findEntry(reportId)
  const content = entry?.kind === "report" ? await contentOf("report", reportId) : null
  if (!entry || !isSealed(content)) return null
  return {
    ...{ format: "rapporteur-report", schema: DOWNLOAD_SCHEMA },
    record: content as ReportDownload["record"],
    names: await namesInDownload(reportId, content),
    ledger: ledgerOf(entry),
  }
}

/** Anything on a ledger as `record.json` gives it, by the id of the version; null when it does not stand there. */
export async function findRecordOf(subjectId: string): Promise<RecordDownload | null> {
  const entry = await findEntry(subjectId)
  if (!entry) return null
  if (entry.kind === "report") return findDownload(subjectId)
  const content = await contentOf(entry.kind, subjectId)
  if (content === null) return null
  return {
    ...{ format: formatOf(entry.kind), schema: DOWNLOAD_SCHEMA },
    record: content,
    names: isSealedContent(content) ? await namesInDownload(subjectId, content) : {},
    ledger: ledgerOf(entry),
  }
}

/** The same by the group and the position of its entry. */
export async function findRecordAt(slug: string, position: number): Promise<RecordDownload | null> {
  const [entry] = await database()
    .select({ subjectId: ledgerEntries.subjectId })
    .from(ledgerEntries)
    .innerJoin(groups, eq(groups.id, ledgerEntries.groupId))
    .where(and(eq(groups.slug, slug), eq(ledgerEntries.position, position)))
  return entry ? findRecordOf(entry.subjectId) : null
}

const ledgerOf = ({ at, ...entry }: PublicEntry) => ({ ...entry, at: at.toISOString() })

const tables = {
  report: reports,
  document: documentVersions,
  compendium: compendia,
  edition: editions,
}

async function contentOf(kind: EntryKind, id: string): Promise<Record<string, unknown> | null> {
  // The tables of the four kinds are alike in these two columns.
  const table = tables[kind] as typeof reports
  const [row] = await database()
    .select({ content: table.content })
    .from(table)
    .where(eq(table.id, id))
  return (row?.content as Record<string, unknown> | undefined) ?? null
}

/** Names that stand beside the content alone (in what the check found) belong to the desk. */
async function namesInDownload(
  subjectId: string,
  content: Record<string, unknown>,
): Promise<RecordDownload["names"]> {
  const rows = await database()
    .select({ key: recordNames.key, name: recordNames.name, salt: recordNames.salt })
    .from(recordNames)
    .where(and(eq(recordNames.subjectId, subjectId), isNotNull(recordNames.name)))
    .orderBy(asc(recordNames.key))
  const published = new Set(keysIn(JSON.stringify({ ...content, names: null })))
  return Object.fromEntries(
    rows.flatMap(({ key, name, salt }) =>
      published.has(key) && name !== null && salt !== null ? [[key, { name, salt }]] : [],
    ),
  )
}
