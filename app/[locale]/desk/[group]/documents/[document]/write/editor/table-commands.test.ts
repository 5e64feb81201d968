import { getSchema } from "@tiptap/core"
import { Node, type Schema } from "@tiptap/pm/model"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { arbitraryDocument } from "@/lib/documents/arbitrary-text"
import { documentSchema } from "@/lib/documents/live/schema"
import { documentNodes } from "./extensions"
import { Footnote } from "./footnote"
import {
  addColumn,
  addRow,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToCell,
  insertTable,
  placeIn,
  sortRows,
  toggleHeads,
} from "./table-commands"

const schema = getSchema([...documentNodes, Footnote])

const words = (text: string) => ({
  type: "paragraph",
  ...(text && { content: [{ type: "text", text }] }),
})
/** A cell as words; heads are written in capitals. */
const cell = (text: string) => ({
  type: /^[A-Z]+$/.test(text) ? "tableHeader" : "tableCell",
  content: [words(text)],
})
const tableOf = (rows: string[][]) => ({
  type: "table",
  content: rows.map((cells) => ({ type: "tableRow", content: cells.map(cell) })),
})
const read = (state: EditorState) => {
  const table = state.doc.children.find(({ type }) => type.name === "table")
  return table?.children.map((row) => row.children.map(({ textContent }) => textContent)) ?? null
}

/** A text with a table, and the caret in the cell that says `at`. */
function standing(rows: string[][], at: string): EditorState {
  const doc = Node.fromJSON(schema, { type: "doc", content: [words("before"), tableOf(rows)] })
  let pos = 0
  doc.descendants((node, found) => {
    if (node.isText && node.text === at) pos = found
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, pos) })
}

function run(state: EditorState, command: ReturnType<typeof addRow>): EditorState {
  let next = state
  expect(command(state, (tr) => (next = state.apply(tr)))).toBe(true)
  next.doc.check()
  return next
}
const caret = (state: EditorState) => {
  const place = placeIn(state.selection.$from)
  return place && [place.row, place.column]
}

const plan = [
  ["AREA", "RANK"],
  ["a", "2"],
  ["b", "1"],
]

