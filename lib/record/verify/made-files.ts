import { and, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { reportFiles } from "@/db/schema/record"
import type { reports } from "@/db/schema/reports"
import { type MadeFormat, madeFormats } from "@/lib/report-files/formats"
import { writeFile } from "@/lib/report-files/write-file"
import type { ReportContent } from "@/lib/reports/model"
import { sha256Of } from "../canonical"
import { DOWNLOAD_SCHEMA, type ReportDownload } from "../download"
import { isSealed, openContent } from "../open-content"
import { parseStrictJson } from "../strict-json"
import { keysIn } from "../words"
import type { StoredEntry } from "./chain"
import type { StoredName } from "./names"

type File = { reportId: string; format: string; file: Uint8Array }
type Version = {
  row: typeof reports.$inferSelect
  entry: StoredEntry
  names: readonly StoredName[]
}

/** Files that are made of words alone: from the same version the same ones come again. */
const compared: readonly MadeFormat[] = madeFormats.filter((format) =>
  ["json", "md", "txt"].includes(format),
)

/** The stored files of these reports that can be compared, by report. */
export async function readMade(reader: Reader, ids: string[]): Promise<Map<string, File[]>> {
  const rows = await reader
    .select({ reportId: reportFiles.reportId, format: reportFiles.format, file: reportFiles.file })
    .from(reportFiles)
    .where(and(inArray(reportFiles.reportId, ids), inArray(reportFiles.format, [...compared])))
  const made = new Map<string, File[]>()
  for (const row of rows) made.set(row.reportId, [...(made.get(row.reportId) ?? []), row])
  return made
}

/**
 * Which of a version's files say something else than the version: they were exchanged, hash and all. Only the
 * portal's address is taken from the file: the record may be verified elsewhere, or the portal have moved.
 */
export async function madeDifferences(
  version: Version,
  files: readonly File[] = [],
): Promise<string[]> {
  const { row, names } = version
  if (files.length === 0 || !isSealed(row.content)) return []
  const download = downloadOf(version, row.content)
  const named = new Map(names.map(({ key, name }) => [key, name]))
  const report = openContent(row.content, named)
  const sealed = { sha256: row.sha256, entry: download.ledger }
  const found: string[] = []
  for (const { format, file } of files) {
    const made = compared.find((each) => each === format)
    if (!made) continue
    const same =
      made === "json"
        ? hashOf(file) === sha256Of(download)
        : (
            await writeFile(
              { report, published: { origin: originIn(file, report), ...sealed }, download },
              made,
            )
          ).equals(file)
    if (!same) found.push(`its report.${format} is not what is made of it`)
  }
  return found
}

/** The address of the portal that a file gives before that of its version; "" where it gives none. */
function originIn(file: Uint8Array, { group, meeting }: ReportContent): string {
  const text = Buffer.from(file).toString("utf8")
  const [before = ""] = text.split(`/${group.slug}/meetings/${meeting.number}/v`, 1)
  return /https?:\/\/[^\s/"<>()]+$/.exec(before.slice(-300))?.[0] ?? ""
}

/** The hash of what a file of JSON says, whatever its line ends; null where it says nothing, or two things. */
function hashOf(file: Uint8Array): string | null {
  try {
    return sha256Of(parseStrictJson(Buffer.from(file).toString("utf8")))
  } catch {
    return null
  }
}

function downloadOf({ entry, names }: Version, record: Record<string, unknown>): ReportDownload {
  const published = new Set(keysIn(JSON.stringify({ ...record, names: null })))
  const { position, kind, address, sha256, previous, hash, at } = entry
  return {
    ...{ format: "rapporteur-report", schema: DOWNLOAD_SCHEMA },
    record: record as ReportDownload["record"],
    names: Object.fromEntries(
      names.flatMap(({ key, name, salt }) =>
        published.has(key) && name !== null && salt !== null ? [[key, { name, salt }]] : [],
      ),
    ),
    ledger: { position, kind, address, sha256, previous, hash, at: at.toISOString() },
  }
}
