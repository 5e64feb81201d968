import { and, desc, eq, type SQL } from "drizzle-orm"
import { ledgerEntries } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { database } from "@/lib/platform/database"
import { openContents } from "@/lib/record/open-content"
import type { ReportContent } from "./model"

/** A published version, whole, with its place on the ledger; null for one that stands on none yet. */
export type StoredVersion = {
  id: string
  number: number
  version: number
  publishedAt: Date
  sha256: string
  content: ReportContent
  ledger: { position: number; hash: string } | null
}

/** Published versions that a condition names, the latest publication first, or by the order given. */
export async function listVersions(
  condition: SQL | undefined,
  limit: number,
  order: SQL[] = [desc(reports.publishedAt), desc(reports.number)],
): Promise<StoredVersion[]> {
  const rows = await database()
    .select({
      id: reports.id,
      number: reports.number,
      version: reports.version,
      publishedAt: reports.publishedAt,
      sha256: reports.sha256,
      content: reports.content,
      ledger: { position: ledgerEntries.position, hash: ledgerEntries.hash },
    })
    .from(reports)
    .leftJoin(
      ledgerEntries,
      and(eq(ledgerEntries.kind, "report"), eq(ledgerEntries.subjectId, reports.id)),
    )
    .where(condition)
    .orderBy(...order)
    .limit(limit)
  const contents = await openContents(database(), rows)
  return rows.flatMap((row, place) => {
    const content = contents[place]
    return content ? [{ ...row, content }] : []
  })
}
