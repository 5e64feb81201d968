import { expect, test } from "vitest"
import { typedBy } from "./grid-keys"

const pressed = (key: string, ...held: ("Control" | "Alt" | "Meta" | "AltGraph")[]) =>
  typedBy({
    key,
    ctrlKey: held.includes("Control"),
    altKey: held.includes("Alt"),
    metaKey: held.includes("Meta"),
    getModifierState: (name) => held.includes(name),
  })

test("a letter types itself, a key without a sign nothing", () => {
  expect([pressed("a"), pressed("É"), pressed(" "), pressed("𝔘")]).toEqual(["a", "É", " ", "𝔘"])
  expect([pressed("Enter"), pressed("F2"), pressed("ArrowUp")]).toEqual([null, null, null])
})

test("commands type nothing", () => {
  expect([pressed("c", "Control"), pressed("v", "Meta"), pressed("f", "Alt")]).toEqual([
    ...[null, null, null],
  ])
  expect([pressed("Dead", "Control"), pressed("a", "Control", "Alt")]).toEqual([null, null])
})

test("AltGr types its sign, whether it is reported as itself or as Ctrl and Alt", () => {
  expect(pressed("@", "AltGraph")).toBe("@")
  expect(pressed("@", "Control", "Alt")).toBe("@")
  expect(pressed("€", "Control", "Alt", "AltGraph")).toBe("€")
  expect(pressed("å", "Alt")).toBe("å")
})

test("a dead key and an input method begin a sign that is still to come", () => {
  expect([pressed("Dead"), pressed("Process"), pressed("Dead", "AltGraph")]).toEqual(["", "", ""])
})
