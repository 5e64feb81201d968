import { checkReport } from "@/lib/check/check"
import { type CheckContext, type Finding, NO_CONTEXT } from "@/lib/check/model"
import { countWords } from "@/lib/check/words"
import { LIMITS } from "@/lib/minutes/model"
import type { ReportContent } from "@/lib/reports/model"
import { type FileRefusal, refuseSize } from "./decode"
import { convert } from "./formats/convert"
import type { Format } from "./formats/kind"
import type { Attached } from "./formats/mail"
import { unreadPages } from "./formats/unread-pages"
import { looksOwn } from "./own/looks-own"
import { type ReadDocument, readDocument } from "./read/document"
import { LIKELY, type PortableReport } from "./read/model"
import { readReport } from "./read/report"

/** What was a file, and how its characters were stored where that was not plain UTF-8. */
export type Text = {
  name: string
  format: Format
  encoding: string | null
  source: string
  /** Documents that came with it, if it is a mail. */
  attached?: Attached[]
}

/**
 * What became of one file: its text with what was read in it and what the rules found; or the text as a
 * document, when it is no report of a meeting; or why it was refused.
 */
export type FileReading =
  | (Text & {
      kind: "report"
      report: PortableReport
      findings: Finding[]
      /** The version itself, where the file is one that a portal wrote. */
      record?: ReportContent
    })
  | (Text & { kind: "document"; document: ReadDocument })
  | { name: string; refused: FileRefusal; attached?: Attached[] }

/** With fewer words than this, a text that is no report is no document either. */
const FEWEST_WORDS = 30

/**
 * Reads a file in this thread, without limits to time and memory: `readSafely` calls it where there are
 * some. The rules that look beyond the report are given what they need in `context`.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  context: CheckContext = NO_CONTEXT,
): Promise<FileReading> {
  const own = await readOwn(bytes, name)
  if (own) return own
  const converted = await convert(bytes, name)
  if ("refused" in converted) return { name, refused: converted.refused }
  const { format, text: source, encoding, attached } = converted
  if (source.length > LIMITS.characters)
    return { name, attached, refused: { code: "too-long", most: LIMITS.characters } }
  if (isData(source)) return { name, refused: { code: "binary", kind: "JSON" } }
  const stored = encoding?.startsWith("utf") ? null : encoding
  const about = { name, format, encoding: stored, source, attached }
  const read = readReport(source, name)
  if (read.likelihood.score >= LIKELY)
    return asReport(about, read, context, unreadPages(converted.unread))
  if (!isWorthKeeping(source)) return { name, attached, refused: { code: "no-report" } }
  return { kind: "document", ...about, document: readDocument(source) }
}

/** Reads a text, which was a file, as what somebody says that it is. */
export function readTextAs(
  text: Text,
  kind: "report" | "document",
  context: CheckContext = NO_CONTEXT,
): FileReading {
  if (kind === "document") return { kind, ...text, document: readDocument(text.source) }
  return asReport(text, readReport(text.source, text.name), context)
}

function asReport(
  text: Text,
  read: ReturnType<typeof readReport>,
  context: CheckContext,
  ofFormat: readonly Finding[] = [],
): FileReading {
  const { paragraphs: _, ...report } = read
  const findings = [...checkReport(read, context), ...ofFormat]
  return { kind: "report", ...text, report, findings }
}

/** A file that holds a published version itself; null for every other. */
async function readOwn(bytes: Uint8Array, name: string): Promise<FileReading | null> {
  if (refuseSize(bytes.length) || !looksOwn(bytes)) return null
  const [{ findOwn }, { readingOfRecord }] = await Promise.all([
    import("./own/find-own"),
    import("./own/own-reading"),
  ])
  const own = await findOwn(bytes)
  if (!own || own.source.length > LIMITS.characters) return null
  const { record, format, source } = own
  const report = readingOfRecord(record, name, source)
  return { kind: "report", name, format, encoding: null, source, report, findings: [], record }
}

/** Whether a text is one value of JSON, as programs hand it on to one another. */
function isData(text: string): boolean {
  if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text.slice(-40))) return false
  try {
    return typeof JSON.parse(text) === "object"
  } catch {
    return false
  }
}

/** Whether a text holds sentences of somebody, rather than a few words or figures. */
function isWorthKeeping(text: string): boolean {
  if (countWords(text) < FEWEST_WORDS) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const shown = text.match(/\S/gu)?.length ?? 0
  return letters > shown * 0.6
}
