import { romanValue } from "../text/ordinals"
import { sliceRich } from "../text/rich"
import type { Line, Marker } from "../text/shape"
import { type Cell, cellsOf, columnsOf, isRow, isRule } from "../text/table"
import { bareTitle } from "./agenda-title"

const OUTCOME =
  "(?:decisions?|outcomes?|results?|conclusions?|resolutions?|next ?steps?|what was (?:decided|said))"
const COLUMNS = {
  number: /^(?:#|n[o°º]\.?|nr\.?|num(?:ber)?|item (?:no\.?|#|number))$/i,
  title:
    /^(?:agenda(?: items?| points?)?|items?|topics?|subjects?|titles?|points?|descriptions?|what|sujets?|points? de l['’]ordre du jour)$/i,
  presenter:
    /^(?:presenters?|presented by|leads?|led by|speakers?|who|responsible|owners?|introduced by|rapporteurs?|introduces|in charge|facilitators?|intervenants?)$/i,
  time: /^(?:time|times|minutes|min\.?|mins|duration|when|slot|length|allotted time|durée|heure)$/i,
  /** The papers on an item: nothing is read of them, but the head names one column more. */
  paper:
    /^(?:documents?|papers?|docs?\.?|refs?\.?|references?|annex(?:es)?|attachments?|purpose|type|notes?|remarks?)$/i,
  /** What became of an item, beside its title. */
  outcome: new RegExp(`^${OUTCOME}(?:\\s?(?:/|&|and)\\s?${OUTCOME})?$`, "i"),
}
type Columns = Partial<Record<keyof typeof COLUMNS, number>>
type Row = { line: Line; presenter: string | null; minutes: number | null; outcome: string }

/** Reads an agenda that is set as a table, row by row; its first row may name the columns. */
export class AgendaTable {
  #columns: Columns | null = null
  begun = false

  /** The row as a line that holds its title alone; "skip" for head and rule; null for no row. */
  read(line: Line, isFirst: boolean): Row | "skip" | null {
    const text = line.whole.text
    const certain = isRow(line.marker ? line.words.text : text)
    if (!certain && !this.begun && !isFirst) return null
    if (isRule(text) && text.includes("|")) return "skip"
    const cells = line.bullet || line.level > 0 ? null : cellsOf(text)
    if (!cells || (!certain && !this.begun && !columnsOf(cells, COLUMNS))) return null
    if (isFirst && !this.#columns) {
      this.#columns = headOf(cells)
      if (this.#columns) {
        this.begun = true
        return "skip"
      }
    }
    if (!isFirst && !this.begun) return null
    this.begun = true
    return this.#row(line, cells)
  }

  #row(line: Line, cells: readonly Cell[]): Row | null {
    const columns = this.#columns ?? guessed(cells)
    const title = cells[columns.title ?? (columns.number === 0 ? 1 : 0)]
    if (!title || title.text === "") return null
    const words = sliceRich(line.whole, title.from, title.to)
    const marker = markerIn(cells[columns.number ?? -1]?.text ?? "")
    const presenter = cells[columns.presenter ?? -1]?.text ?? ""
    const time = cells[columns.time ?? -1]?.text ?? ""
    const minutes = /^\d{1,3}$/.test(time) ? Number(time) : bareTitle(`x (${time})`).minutes
    return {
      line: { ...line, marker, words, whole: words, bullet: false },
      presenter: presenter || null,
      minutes,
      outcome: cells[columns.outcome ?? -1]?.text ?? "",
    }
  }
}

/** Whether a line is the head of an agenda's table: it names titles and something beside them. */
export function opensAgenda(line: Line): boolean {
  const cells = isRow(line.whole.text) && !line.bullet ? cellsOf(line.whole.text) : null
  return cells !== null && headOf(cells)?.title !== undefined
}

/** The columns that a head names; "Item" beside "Subject" is that of the numbers. */
function headOf(cells: readonly Cell[]): Columns | null {
  const columns = columnsOf(cells, COLUMNS)
  if (columns?.title === undefined || columns.number !== undefined) return columns
  const other = cells.findIndex(
    ({ text }, index) => index > (columns.title ?? 0) && COLUMNS.title.test(text),
  )
  return other > 0 ? { ...columns, number: columns.title, title: other } : columns
}

/** Columns without a head: a number, then the title; times and names are told by their look. */
function guessed(cells: readonly Cell[]): Columns {
  const isTime = ({ text }: Cell) => /^\d{1,2}[:.h]\d{2}|^\d{1,3}\s?(?:min|['’′])/i.test(text)
  const columns: Columns = {}
  for (const [index, cell] of cells.entries()) {
    if (index === 0 && markerIn(cell.text)) columns.number = 0
    else if (columns.time === undefined && isTime(cell)) columns.time = index
    else if (columns.title === undefined) columns.title = index
    else if (columns.presenter === undefined) columns.presenter = index
  }
  return columns
}

function markerIn(text: string): Marker | null {
  if (text.length > 24) return null
  const bare = text.replace(/[.):]+$/, "")
  if (/^\d{1,3}$/.test(bare)) return { text: bare, form: "number" }
  if (/^\d{1,3}(?:\.\d{1,3}){1,3}$/.test(bare)) return { text: bare, form: "dotted" }
  if (/^\d{1,3}[a-z]$/i.test(bare)) return { text: bare, form: "label" }
  if (/^[a-z]$/i.test(bare) || (bare !== "" && romanValue(bare) !== null))
    return { text: bare, form: "letter" }
  return null
}
