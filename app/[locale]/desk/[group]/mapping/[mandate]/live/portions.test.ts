import { expect, test } from "vitest"
import type { PendingCell } from "./ops"
import { portionsOf } from "./portions"

test("what takes words is sent before what they were moved from, through a whole chain", () => {
  const cell = (rowId: string, to?: string): PendingCell => ({
    ...{ rowId, field: "suggests", base: 0, value: rowId },
    ...(to && { movedTo: [`${to} suggests`] }),
  })
  const cells = [cell("b", "c"), cell("c", "d"), cell("d"), cell("x"), cell("a", "b")]
  const circle = [cell("y", "z"), cell("z", "y")]
  expect(portionsOf([...circle, ...cells]).flatMap((all) => all.map(({ rowId }) => rowId))).toEqual(
    [...["d", "x", "c", "b", "a"], ...["y", "z"]],
  )
})
