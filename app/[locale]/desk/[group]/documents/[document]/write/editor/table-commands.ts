import type { Node, NodeType, ResolvedPos, Schema } from "@tiptap/pm/model"
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state"

// A table is rows of cells and nothing spans. Two people may leave rows of different lengths; whatever
// is done here takes a row as it is, and the strict form is restored when the text is read.

type Command = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean

const isCell = (type: NodeType) => type.name === "tableCell" || type.name === "tableHeader"

/** Where the caret stands in a table. Rows and columns are counted from 0. */
export type TablePlace = { table: Node; pos: number; row: number; column: number }

/** The cell around a position; null outside of tables. */
export function placeIn($pos: ResolvedPos): TablePlace | null {
  for (let depth = $pos.depth; depth > 1; depth--) {
    if (!isCell($pos.node(depth).type)) continue
    const [table, pos] = [$pos.node(depth - 2), $pos.before(depth - 2)]
    return { table, pos, row: $pos.index(depth - 2), column: $pos.index(depth - 1) }
  }
  return null
}

const rowsOf = (table: Node): Node[] => [...table.children]
const widthOf = (table: Node) => Math.max(1, ...rowsOf(table).map((row) => row.childCount))

function cellLike(schema: Schema, like: Node | null | undefined): Node {
  const { tableCell, tableHeader, paragraph } = schema.nodes
  const type = like?.type === tableHeader ? tableHeader : tableCell
  if (!type || !paragraph) throw new Error("The schema has no tables")
  return type.create(null, paragraph.create())
}

const rowType = (schema: Schema): NodeType => {
  const { tableRow } = schema.nodes
  if (!tableRow) throw new Error("The schema has no rows")
  return tableRow
}

/** The position before a row, or before a cell of it. */
function posAt({ table, pos }: TablePlace, row: number, column: number | null = null): number {
  let at = pos + 1
  for (const before of rowsOf(table).slice(0, row)) at += before.nodeSize
  if (column === null) return at
  const cells = [...(table.maybeChild(row)?.children ?? [])].slice(0, column)
  return cells.reduce((sum, cell) => sum + cell.nodeSize, at + 1)
}

/** Takes the caret into a cell, which gets a line where it has none. */
function enter(tr: Transaction, cellPos: number): Transaction {
  const cell = tr.doc.nodeAt(cellPos)
  const line = tr.doc.type.schema.nodes.paragraph?.create()
  if (cell && line && cell.childCount === 0) tr.insert(cellPos + 1, line)
  return tr.setSelection(Selection.near(tr.doc.resolve(cellPos + 1))).scrollIntoView()
}

const within =
  (act: (place: TablePlace, tr: Transaction, schema: Schema) => Transaction | null): Command =>
  (state, dispatch) => {
    const place = placeIn(state.selection.$from)
    const tr = place && act(place, state.tr, state.schema)
    if (!tr) return false
    dispatch?.(tr)
    return true
  }

/** A new row below (above) that of the caret, as wide as the table; the caret goes there. */
export const addRow = (side: "below" | "above"): Command =>
  within((place, tr, schema) => {
    const { table, row, column } = place
    const at = side === "below" ? row + 1 : row
    const cells = Array.from({ length: widthOf(table) }, (_, place) => {
      // A first column of heads stays one; a first row of heads has none below it.
      const [above, below] = [table.maybeChild(row - 1), table.maybeChild(row + 1)]
      const like = row === 0 ? below : (below ?? above)
      return cellLike(schema, like?.maybeChild(place))
    })
    const before = posAt(place, at)
    tr.insert(before, rowType(schema).create(null, cells))
    return enter(tr, before + 1 + column * (cells[0]?.nodeSize ?? 4))
  })

/** A new column behind (before) that of the caret; the caret goes to its cell. */
export const addColumn = (side: "after" | "before"): Command =>
  within((place, tr, schema) => {
    const { table, row, column } = place
    const at = side === "after" ? column + 1 : column
    for (let n = table.childCount - 1; n >= 0; n--) {
      const cells = table.child(n)
      const column = Math.min(at, cells.childCount)
      const isFirst = n === 0 && rowsOf(table).length > 0
      const like = isFirst ? cells.maybeChild(Math.max(0, column - 1)) : null
      tr.insert(posAt(place, n, column), cellLike(schema, like))
    }
    const now = tr.doc.nodeAt(place.pos)
    return now && enter(tr, posAt({ ...place, table: now }, row, at))
  })

/** Takes the row of the caret away; the table, when it was the last. */
export const deleteRow: Command = within((place, tr) => {
  const { table, pos, row } = place
  if (table.childCount === 1) return tr.delete(pos, pos + table.nodeSize)
  return tr.delete(posAt(place, row), posAt(place, row + 1)).scrollIntoView()
})

