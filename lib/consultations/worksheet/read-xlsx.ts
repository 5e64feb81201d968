import { BrokenArchive, TooMuchInside } from "@/lib/imports/formats/archive"
import { NotReadable } from "@/lib/imports/formats/blocks"
import { readXml } from "@/lib/imports/formats/xml"
import { columnOf } from "@/lib/imports/tables/xlsx-merged"
import { type Parts, partsOf, sheetsOf, unescaped } from "@/lib/imports/tables/xlsx-parts"
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
    const part = partsOf(bytes, worksheetLimits.inside, () => new BrokenArchive())
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

/** Where the first sheet stands; some programs name none, and write it where all others do. */
async function firstSheet(part: Parts): Promise<string> {
  const named = await sheetsOf(part)
  return named?.sheets[0]?.path ?? "xl/worksheets/sheet1.xml"
}

function readRows(bytes: Uint8Array, shared: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = []
  let cell: (SheetCell & { type: string }) | null = null
  let [inside, at, place] = ["", 0, -1]
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
        place = -1
        if (rows.length >= worksheetLimits.rows) throw new TooMuchInside()
        rows.push({ row: at, cells: [] })
      }
      if (name === "c") {
        place = attributes.r ? columnOf(attributes.r) : place + 1
        cell = { column: place, text: "", formula: false, type: attributes.t ?? "n" }
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
