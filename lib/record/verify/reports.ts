import { asc, gt, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { reportChecks, reportOverrides } from "@/db/schema/checks"
import { reports } from "@/db/schema/reports"
import { readReport } from "@/lib/reports/model"
import { sha256Of } from "../canonical"
import { deskHash } from "../desk-hash"
import { addressOf } from "../model"
import { isSealed, openContent } from "../open-content"
import { nameOf, type StoredEntry } from "./chain"
import { madeDifferences, readMade } from "./made-files"
import type { Difference } from "./model"
import { nameDifferences, readNames, type StoredName } from "./names"

type Stored = typeof reports.$inferSelect
type Beside = {
  findings: unknown
  overrides: (typeof reportOverrides.$inferSelect)[]
  names: StoredName[]
}

const batch = 50

/**
 * Compares every report with its entry, its columns, what the desk holds of it, its names, and what is made of
 * it again: all files, or those of words alone.
 */
export async function reportDifferences(
  reader: Reader,
  entries: ReadonlyMap<string, StoredEntry>,
  allFiles: boolean,
): Promise<{ reports: number; names: number; erased: number; differences: Difference[] }> {
  const differences: Difference[] = []
  const counts = { reports: 0, names: 0, erased: 0 }
  let last = "00000000-0000-0000-0000-000000000000"
  for (;;) {
    const rows = await reader
      .select()
      .from(reports)
      .where(gt(reports.id, last))
      .orderBy(asc(reports.id))
      .limit(batch)
    if (rows.length === 0) return { ...counts, differences }
    const ids = rows.map(({ id }) => id)
    const beside = await readBeside(reader, ids)
    const made = await readMade(reader, ids, allFiles)
    for (const row of rows) {
      const own = beside(row.id)
      counts.names += own.names.length
      counts.erased += own.names.filter(({ erasedAt }) => erasedAt !== null).length
      const entry = entries.get(row.id)
      const where = entry ? nameOf(entry) : `meeting ${row.number}, version ${row.version}`
      const whats = [...withEntry(row, entry), ...within(row), ...besides(row, own)]
      // Of a version that is not sound itself nothing can be made again.
      if (entry && whats.length === 0)
        whats.push(...(await madeDifferences({ row, entry, names: own.names }, made.get(row.id))))
      differences.push(...whats.map((what) => ({ where, what })))
      last = row.id
    }
    counts.reports += rows.length
  }
}

async function readBeside(reader: Reader, ids: string[]): Promise<(id: string) => Beside> {
  const [checks, overrides, names] = [
    await reader.select().from(reportChecks).where(inArray(reportChecks.reportId, ids)),
    await reader.select().from(reportOverrides).where(inArray(reportOverrides.reportId, ids)),
    await readNames(reader, ids),
  ]
  return (id) => ({
    findings: checks.find(({ reportId }) => reportId === id)?.findings,
    overrides: overrides.filter(({ reportId }) => reportId === id),
    names: names.get(id) ?? [],
  })
}

function withEntry(row: Stored, entry: StoredEntry | undefined): string[] {
  if (!entry) return ["it does not stand on the ledger"]
  const found: string[] = []
  if (sha256Of(row.content) !== entry.sha256) found.push("its content is not what was published")
  if (row.sha256 !== entry.sha256) found.push("its hash is not the one on the ledger")
  if (entry.address !== addressOf.report(row.number, row.version))
    found.push("its number or version is not the one on the ledger")
  if (entry.groupId !== row.groupId) found.push("it stands on the ledger of another group")
  if (entry.at.getTime() !== row.publishedAt.getTime())
    found.push("its time of publication is not the one on the ledger")
  return found
}

/** The columns beside the content, which repeat it. */
function within(row: Stored): string[] {
  try {
    const content = isSealed(row.content)
      ? openContent(row.content, new Map())
      : readReport(row.content)
    const same =
      content.meeting.number === row.number &&
      content.version === row.version &&
      new Date(content.publishedAt).getTime() ===
        Math.floor(row.publishedAt.getTime() / 1000) * 1000
    return same ? [] : ["its columns say another number, version or time than its content"]
  } catch {
    return ["its content is no report"]
  }
}

function besides(row: Stored, { findings, overrides, names }: Beside): string[] {
  if (!isSealed(row.content)) return []
  const found: string[] = []
  const desk = deskHash({
    ...row,
    findings: Array.isArray(findings) ? findings : [],
    overrides: overrides.map(({ finding, reason }) => ({ finding, reason })),
  })
  const ofAnother = overrides.some(
    ({ rule, finding, overriddenBy }) =>
      overriddenBy !== row.publishedBy || rule !== (finding as { rule?: unknown }).rule,
  )
  if (desk !== row.content.desk || ofAnother || !Array.isArray(findings))
    found.push(
      "what the check found, why it was published all the same, or who published it differs",
    )
  const committed = row.content.names as Record<string, string>
  return [...found, ...nameDifferences("report", committed, names)]
}