/** Takes the column of the caret away; the table, when it was the last. */
export const deleteColumn: Command = within((place, tr) => {
  const { table, pos, column } = place
  if (widthOf(table) === 1) return tr.delete(pos, pos + table.nodeSize)
  for (let n = table.childCount - 1; n >= 0; n--) {
    const row = table.child(n)
    if (row.childCount > column) tr.delete(posAt(place, n, column), posAt(place, n, column + 1))
  }
  return tr.scrollIntoView()
})

export const deleteTable: Command = within(({ table, pos }, tr) =>
  tr.delete(pos, pos + table.nodeSize).scrollIntoView(),
)

/** Makes the cells of the caret's row (column) heads, or ordinary cells when all of them are heads. */
export const toggleHeads = (what: "row" | "column"): Command =>
  within((place, tr, schema) => {
    const { table, row, column } = place
    const { tableHeader, tableCell } = schema.nodes
    const spots =
      what === "row"
        ? [...table.child(row).children].map((_, at) => [row, at] as const)
        : rowsOf(table).flatMap((cells, at) =>
            cells.childCount > column ? [[at, column] as const] : [],
          )
    const isAll = spots.every(([r, c]) => table.child(r).child(c).type === tableHeader)
    for (const [r, c] of spots)
      tr.setNodeMarkup(posAt(place, r, c), isAll ? tableCell : tableHeader)
    return tr
  })

/** The caret goes to the next (previous) cell. Behind the last cell there is a new row. */
export const goToCell =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const place = placeIn(state.selection.$from)
    if (!place) return false
    const spots = rowsOf(place.table).flatMap((row, r) =>
      [...row.children].map((_, c) => [r, c] as const),
    )
    const at = spots.findIndex(([r, c]) => r === place.row && c === place.column)
    const next = spots[at + by]
    if (!next && by === -1) return false
    if (next) dispatch?.(enter(state.tr, posAt(place, ...next)))
    else {
      addRow("below")(state, (tr) => {
        const table = tr.doc.nodeAt(place.pos)
        const first = table && posAt({ ...place, table }, place.row + 1, 0)
        dispatch?.(first === null ? tr : enter(tr, first))
      })
    }
    return true
  }

/** A new table behind the block of the caret, with a row of heads; the caret goes to its first cell. */
export const insertTable =
  (heads: readonly string[], rows = 2): Command =>
  (state, dispatch) => {
    const { schema, selection } = state
    const { table, tableHeader, paragraph } = schema.nodes
    if (!table || !tableHeader || !paragraph || placeIn(selection.$from)) return false
    const head = (text: string) =>
      tableHeader.create(null, paragraph.create(null, text ? schema.text(text) : null))
    const body = () => heads.map(() => cellLike(schema, null))
    const made = table.create(null, [
      rowType(schema).create(null, heads.map(head)),
      ...Array.from({ length: rows }, () => rowType(schema).create(null, body())),
    ])
    const { $to } = selection
    const top = $to.depth === 0 ? $to.pos : $to.after(1)
    const block = $to.depth === 0 ? null : $to.node(1)
    const isBlank = block?.isTextblock === true && block.childCount === 0
    const from = isBlank ? $to.before(1) : top
    const tr = state.tr.replaceWith(from, top, made)
    dispatch?.(enter(tr, from + 2))
    return true
  }

/**
 * Orders the rows below the heads by what stands in the column of the caret: numbers by their size,
 * words as the language has them, what is empty last. Rows that are equal keep their order.
 */
export const sortRows = (locale: string): Command =>
  within(({ table, pos, column }, tr) => {
    const rows = rowsOf(table)
    const isHead = (row: Node) =>
      [...row.children].every((cell) => cell.type.name === "tableHeader")
    const heads = rows.findIndex((row) => !isHead(row))
    if (heads === -1) return null
    const key = (row: Node) => row.maybeChild(column)?.textContent.trim() ?? ""
    const { compare } = new Intl.Collator(locale, { numeric: true })
    const body = rows.slice(heads)
    const sorted = [...body].sort((a, b) => {
      const [one, other] = [key(a), key(b)]
      if (one === "" || other === "") return Number(one === "") - Number(other === "")
      return compare(one, other)
    })
    if (sorted.every((row, at) => row === body[at])) return null
    const from = pos + 1 + rows.slice(0, heads).reduce((sum, row) => sum + row.nodeSize, 0)
    return tr.replaceWith(from, pos + table.nodeSize - 1, sorted)
  })
