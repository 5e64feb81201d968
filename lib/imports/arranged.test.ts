import { expect, test } from "vitest"
import { docText, emptyText, type MinutesText, sectionOf } from "@/lib/minutes/model"
import { arranged } from "./arranged"
import type { ImportDraft } from "./draft"

const ids = ["a", "b", "c"].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`)
const [a = "", b = "", c = ""] = ids
const row = (id: string, depth = 0): ImportDraft["agenda"][number] => ({
  id,
  printed: id.slice(-1),
  depth,
  title: `Item ${id.slice(-1)}`,
  presenter: "",
  minutes: null,
  coverage: "discussed",
})
const agenda = [row(a), row(b, 1), row(c)]

function textWith(words: Record<string, string>): MinutesText {
  const text = emptyText(agenda)
  for (const [id, said] of Object.entries(words)) {
    text.sections[id] = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: said }] }],
    }
  }
  return text
}
const typed = (id: string, said = {}) => ({
  id,
  title: `Item ${id.slice(-1)}`,
  coverage: "discussed" as const,
  ...said,
})

test("items take the places that were typed, and their text goes with them", () => {
  const text = textWith({ [a]: "First.", [c]: "Third." })
  const after = arranged(agenda, text, [
    typed(a, { place: 3 }),
    typed(b, { place: 2 }),
    typed(c, { place: 1 }),
  ])
  expect(after.agenda.map(({ id, depth }) => [id, depth])).toEqual([
    [c, 0],
    [b, 1],
    [a, 0],
  ])
  expect(after.text.order).toEqual(["opening", c, b, a, "closing"])
  expect(docText(sectionOf(after.text, a))).toBe("First.")
})

test("what stood under a removed item goes to the one before it, or to the opening", () => {
  const text = textWith({ [a]: "First.", [b]: "Second." })
  const one = arranged(agenda, text, [typed(a), typed(b, { remove: "on" }), typed(c)])
  expect(one.text.order).toEqual(["opening", a, c, "closing"])
  expect(docText(sectionOf(one.text, a))).toBe("First.\nSecond.")
  const both = arranged(agenda, text, [
    typed(a, { remove: "on" }),
    typed(b, { remove: "on" }),
    typed(c),
  ])
  expect(docText(sectionOf(both.text, "opening"))).toBe("First.\nSecond.")
})

const added = "00000000-0000-4000-8000-00000000000d"

test("a new item gets a section of its own, and a level that is too deep is mended", () => {
  const after = arranged([row(a), row(c)], textWith({}), [
    typed(a, { title: "Renamed" }),
    typed(c, { depth: 2 }),
    typed(added, { title: "New", place: 1.5, depth: 1 }),
  ])
  expect(after.agenda.map(({ title, depth }) => [title, depth])).toEqual([
    ["Renamed", 0],
    ["New", 1],
    ["Item c", 2],
  ])
  expect(after.text.order).toEqual(["opening", a, added, c, "closing"])
  const again = [typed(a), typed(c), typed(added, { title: "New" })]
  expect(arranged(after.agenda, after.text, again).agenda).toHaveLength(3)
})

test("an item without a title is refused at its field, an empty new one left out", () => {
  expect(arranged(agenda, textWith({}), [typed(added, { title: "" })]).agenda).toHaveLength(3)
  expect(() => arranged(agenda, textWith({}), [typed(a), typed(b, { title: "" })])).toThrow(
    expect.objectContaining({ fields: { "agenda.1.title": "field.required" } }),
  )
})
