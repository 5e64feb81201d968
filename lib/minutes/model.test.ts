import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryItems, arbitraryText } from "./arbitrary-text"
import { minutesText } from "./input"
import {
  docText,
  emptyText,
  isEmptyDoc,
  type MinutesText,
  plainText,
  type SectionDoc,
  sectionOf,
  strandedSections,
  withAgenda,
} from "./model"

const items = [
  { id: "11111111-1111-4111-8111-111111111111" },
  { id: "22222222-2222-4222-8222-222222222222" },
]
const [first, second] = items.map((item) => item.id) as [string, string]
const line = (text: string): SectionDoc => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
})
const withSection = (text: MinutesText, id: string, doc: SectionDoc): MinutesText => ({
  ...text,
  sections: { ...text.sections, [id]: doc },
})

describe("emptyText", () => {
  it("has an opening, a section for each item in order, and a closing", () => {
    const text = emptyText(items)
    expect(text.order).toEqual(["opening", first, second, "closing"])
    expect(plainText(text).trim()).toBe("")
    expect(minutesText.safeParse(text).success).toBe(true)
  })
})

describe("withAgenda", () => {
  it("gives a new item its own empty section and keeps the others", () => {
    const text = withSection(emptyText([{ id: first }]), first, line("spoken"))
    const fitted = withAgenda(text, items)
    expect(fitted.order).toEqual(["opening", first, second, "closing"])
    expect(fitted.sections[first]).toEqual(line("spoken"))
    expect(isEmptyDoc(sectionOf(fitted, second))).toBe(true)
  })

  it("keeps the text of a removed item behind the section that it followed", () => {
    const text = withSection(emptyText(items), second, line("kept"))
    const fitted = withAgenda(text, [{ id: first }])
    expect(fitted.order).toEqual(["opening", first, second, "closing"])
    expect(strandedSections(fitted, [{ id: first }])).toEqual([second])
  })

  it("drops the section of a removed item once nothing stands in it", () => {
    expect(withAgenda(emptyText(items), [{ id: first }]).order).toEqual([
      "opening",
      first,
      "closing",
    ])
  })

  it("moves no text when the agenda is reordered", () => {
    const text = withSection(emptyText(items), second, line("second"))
    const fitted = withAgenda(text, [{ id: second }, { id: first }])
    expect(fitted.order).toEqual(["opening", second, first, "closing"])
    expect(fitted.sections[second]).toBe(text.sections[second])
  })

  it("never loses a word, follows the agenda, and is stable", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryItems, fc.integer(), (text, others, seed) => {
        const own = text.order.slice(1, -1).map((id) => ({ id }))
        const agenda = [...own.filter((_, place) => (seed >> place) & 1), ...others].reverse()
        const fitted = withAgenda(text, agenda)
        expect(new Set(Object.keys(fitted.sections))).toEqual(new Set(fitted.order))
        expect(new Set(fitted.order).size).toBe(fitted.order.length)
        for (const id of text.order) {
          if (!isEmptyDoc(sectionOf(text, id))) {
            expect(fitted.sections[id]).toBe(text.sections[id])
          }
        }
        const ids = new Set(["opening", ...agenda.map((item) => item.id), "closing"])
        expect(fitted.order.filter((id) => ids.has(id))).toEqual([...ids])
        expect(fitted.order.at(0)).toBe("opening")
        expect(fitted.order.at(-1)).toBe("closing")
        expect(withAgenda(fitted, agenda).order).toEqual(fitted.order)
        expect(minutesText.safeParse(fitted).success).toBe(true)
      }),
    )
  })
})

describe("isEmptyDoc", () => {
  it("counts a decision without words as something", () => {
    const doc: SectionDoc = {
      type: "doc",
      content: [{ type: "decision", attrs: { id: first }, content: [{ type: "paragraph" }] }],
    }
    expect(isEmptyDoc(doc)).toBe(false)
    expect(docText(doc)).toBe("")
  })
})
