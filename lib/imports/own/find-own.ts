import { openDownload } from "@/lib/record/download"
import { ownPart } from "@/lib/report-files/docx/own-part"
import { readMarkdown } from "@/lib/report-files/markdown/read"
import { sheetOfReport } from "@/lib/report-files/report-sheet"
import { writeText } from "@/lib/report-files/text"
import { type ReportContent, readReport } from "@/lib/reports/model"
import { isZip, listEntries, unpackEntry } from "../formats/archive"
import { LARGEST_INSIDE } from "../formats/docx"
import type { Format } from "../formats/kind"

/** A report that was written by a portal like this one, with the text in which people look at it. */
export type OwnFile = { record: ReportContent; format: Format; source: string }

/**
 * A file that holds a published version itself: our JSON, our Markdown, or our DOCX as long as nobody
 * changed its text. Null for every other file, which is read like anybody's; nothing in one makes it throw.
 */
export async function findOwn(bytes: Uint8Array): Promise<OwnFile | null> {
  try {
    if (isZip(bytes)) return await insideDocx(bytes)
    const source = textOf(bytes)
    if (/^\s*\{/.test(source)) return asText(recordIn(JSON.parse(source)), "json")
    const record = readMarkdown(source)
    return record && { record, format: "markdown", source }
  } catch {
    return null
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes)

async function insideDocx(bytes: Uint8Array): Promise<OwnFile | null> {
  const entries = listEntries(bytes)
  const part = entries.find(({ name }) => name === ownPart.name)
  const main = entries.find(({ name }) => name === "word/document.xml")
  if (!part || !main) return null
  const text = Buffer.from(await unpackEntry(bytes, part, LARGEST_INSIDE)).toString("utf8")
  const inside = ownPart.read(text, await unpackEntry(bytes, main, LARGEST_INSIDE))
  return inside ? asText(recordIn(inside), "docx") : null
}

/** A download with its ledger, or a version alone. */
function recordIn(value: unknown): ReportContent {
  const isDownload = typeof value === "object" && value !== null && "format" in value
  return isDownload ? openDownload(value) : readReport(value)
}

function asText(record: ReportContent, format: Format): OwnFile {
  const sheet = sheetOfReport(record, { origin: "", sha256: "", entry: null })
  return { record, format, source: writeText({ ...sheet, proof: "" }) }
}
