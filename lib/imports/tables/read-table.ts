import { refuseSize } from "../decode"
import { BrokenArchive, TooMuchInside } from "../formats/archive"
import { NotReadable } from "../formats/blocks"
import { kindOf } from "../formats/kind"
import { NoTable, type RawTable, type TableRefusal, tableLimits } from "./model"
import { readCsv } from "./read-csv"
import { readDocxTables } from "./read-docx-tables"
import { readXlsx } from "./read-xlsx"

/** What became of a file of a table: its rows, the record that it is (JSON), or why it was refused. */
export type TableReading =
  | { kind: "table"; name: string; table: RawTable }
  | { kind: "record"; name: string; record: unknown }
  | { name: string; refused: TableRefusal }

/**
 * Reads a table in this thread, by what the file is and whatever it is called: `readTableSafely` calls
 * it where there are limits to time and memory. Nothing in a file makes it throw.
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<TableReading> {
  try {
    const megabytes = Math.ceil((bytes.length / 1024 / 1024) * 10) / 10
    const most = tableLimits.bytes / 1024 / 1024
    if (bytes.length > tableLimits.bytes)
      return { name, refused: { code: "too-large", megabytes, most } }
    const size = refuseSize(bytes.length)
    if (size) return { name, refused: size }
    const text = bytes.subarray(0, 4).includes(0x7b) ? new TextDecoder().decode(bytes) : ""
    if (/^\s*\{/.test(text.replace(/^\ufeff/, ""))) return recordOf(text, name)
    return { kind: "table", name, table: await tableOf(bytes, name) }
  } catch (error) {
    return { name, refused: refusalOf(error) }
  }
}

async function tableOf(bytes: Uint8Array, name: string): Promise<RawTable> {
  // Text in UTF-16 looks like anything but text to whoever looks for kinds of files.
  const marked =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (marked) return readCsv(bytes)
  const kind = kindOf(bytes, name)
  if (kind === "docx") return readDocxTables(bytes)
  if (typeof kind !== "string") {
    const { refused } = kind
    if (refused.code === "binary" && refused.kind === "XLSX") return readXlsx(bytes)
    throw new NoTable(refused)
  }
  if (kind === "pdf") throw new NoTable({ code: "binary", kind: "PDF" })
  if (kind === "html") throw new NoTable({ code: "binary", kind: "HTML" })
  return readCsv(bytes)
}

function recordOf(text: string, name: string): TableReading {
  if (deepest(text) > 100) return { name, refused: { code: "too-nested" } }
  try {
    return { kind: "record", name, record: JSON.parse(text.replace(/^\ufeff/, "")) }
  } catch {
    return { name, refused: { code: "damaged", kind: "JSON" } }
  }
}

/** How many brackets are open at once, at most; those in texts count too. */
function deepest(text: string): number {
  let [open, most] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === "{" || sign === "[") most = Math.max(most, ++open)
    else if (sign === "}" || sign === "]") open--
  }
  return most
}

function refusalOf(error: unknown): TableRefusal {
  if (error instanceof NoTable) return error.refused
  if (error instanceof TooMuchInside)
    return { code: "too-big-unpacked", most: tableLimits.inside / 1024 / 1024 }
  if (error instanceof BrokenArchive) return { code: "damaged", kind: "XLSX" }
  if (!(error instanceof NotReadable) || error.why === "too-many-pages") throw error
  return error.why === "damaged" ? { code: "damaged", kind: "XLSX" } : { code: error.why }
}
