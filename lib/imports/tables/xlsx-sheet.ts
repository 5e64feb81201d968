import { NotReadable } from "../formats/blocks"
import { readXml, type Tag } from "../formats/xml"
import { dayOfNumber } from "./day-of-number"
import { NoTable, type RawCell, type RawRow, tableLimits, textOf, tooMuchText } from "./model"
import { columnOf, type Merged, mergedOf } from "./xlsx-merged"
import { unescaped } from "./xlsx-parts"

/** The texts that cells share. How a part of one looks, and how it is pronounced, is left out. */
export function readStrings(bytes: Uint8Array): string[] {
  const strings: string[] = []
  let [inText, aside] = [false, false]
  readXml(bytes, {
    open: ({ name }) => {
      if (name === "si") strings.push("")
      if (name === "rPh") aside = true
      inText = name === "t" && !aside
    },
    close: (name) => {
      if (name === "rPh") aside = false
      if (name === "t") inText = false
    },
    text: (text) => {
      if (inText && strings.length > 0) strings[strings.length - 1] += text
    },
  })
  return strings
}

type Around = { shared: readonly string[]; isDate: (style: number) => boolean; from1904: boolean }
type Cell = { column: number; said: string; type: string; style: number; formula: boolean }

/** What stands in the rows of a sheet, and which of its cells are merged. Throws `NoTable`. */
export function readSheet(bytes: Uint8Array, around: Around): { rows: RawRow[]; merged: Merged[] } {
  const rows: RawRow[] = []
  const merged: Merged[] = []
  let cell: Cell | null = null
  let inside = false
  let at = 0
  let place = -1
  let characters = 0
  const lines = new Set<number>()
  const open = ({ name, attributes }: Tag) => {
    if (name === "row") {
      at = lineOf(attributes.r, at)
      // Which of two would stand there nobody can tell; programs call such a file damaged.
      if (lines.has(at)) throw new NoTable({ code: "twice", line: at })
      lines.add(at)
      place = -1
      rows.push({ line: at, cells: [] })
    } else if (name === "c") {
      place = attributes.r ? columnOf(attributes.r) : place + 1
      const { t: type = "n", s = "0" } = attributes
      cell = { column: place, said: "", type, style: Number(s), formula: false }
    } else if (name === "f" && cell) cell.formula = true
    else if (name === "mergeCell") {
      const one = mergedOf(attributes.ref ?? "")
      if (one && merged.length < 50_000) merged.push(one)
    }
    inside = name === "v" || name === "t" || (inside && name !== "f" && name !== "rPh")
  }
  const close = (name: string) => {
    if (name === "v" || name === "t") inside = false
    if (name === "row" && rows.at(-1)?.cells.length === 0) rows.pop()
    if (rows.length > tableLimits.rows)
      throw new NoTable({ code: "too-many-rows", most: tableLimits.rows - 20 })
    if (name !== "c" || !cell) return
    const value = rawOf(cell, around)
    const cells = rows.at(-1)?.cells
    if (value !== "" && cells) {
      if (cell.column >= tableLimits.columns)
        throw new NoTable({ code: "too-wide", most: tableLimits.columns })
      if (cells[cell.column]) throw new NoTable({ code: "twice", line: at })
      characters += textOf(value).length
      if (characters > tableLimits.characters) throw tooMuchText()
      while (cells.length < cell.column) cells.push("")
      cells[cell.column] = value
    }
    cell = null
  }
  readXml(bytes, {
    open,
    close,
    text: (text) => {
      if (cell && inside) cell.said += text
    },
  })
  return { rows, merged }
}

/** The number of a row, by what it says of itself; the next one where it says nothing. */
function lineOf(said: string | undefined, before: number): number {
  const line = said === undefined ? before + 1 : Number(said)
  if (Number.isInteger(line) && line >= 1 && line <= 1_048_576) return line
  throw new NotReadable("damaged")
}

function rawOf({ said, type, style, formula }: Cell, around: Around): RawCell {
  const more = formula ? { formula: true as const } : {}
  const known = (text: string): RawCell => (formula ? { text, ...more } : text)
  if (type === "s") return known(unescaped(around.shared[Number(said)] ?? ""))
  if (type === "e" || said === "") return ""
  if (type === "b") return known(said === "1" ? "TRUE" : "FALSE")
  if (type === "d") return known(said.slice(0, 10))
  if (type !== "n") return known(unescaped(said))
  const number = Number(said)
  if (!Number.isFinite(number)) return known(said)
  const day = around.isDate(style) ? dayOfNumber(number, around.from1904) : null
  return day ? known(day) : { text: String(number), number: true, ...more }
}
