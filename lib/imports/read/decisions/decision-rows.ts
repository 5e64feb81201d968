import { cellsOf, columnsOf, isRow, isRule } from "../text/table"

const COLUMNS = {
  number: /^(?:#|n[o°º]\.?|nr\.?|number|id|ref\.?)$/i,
  decision: /^(?:decisions?|resolutions?|agreements?|decided|text|what|décisions?)$/i,
  other:
    /^(?:item|agenda item|by|date|vote|votes|proposed by|moved by|seconded by|result|status|topic|subject|points?)$/i,
}

/** Whether a line is the head of a table of decisions and nothing else. */
export function headsDecisions(text: string): boolean {
  const cells = cellsOf(text, 2)
  const columns = cells && columnsOf(cells, COLUMNS)
  return columns?.decision !== undefined && Object.keys(columns).length === cells?.length
}

const NONE =
  /^(?:none|nil|n\/a|no decisions?[^.]*)\W*$|\b(?:could|did) not (?:agree|decide|reach)\b/i

/** A line of a list of decisions, or the cell of a table that holds the decision. */
export function addRow(
  text: string,
  column: number | null,
  add: (from: number, to: number) => void,
): number | null {
  const cells = isRow(text) ? cellsOf(text) : null
  if (!cells) {
    if (!NONE.test(text)) add(0, text.length)
    return null
  }
  if (isRule(text)) return column
  const columns = columnsOf(cells, COLUMNS)
  if (columns) return columns.decision ?? 0
  const widest = [...cells].sort((a, b) => b.text.length - a.text.length)[0]
  const cell = cells[column ?? -1] ?? widest
  if (cell) add(cell.from, cell.to)
  return column
}
