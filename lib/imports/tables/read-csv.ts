import { CsvError, parse } from "csv-parse/sync"
import { decodeText } from "../decode"
import { NoTable, type RawTable, tableLimits, withinLimits } from "./model"

/**
 * A table of cells that commas, semicolons, tabs or strokes keep apart, in UTF-8, UTF-16 or
 * windows-1252. Throws `NoTable`.
 */
export function readCsv(bytes: Uint8Array): RawTable {
  const decoded = decodeText(withMark(bytes))
  if ("refused" in decoded) throw new NoTable(decoded.refused)
  const text = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")
  const said = /^sep=(.)\n/.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const records = recordsOf(body, said?.[1] ?? delimiterOf(body))
  const before = said ? 2 : 1
  const rows = records.map((cells, index) => ({
    line: index + before,
    cells: cells.map(withoutGuard),
  }))
  return { format: "csv", rows: withinLimits(rows), left: [] }
}

/** UTF-16 that some programs write without its mark: every second byte of the beginning is 0. */
function withMark(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, 200)
  if (start.length < 8 || (start[0] === 0xff && start[1] === 0xfe)) return bytes
  const zeros = (from: number) =>
    start.filter((byte, at) => at % 2 === from && byte === 0).length / (start.length / 2)
  if (zeros(1) > 0.6 && zeros(0) < 0.1) return Buffer.concat([Uint8Array.of(0xff, 0xfe), bytes])
  if (zeros(0) > 0.6 && zeros(1) < 0.1) return Buffer.concat([Uint8Array.of(0xfe, 0xff), bytes])
  return bytes
}

/** The sign that stands most often outside of quotes in the beginning. */
function delimiterOf(text: string): string {
  const counts = new Map([",", ";", "\t", "|"].map((sign) => [sign, 0]))
  let quoted = false
  for (const sign of text.slice(0, 4_000)) {
    if (sign === '"') quoted = !quoted
    const count = quoted ? undefined : counts.get(sign)
    if (count !== undefined) counts.set(sign, count + 1)
    if (sign === "\n" && !quoted && [...counts.values()].some((each) => each > 0)) break
  }
  const [[most] = [","]] = [...counts].sort(([, one], [, other]) => other - one)
  return most
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: tableLimits.rows + 1_000,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new NoTable({ code: "quotes", line: Number(error.lines ?? 1) })
  }
}

/** Our own files put an apostrophe before what a spreadsheet would compute (`lib/mapping-files/write-csv`). */
const withoutGuard = (cell: string) =>
  cell.trim().replace(/^'(?=[\s']*[=+\-@|\uff1d\uff0b\uff0d\uff20])/, "")
