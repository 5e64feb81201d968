import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { database } from "@/lib/platform/database"
import { fileDifferences, lostDifferences } from "./around"
import { chainDifferences, nameOf, readEntries, type StoredEntry } from "./chain"
import { erasureDifferences } from "./erasures"
import { guardDifferences } from "./guards"
import type { Difference, Verification } from "./model"
import { otherDifferences } from "./others"
import { reportDifferences } from "./reports"

/**
 * Computes the whole record again, from one moment of the database, and tells all that differs from what
 * was published. `heads` are hashes that were seen on the record before: each must still stand on it. With
 * `allFiles` PDF, DOCX and pictures of reports are made again too, about a second for each version.
 */
export function verifyRecord(
  heads: readonly string[] = [],
  { allFiles = false }: { allFiles?: boolean } = {},
): Promise<Verification> {
  return database().transaction((tx) => verifyIn(tx, heads, { allFiles }), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  })
}

/** The same in an open transaction. */
export async function verifyIn(
  reader: Reader,
  heads: readonly string[] = [],
  { allFiles = false }: { allFiles?: boolean } = {},
): Promise<Verification> {
  const entries = await readEntries(reader)
  const bySubject = (wanted: (entry: StoredEntry) => boolean) =>
    new Map(entries.filter(wanted).map((entry) => [entry.subjectId, entry]))
  const ofReports = await reportDifferences(
    reader,
    bySubject(({ kind }) => kind === "report"),
    allFiles,
  )
  const ofOthers = await otherDifferences(
    reader,
    bySubject(({ kind }) => kind !== "report"),
  )
  const ofFiles = await fileDifferences(reader)
  const last = new Map(entries.map((entry) => [entry.group, entry]))
  return {
    groups: last.size,
    entries: entries.length,
    reports: ofReports.reports,
    documents: ofOthers.documents,
    compendia: ofOthers.compendia,
    editions: ofOthers.editions,
    names: ofReports.names + ofOthers.names,
    erased: ofReports.erased + ofOthers.erased,
    files: ofFiles.files,
    heads: [...last.values()].map(({ group, position, hash }) => ({ group, position, hash })),
    differences: [
      ...chainDifferences(entries),
      ...(await orphanDifferences(reader, entries)),
      ...ofReports.differences,
      ...ofOthers.differences,
      ...(await erasureDifferences(reader)),
      ...ofFiles.differences,
      ...(await lostDifferences(reader)),
      ...(await guardDifferences(reader)),
      ...headDifferences(entries, heads),
    ],
  }
}

/** Entries whose version is gone. */
async function orphanDifferences(
  reader: Reader,
  entries: readonly StoredEntry[],
): Promise<Difference[]> {
  const there = await reader.execute<{ id: string }>(
    sql`select id from reports union all select id from document_versions union all select id from compendia union all select id from editions`,
  )
  const known = new Set(there.map(({ id }) => id))
  return entries
    .filter(({ subjectId }) => !known.has(subjectId))
    .map((entry) => ({ where: nameOf(entry), what: "what was published there is gone" }))
}

function headDifferences(entries: readonly StoredEntry[], heads: readonly string[]): Difference[] {
  const hashes = new Set(entries.map(({ hash }) => hash))
  return heads
    .filter((head) => !hashes.has(head))
    .map((head) => ({ where: `hash ${head}`, what: "no entry of the record has it any more" }))
}
