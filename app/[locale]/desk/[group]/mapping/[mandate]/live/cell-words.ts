import { cellInputs } from "@/lib/mapping/input"
import type { CellField, Row } from "@/lib/mapping/model"
import { keyOf } from "./ops"

/** What a cell would hold as the portal keeps it, or the key of the sentence that says why not. */
function tidyCell(field: CellField, value: unknown): { value: unknown } | { refused: string } {
  const read = cellInputs[field].safeParse(value)
  if (read.success) return { value: read.data }
  return { refused: read.error.issues[0]?.message ?? "fields" }
}

/**
 * Cells as the portal keeps them, each once with what was said of it last; `why` is the key of the sentence
 * that says why one of them cannot be kept, null where all can.
 */
export function tidyCells<Cell extends { rowId: string; field: CellField; value: unknown }>(
  given: readonly Cell[],
): { tidied: Cell[]; why: string | null } {
  const each = new Map(given.map((cell) => [keyOf(cell.rowId, cell.field), cell]))
  let why: string | null = null
  const tidied = [...each.values()].map((cell) => {
    const read = tidyCell(cell.field, cell.value)
    if ("refused" in read) why ??= read.refused
    return "refused" in read ? cell : { ...cell, value: read.value }
  })
  return { tidied, why }
}

/** Whether two values of a cell are the same, whatever the order of their keys. */
export function sameCell(field: CellField, one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map((value) => {
    const read = cellInputs[field].safeParse(value)
    return JSON.stringify(read.success ? read.data : value)
  })
  return first === second
}

type Edited = {
  rowId: string
  field: CellField
  value: unknown
  base?: number | undefined
  movedTo?: readonly string[]
}

/** Of cells as they were left, those that say something else than the rows show, with what was seen of them. */
export function changedCells(cells: readonly Edited[], all: readonly Row[]) {
  const rows = new Map(all.map((row) => [row.id, row]))
  return cells.flatMap(({ rowId, field, value, base, movedTo }) => {
    const row = rows.get(rowId)
    if (!row) return []
    const was: unknown = row.cells[field]
    const seen = base ?? row.revisions[field] ?? 0
    const isAsShown = sameCell(field, was, value) && seen >= (row.revisions[field] ?? 0)
    return isAsShown ? [] : [{ rowId, field, base: seen, value, was, ...(movedTo && { movedTo }) }]
  })
}

type Piece = { text?: string; attrs?: { label?: string }; content?: Piece[] }

/** A cell's value as plain words, to be copied and counted. Ids are left out. */
export function plainWords(value: unknown): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "string") return isIdLike(value) ? "" : value
  if (typeof value === "number") return String(value)
  if (Array.isArray(value)) return value.map(plainWords).filter(Boolean).join("\n")
  const { text, attrs, content, ...other } = value as Piece & Record<string, unknown>
  if (text !== undefined) return text
  if (attrs?.label) return attrs.label
  if (content) return content.map(plainWords).join(isLine(content) ? "" : "\n")
  if ("type" in other) return ""
  return Object.values(other).map(plainWords).filter(Boolean).join(", ")
}

const isLine = (content: Piece[]) => content.some(({ text }) => text !== undefined)
const isIdLike = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
