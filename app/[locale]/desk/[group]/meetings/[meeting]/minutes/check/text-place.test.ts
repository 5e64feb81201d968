import { Node } from "@tiptap/pm/model"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDoc } from "@/lib/minutes/arbitrary-text"
import type { MinutesPlace } from "@/lib/minutes/check/model"
import { sourceOf } from "@/lib/minutes/check/source"
import { emptyText, OPENING } from "@/lib/minutes/model"
import { schema } from "../editor/arbitrary-schema"
import { findWords } from "./text-place"

const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const doc = (...content: object[]) => Node.fromJSON(schema, { type: "doc", content })
const place = (paragraph: number, from: number, words: string): MinutesPlace => ({
  section: OPENING,
  title: "",
  paragraph,
  from,
  to: from + words.length,
  words,
})
const wordsAt = (node: Node, wanted: MinutesPlace): string | null => {
  const range = findWords(node, wanted)
  return (
    range &&
    node.textBetween(range.from, range.to, "\u2029", ({ attrs }) => String(attrs.label ?? "\n"))
  )
}

describe("the place of a finding in the editor", () => {
  it("is that of the same words in any text, paragraph for paragraph as the check counts them", () => {
    fc.assert(
      fc.property(arbitraryDoc, fc.nat(), fc.nat(), fc.nat(), (content, which, at, length) => {
        const text = emptyText([])
        text.sections[OPENING] = content
        const lines = sourceOf({ agenda: [], nextMeetingText: "" }, text).filter(
          ({ section, rich }) => section === OPENING && rich.text.length > 0,
        )
        const chosen = lines[which % Math.max(1, lines.length)]
        if (!chosen || chosen.paragraph === null) return
        const { rich } = chosen
        const from = at % rich.text.length
        const words = rich.text.slice(from, from + 1 + (length % 40))
        const node = Node.fromJSON(schema, content)
        const found = wordsAt(node, place(chosen.paragraph, from, words))
        // A part of a mention stands for the whole of it: an atom cannot be cut.
        expect(found).toContain(words)
      }),
    )
  })

  it("follows words that have moved since the check read them, to the nearest", () => {
    const now = doc(line("Far: a letter."), line("New."), line("More of a letter."), line("End."))
    expect(findWords(now, place(3, 0, "a letter"))).toEqual(findWords(now, place(2, 8, "a letter")))
    expect(wordsAt(now, place(3, 0, "a letter"))).toBe("a letter")
  })

  it("is nowhere when the words are gone", () => {
    expect(findWords(doc(line("Other words.")), place(0, 0, "a letter"))).toBeNull()
    expect(findWords(doc(line("x")), { ...place(0, 0, ""), paragraph: null })).toBeNull()
  })
})
