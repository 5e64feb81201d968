import { expect, test } from "vitest"
import { opensCell } from "./use-pressing"

const mouse = {
  ...{ cards: false, isTouch: false, isCurrent: true, isLink: false, isFurther: false },
}
const finger = { ...mouse, isTouch: true }

test.each([
  ["a mouse on the cell of the cursor", mouse, false],
  ["a finger on the cell of the cursor", finger, true],
  ["a finger on another cell", { ...finger, isCurrent: false }, false],
  ["a finger on a link", { ...finger, isLink: true }, false],
  ["a finger with Shift held", { ...finger, isFurther: true }, false],
  ["anything on a card", { ...mouse, cards: true, isCurrent: false }, true],
  ["anything on a link of a card", { ...mouse, cards: true, isLink: true }, false],
])("whether a press opens its cell: %s", (_, press, opens) => {
  expect(opensCell(press)).toBe(opens)
})
