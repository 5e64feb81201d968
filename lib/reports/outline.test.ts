import { expect, test } from "vitest"
import { exampleReport, line } from "./example"
import { outline } from "./outline"

test("blocks are numbered under their item; a list belongs to the paragraph before it", () => {
  const [plan] = outline(exampleReport()).items
  expect(plan?.blocks.map((placed) => [placed.block.type, placed.mark, placed.anchor])).toEqual([
    ["paragraph", "1.1", "i1p1"],
    ["orderedList", "", null],
    ["statement", "1.2", "i1p2"],
    ["decision", "1.3", "i1p3"],
    ["action", "1.4", "i1p4"],
    ["question", "1.5", "i1p5"],
  ])
})

test("a list that starts a section has a number of its own", () => {
  const list = {
    type: "bulletList" as const,
    content: [{ type: "listItem" as const, content: [line("a")] }],
  }
  const report = exampleReport({ sections: [{ id: "item-1", content: [list, list, line("b")] }] })
  expect(outline(report).items[0]?.blocks.map((placed) => placed.anchor)).toEqual([
    "i1p1",
    null,
    "i1p2",
  ])
})

test("decisions and actions count through the whole report, each for itself", () => {
  const { decisions, actions } = outline(exampleReport())
  expect(decisions.map((placed) => [placed.ordinal, placed.anchor])).toEqual([
    ["33/1", "i1p3"],
    ["33/2", "i2ap2"],
  ])
  expect(actions.map((placed) => [placed.ordinal, placed.anchor])).toEqual([["33/1", "i1p4"]])
})

test("opening and closing share the number nought, and no address stands twice", () => {
  const { opening, closing, items } = outline(exampleReport())
  expect(opening.map((placed) => placed.mark)).toEqual(["0.1"])
  expect(closing.map((placed) => placed.mark)).toEqual(["0.2"])
  const all = items.flatMap((item) => [
    item.anchor,
    ...item.blocks.map((placed) => placed.anchor),
    ...item.children.flatMap((child) => [child.anchor, ...child.blocks.map((b) => b.anchor)]),
  ])
  const anchors = all.filter((anchor) => anchor !== null)
  expect(new Set(anchors).size).toBe(anchors.length)
})
