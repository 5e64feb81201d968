import { and, inArray } from "drizzle-orm"
import { strFromU8, unzipSync } from "fflate"
import type { Reader } from "@/db/client"
import { reportFiles } from "@/db/schema/record"
import type { reports } from "@/db/schema/reports"
import { isSameDocument } from "@/lib/report-files/docx/same-document"
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

/** Files of words alone, which are made again in no time. Of the others as many take a second each. */
const quick: readonly MadeFormat[] = ["json", "md", "txt"]

/** The stored files of these reports that are to be compared, by report: all, or those that are quick to make. */
export async function readMade(
  reader: Reader,
  ids: string[],
  all: boolean,
): Promise<Map<string, File[]>> {
  const compared = all ? madeFormats : quick
  const rows = await reader
    .select({ reportId: reportFiles.reportId, format: reportFiles.format, file: reportFiles.file })
    .from(reportFiles)
    .where(and(inArray(reportFiles.reportId, ids), inArray(reportFiles.format, [...compared])))
  const made = new Map<string, File[]>()
  for (const row of rows) made.set(row.reportId, [...(made.get(row.reportId) ?? []), row])
  return made
}

/**
 * Which of a version's files are not what is made of the version: they were exchanged, hash and all, or made
 * by a release that made them otherwise. Only the portal's address is taken from the file (that of a picture
 * from the files beside it): the record may be verified elsewhere, or the portal have moved.
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
  const origins = files.map(({ format, file }) => originIn(textWithAddress(format, file), report))
  const beside = origins.find((origin) => origin !== "") ?? ""
  const found: string[] = []
  for (const [at, { format, file }] of files.entries()) {
    const made = madeFormats.find((each) => each === format)
    if (!made) continue
    const published = { origin: origins[at] || beside, ...sealed }
    const again = () => writeFile({ report, published, download }, made)
    const same =
      made === "json"
        ? hashOf(file) === sha256Of(download)
        : made === "docx"
          ? isSameDocument(await again(), file)
          : (await again()).equals(file)
    if (!same) found.push(`its report.${format} is not what is made of it`)
  }
  return found
}

/** Where the address of its version stands in a file; what is no document says nothing. */
function textWithAddress(format: string, file: Uint8Array): string {
  if (format !== "docx") return Buffer.from(file).toString("utf8")
  try {
    const part = "word/_rels/document.xml.rels"
    return strFromU8(unzipSync(file, { filter: ({ name }) => name === part })[part] ?? file)
  } catch {
    return ""
  }
}

/** The address of the portal that a file gives before that of its version; "" where it gives none. */
function originIn(text: string, { group, meeting }: ReportContent): string {
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