describe("a table by keyboard", () => {
  test("has a row more below or above, where the caret then stands", () => {
    const below = run(standing(plan, "2"), addRow("below"))
    expect(read(below)).toEqual([
      ["AREA", "RANK"],
      ["a", "2"],
      ["", ""],
      ["b", "1"],
    ])
    expect(caret(below)).toEqual([2, 1])
    const above = run(standing(plan, "a"), addRow("above"))
    expect(read(above)).toEqual([
      ["AREA", "RANK"],
      ["", ""],
      ["a", "2"],
      ["b", "1"],
    ])
  })

  test("has no heads in a row that comes below the heads, and keeps a column of heads", () => {
    const table = (state: EditorState) => state.doc.child(1)
    const types = (state: EditorState, row: number) =>
      table(state)
        .child(row)
        .children.map(({ type }) => type.name)
    expect(types(run(standing(plan, "RANK"), addRow("below")), 1)).toEqual([
      "tableCell",
      "tableCell",
    ])
    const named = [
      ["X", "1"],
      ["Y", "2"],
    ]
    expect(types(run(standing(named, "Y"), addRow("below")), 2)).toEqual([
      "tableHeader",
      "tableCell",
    ])
  })

  test("has a column more, with a head where there is a row of heads", () => {
    const after = run(standing(plan, "a"), addColumn("after"))
    expect(read(after)).toEqual([
      ["AREA", "", "RANK"],
      ["a", "", "2"],
      ["b", "", "1"],
    ])
    expect(after.doc.child(1).child(0).child(1).type.name).toBe("tableHeader")
    expect(after.doc.child(1).child(1).child(1).type.name).toBe("tableCell")
    expect(caret(after)).toEqual([1, 1])
    const before = run(standing(plan, "a"), addColumn("before"))
    expect(read(before)).toEqual([
      ["", "AREA", "RANK"],
      ["", "a", "2"],
      ["", "b", "1"],
    ])
  })

  test("loses the row, the column or all of it", () => {
    expect(read(run(standing(plan, "a"), deleteRow))).toEqual([
      ["AREA", "RANK"],
      ["b", "1"],
    ])
    expect(read(run(standing(plan, "2"), deleteColumn))).toEqual([["AREA"], ["a"], ["b"]])
    expect(read(run(standing([["a"]], "a"), deleteRow))).toBeNull()
    expect(read(run(standing([["a"], ["b"]], "a"), deleteColumn))).toBeNull()
    expect(read(run(standing(plan, "a"), deleteTable))).toBeNull()
  })

  test("leads from cell to cell, and makes a row behind the last", () => {
    expect(caret(run(standing(plan, "RANK"), goToCell(1)))).toEqual([1, 0])
    expect(caret(run(standing(plan, "b"), goToCell(-1)))).toEqual([1, 1])
    const last = run(standing(plan, "1"), goToCell(1))
    expect(read(last)?.at(-1)).toEqual(["", ""])
    expect(caret(last)).toEqual([3, 0])
    expect(goToCell(-1)(standing(plan, "AREA"))).toBe(false)
  })

  test("makes heads of a row or a column, and ordinary cells of heads", () => {
    const heads = run(standing(plan, "b"), toggleHeads("row"))
    expect(
      heads.doc
        .child(1)
        .child(2)
        .children.map(({ type }) => type.name),
    ).toEqual(["tableHeader", "tableHeader"])
    const plainly = run(standing(plan, "AREA"), toggleHeads("row"))
    expect(plainly.doc.child(1).child(0).child(0).type.name).toBe("tableCell")
    const column = run(standing(plan, "a"), toggleHeads("column"))
    expect(column.doc.child(1).children.map((row) => row.child(0).type.name)).toEqual(
      Array(3).fill("tableHeader"),
    )
  })

  test("is sorted by a column: numbers by their size, what is empty last, heads where they are", () => {
    const rows = [
      ["AREA", "RANK"],
      ["a", "10"],
      ["b", ""],
      ["c", "9"],
      ["d", "9"],
    ]
    expect(read(run(standing(rows, "10"), sortRows("en")))).toEqual([
      ["AREA", "RANK"],
      ["c", "9"],
      ["d", "9"],
      ["a", "10"],
      ["b", ""],
    ])
    expect(
      sortRows("en")(
        standing(
          [
            ["a", "1"],
            ["b", "2"],
          ],
          "2",
        ),
      ),
    ).toBe(false)
  })

  test("takes rows that two left unequal as they are", () => {
    const uneven = [["a", "b", "c"], ["d"]]
    expect(read(run(standing(uneven, "c"), deleteColumn))).toEqual([["a", "b"], ["d"]])
    expect(read(run(standing(uneven, "d"), addColumn("after")))).toEqual([
      ["a", "", "b", "c"],
      ["d", ""],
    ])
    expect(read(run(standing(uneven, "d"), addRow("below")))?.[2]).toEqual(["", "", ""])
  })

  test("comes in the place of an empty line, else behind the block, and not into another", () => {
    const blank = EditorState.create({
      doc: Node.fromJSON(schema, { type: "doc", content: [words("")] }),
      selection: undefined as never,
    })
    const made = run(blank, insertTable(["Area", ""], 1))
    expect(made.doc.childCount).toBe(1)
    expect(read(made)).toEqual([
      ["Area", ""],
      ["", ""],
    ])
    expect(caret(made)).toEqual([0, 0])
    expect(insertTable(["x"])(standing(plan, "a"))).toBe(false)
  })
})

describe("the schema of the editor", () => {
  const shape = (from: Schema) =>
    Object.fromEntries(
      Object.entries(from.nodes).map(([name, { spec }]) => [
        name,
        {
          content: spec.content ?? "",
          groups: (spec.group ?? "").split(" ").sort(),
          attrs: Object.entries(spec.attrs ?? {}).map(([key, { default: value }]) => [key, value]),
        },
      ]),
    )

  test("is that of the server, node by node", () => {
    expect(shape(schema)).toEqual(shape(documentSchema))
    expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(documentSchema.marks).sort())
  })

  test("takes every text of the model", () => {
    fc.assert(
      fc.property(arbitraryDocument, ({ content }) => {
        Node.fromJSON(schema, { type: "doc", content }).check()
      }),
    )
  })
})
