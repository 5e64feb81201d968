import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDoc, arbitraryItems, arbitraryTextFor } from "./arbitrary-text"
import { canonical } from "./canonical"
import { minutesText } from "./input"
import { mergeTexts } from "./merge"
import {
  type Block,
  emptyText,
  type MinutesText,
  plainText,
  type SectionDoc,
  sectionOf,
} from "./model"

const say = (...lines: string[]): MinutesText => ({
  ...emptyText([]),
  sections: { opening: paragraphs(lines), closing: paragraphs([""]) },
})
const paragraphs = (lines: string[]): SectionDoc => ({
  type: "doc",
  content: lines.map((text) =>
    text === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text }] },
  ),
})
const opening = (text: MinutesText) => plainText(text).split("\n\n")[0]

describe("mergeTexts", () => {
  const base = say("one", "two", "three")

  it("takes each change from the side that made it", () => {
    const merged = mergeTexts(base, say("ONE", "two", "three"), say("one", "two", "THREE"))
    expect(opening(merged)).toBe("ONE\ntwo\nTHREE")
  })

  it("keeps both where both touched one paragraph, theirs first", () => {
    const merged = mergeTexts(base, say("one", "mine", "three"), say("one", "theirs", "three"))
    expect(opening(merged)).toBe("one\ntheirs\nmine\nthree")
  })

  it("keeps a paragraph that one side rewrote and the other removed", () => {
    const merged = mergeTexts(base, say("one", "mine", "three"), say("one", "three"))
    expect(opening(merged)).toBe("one\nmine\nthree")
  })

  it("lets a removal stand that nobody contradicts", () => {
    expect(opening(mergeTexts(base, say("one", "three"), base))).toBe("one\nthree")
  })

  it("leaves blank lines as they are that only one side has", () => {
    const blank = say("", "")
    expect(mergeTexts(base, base, blank)).toEqual(blank)
    expect(mergeTexts(blank, blank, blank)).toEqual(blank)
    expect(opening(mergeTexts(blank, say("mine"), blank))).toBe("mine")
  })

  it("gives the second of two changed blocks a new id", () => {
    const decision = (text: string): Block => ({
      type: "decision",
      attrs: { id: "11111111-1111-4111-8111-111111111111" },
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    })
    const text = (words: string): MinutesText => ({
      ...emptyText([]),
      sections: {
        ...emptyText([]).sections,
        opening: { type: "doc", content: [decision(words)] },
      },
    })
    const merged = mergeTexts(text("base"), text("mine"), text("theirs"))
    expect(minutesText.safeParse(merged).success).toBe(true)
    expect(opening(merged)).toBe("theirs\nmine")
  })

  it("keeps every block that either side wrote, and fits the model", () => {
    const blocksOf = (text: MinutesText) =>
      text.order.flatMap((id) => sectionOf(text, id).content.map((block) => [id, block] as const))
    fc.assert(
      fc.property(
        arbitraryItems.chain((items) =>
          fc.tuple(arbitraryTextFor(items), fc.array(fc.tuple(fc.nat(), arbitraryDoc)), fc.nat()),
        ),
        ([base, changes, split]) => {
          const edit = (text: MinutesText, edits: typeof changes): MinutesText => {
            const changed = edits.map(([place, doc]) => [
              text.order[place % text.order.length],
              doc,
            ])
            return { ...text, sections: { ...text.sections, ...Object.fromEntries(changed) } }
          }
          const at = split % (changes.length + 1)
          const mine = edit(base, changes.slice(0, at))
          const theirs = edit(base, changes.slice(at))
          const merged = mergeTexts(base, mine, theirs)
          expect(minutesText.safeParse(merged).success).toBe(true)
          const words = plainText(merged)
          const old = new Set(blocksOf(base).map(([id, block]) => id + canonical(block)))
          for (const [id, block] of [...blocksOf(mine), ...blocksOf(theirs)]) {
            if (old.has(id + canonical(block))) continue
            const only: SectionDoc = { type: "doc", content: [block] }
            const text = plainText({ schema: 1, order: [id], sections: { [id]: only } })
            expect(words).toContain(text)
          }
          if (at === 0) expect(canonical(merged)).toBe(canonical(theirs))
        },
      ),
    )
  })
})
