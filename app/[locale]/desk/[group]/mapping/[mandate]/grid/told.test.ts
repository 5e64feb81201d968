import { expect, test } from "vitest"
import { acted, firstWords, silent, stays, tell, tellSaved } from "./told"

test("what is told stays until something is done, and then for five seconds at least", () => {
  const told = tell(silent, "Row 4 was retired", 1_000)
  expect(acted(told, 5_999)).toBe(told)
  expect(acted(told, 6_000)).toMatchObject({ text: "", saved: "" })
  expect(acted(silent, 90_000)).toBe(silent)
})

test("a long sentence can be read for longer", () => {
  const told = tell(silent, "a ".repeat(100).trim(), 0)
  expect(stays(told.text)).toBe(199 * 80)
  expect(acted(told, 15_000)).toBe(told)
  expect(acted(told, 16_000).text).toBe("")
})

test("that it is saved is heard beside the sentence, and of the next sentence anew", () => {
  const saved = tellSaved(tell(silent, "Row 4 was retired", 10), "Saved")
  expect(saved).toMatchObject({ text: "Row 4 was retired", saved: "Saved" })
  expect(tell(saved, "Row 5 was retired", 20)).toMatchObject({
    ...{ text: "Row 5 was retired", saved: "" },
  })
})

test("the same twice changes, so that it is heard twice, also where it was gone meanwhile", () => {
  const once = tell(silent, "Nothing to undo", 0)
  const twice = tell(once, "Nothing to undo", 1)
  expect(twice.text).toBe("Nothing to undo\u00a0")
  expect(tell(twice, "Nothing to undo", 2).text).toBe("Nothing to undo")
  expect(tell(acted(once, 9_000), "Nothing to undo", 9_001).text).toBe("Nothing to undo\u00a0")
  expect(tellSaved(tellSaved(once, "Saved"), "Saved").saved).toBe("Saved\u00a0")
})

test.each([
  ["all of a short text", "Connect every school.", "Connect every school."],
  ["no empty line of it", "  Connect\n\n every\tschool ", "Connect every school"],
  ["nothing of nothing", " ", ""],
  [
    "twelve words of a long one",
    "one two three four five six seven eight nine ten eleven twelve thirteen",
    "one two three four five six seven eight nine ten eleven twelve…",
  ],
  [
    "fewer where they are long, and each of them whole",
    `${"telecommunication ".repeat(5)}infrastructure`,
    `${"telecommunication ".repeat(4)}telecommunication…`,
  ],
  ["the beginning of one that has no blank", "数".repeat(10_000), `${"数".repeat(90)}…`],
])("a cell is told by %s", (_, text, said) => {
  expect(firstWords(text)).toBe(said)
})
