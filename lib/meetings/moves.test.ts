import fc from "fast-check"
import { expect, test } from "vitest"
import { type AgendaRow, agendaMisfit } from "./agenda"
import { addRow, canMove, carryRow, moveRow, type moves, removeRow } from "./moves"

/** "a .b ..c d" as rows: a letter for each, a dot for each level. */
const read = (text: string) =>
  text
    .split(" ")
    .map((word) => ({ title: word.replaceAll(".", ""), depth: word.lastIndexOf(".") + 1 }))
const write = (rows: readonly { title: string; depth: number }[]) =>
  rows.map(({ title, depth }) => ".".repeat(depth) + title).join(" ")
const moved = (text: string, at: number, move: (typeof moves)[number]) =>
  write(moveRow(read(text), at, move).rows)

test("a row passes its neighbour with all that stands below each of them", () => {
  expect(moved("a .b c ..d .e f", 0, "down")).toBe("c ..d .e a .b f")
  expect(moved("a .b c .d f", 2, "up")).toBe("c .d a .b f")
  expect(moveRow(read("a .b c .d f"), 2, "up").at).toBe(0)
  expect(moveRow(read("a .b c .d f"), 0, "down").at).toBe(2)
})

test("a row does not leave its parent by moving up or down", () => {
  expect(moved("a .b .c d", 1, "up")).toBe("a .b .c d")
  expect(moved("a .b .c d", 2, "down")).toBe("a .b .c d")
})

test("a level in needs a neighbour before it and room for what stands below", () => {
  expect(moved("a b .c", 1, "in")).toBe("a .b ..c")
  expect(moved("a .b", 0, "in")).toBe("a .b")
  expect(canMove(read("a b .c ..d"), 1, "in")).toBe(false)
  expect(canMove(read("a .b ..c"), 2, "in")).toBe(false)
})

test("a level out keeps the order, and takes what follows below it", () => {
  expect(moved("a .b ..c .d", 1, "out")).toBe("a b .c .d")
  expect(moved("a b", 1, "out")).toBe("a b")
})

test("what stood below a removed row moves a level out", () => {
  expect(write(removeRow(read("a .b ..c d"), 0))).toBe("b .c d")
})

test("a new row stands on the level of the one it follows", () => {
  const row = { title: "n", depth: 0 }
  expect(write(addRow(read("a .b ..c d"), row, 1).rows)).toBe("a .b ..c .n d")
  expect(addRow(read("a .b d"), row, 0)).toMatchObject({ at: 2 })
  expect(write(addRow([], row).rows)).toBe("n")
})

test("a carried row takes the level of the place it is put down at", () => {
  expect(write(carryRow(read("a .b .c d .e"), 3, 1).rows)).toBe("a .d ..e .b .c")
  expect(write(carryRow(read("a .b c"), 1, 3).rows)).toBe("a c b")
  expect(write(carryRow(read("a .b c"), 0, 1).rows)).toBe("a .b c")
})

test("whatever is done, an agenda stays an agenda", () => {
  const act = fc.record({
    what: fc.constantFrom("up", "down", "in", "out", "remove", "add", "carry"),
    at: fc.nat(12),
    to: fc.nat(12),
  })
  const blank = { id: null, title: "x", presenter: "", minutes: null, coverage: null }
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let rows: AgendaRow[] = [{ ...blank, depth: 0 }]
      for (const { what, at, to } of acts) {
        const here = rows.length === 0 ? 0 : at % rows.length
        if (what === "add" || rows.length === 0)
          rows = addRow(rows, { ...blank, depth: 0 }, here).rows
        else if (what === "remove") rows = removeRow(rows, here)
        else if (what === "carry") rows = carryRow(rows, here, to % (rows.length + 1)).rows
        else rows = moveRow(rows, here, what as "up").rows
        expect(agendaMisfit(rows)).toBeNull()
      }
    }),
  )
})
