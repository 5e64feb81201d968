import {
  BrokenArchive,
  listEntries,
  TooMuchInside,
  unpackEntry,
} from "@/lib/imports/formats/archive"
import { NotReadable } from "@/lib/imports/formats/blocks"
import { readXml } from "@/lib/imports/formats/xml"
import { readStrings } from "@/lib/imports/tables/xlsx-sheet"
import { worksheetLimits } from "./model"

/** A cell that holds something, as text. */
export type SheetCell = { column: number; text: string; formula: boolean }
/** A row that holds something. `row` counts from 1, as programs show it. */
export type SheetRow = { row: number; cells: SheetCell[] }

/** Why a file is no worksheet that can be read: a key under `errors`. */
export class NoWorksheet extends Error {
  constructor(readonly key: "worksheet.unreadable" | "worksheet.tooLarge" | "worksheet.noColumns") {
    super(key)
  }
}

/**
 * The first sheet of a file of Excel, as LibreOffice, Excel and others write it. What it unpacks to is
 * counted, and only cells that are there take room, however far out they stand. Throws `NoWorksheet`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetRow[]> {
  try {
    const part = await partsOf(bytes)
    const sheet = await part(await firstSheet(part))
    const shared = await part("xl/sharedStrings.xml")
    if (!sheet) throw new BrokenArchive()
    return readRows(sheet, shared ? readStrings(shared) : [])
  } catch (error) {
    if (error instanceof TooMuchInside) throw new NoWorksheet("worksheet.tooLarge")
    if (error instanceof BrokenArchive || error instanceof NotReadable)
      throw new NoWorksheet("worksheet.unreadable")
    throw error
  }
}

type Parts = (name: string) => Promise<Uint8Array | null>

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  if (bytes.length < 22) throw new BrokenArchive()
  const entries = new Map(listEntries(bytes, 2_000).map((entry) => [entry.name, entry]))
  let left = worksheetLimits.inside
  return async (name) => {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.encrypted) throw new BrokenArchive()
    const content = await unpackEntry(bytes, entry, left)
    left -= content.length
    return content
  }
}

/** The name of the part that holds the first sheet, by the table of the file. */
async function firstSheet(part: Parts): Promise<string> {
  const [workbook, relations] = [
    await part("xl/workbook.xml"),
    await part("xl/_rels/workbook.xml.rels"),
  ]
  const targets = new Map<string, string>()
  let first = ""
  if (relations) {
    readXml(relations, {
      open: ({ attributes }) => targets.set(attributes.Id ?? "", attributes.Target ?? ""),
      close: () => {},
    })
  }
  if (workbook) {
    readXml(workbook, {
      open: ({ name, attributes }) => {
        if (name === "sheet") first ||= targets.get(attributes["r:id"] ?? "") ?? ""
      },
      close: () => {},
    })
  }
  if (first.startsWith("/")) return first.slice(1)
  return first ? `xl/${first}` : "xl/worksheets/sheet1.xml"
}

function readRows(bytes: Uint8Array, shared: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = []
  let cell: (SheetCell & { type: string }) | null = null
  let [inside, at, place] = ["", 0, 0]
  const keep = () => {
    if (!cell) return
    const { type, ...said } = cell
    const text = type === "s" ? (shared[Number(said.text)] ?? "") : type === "e" ? "" : said.text
    if (text !== "" && cell.column < worksheetLimits.columns)
      rows.at(-1)?.cells.push({ ...said, text: unescaped(text) })
    cell = null
  }
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name === "row") {
        at = Number(attributes.r ?? at + 1)
        place = 0
        if (rows.length >= worksheetLimits.rows) throw new TooMuchInside()
        rows.push({ row: at, cells: [] })
      }
      if (name === "c") {
        place = attributes.r ? columnOf(attributes.r) : place + 1
        cell = { column: place - 1, text: "", formula: false, type: attributes.t ?? "n" }
      }
      if (name === "f" && cell) cell.formula = true
      inside = name === "v" || name === "t" ? name : name === "f" || name === "rPh" ? "" : inside
    },
    close: (name) => {
      if (name === "v" || name === "t") inside = ""
      if (name === "c") keep()
    },
    text: (text) => {
      if (cell && inside) cell.text += text
    },
  })
  return rows.filter(({ cells }) => cells.length > 0)
}

/** "C12" is the third column. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "A"
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Signs that programs write as their number, and line ends in the one form that we keep. */
const unescaped = (text: string) =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\r\n?/g, "\n")
