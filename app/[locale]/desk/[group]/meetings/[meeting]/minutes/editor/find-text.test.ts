import { Node } from "@tiptap/pm/model"
import fc from "fast-check"
import { expect, it } from "vitest"
import { arbitraryDoc } from "@/lib/minutes/arbitrary-text"
import { schema } from "./arbitrary-schema"
import { findIn, foldWords } from "./find-text"

const line = (...content: (string | object)[]) => ({
  type: "paragraph",
  content: content.map((part) => (typeof part === "string" ? { type: "text", text: part } : part)),
})
const doc = (...content: object[]) => Node.fromJSON(schema, { type: "doc", content })
const found = (node: Node, words: string) =>
  findIn(node, words).map(({ from, to }) => node.textBetween(from, to, "|", "\ufffc"))

it("finds words whatever their case and accents, and says exactly where they stand", () => {
  const text = doc(line("Décision: the DECISION, déci\u0301sion, Łódź İlva ß"))
  const all = ["Décision", "DECISION", "déci\u0301sion"]
  expect(found(text, "decision")).toEqual(all)
  expect(found(text, "DÉCISION")).toEqual(all)
  expect(found(text, "lodz")).toEqual(["Łódź"])
  expect(found(text, "ilva")).toEqual(["İlva"])
  expect(found(doc(line("De\u0301cision made")), "decision")).toEqual(["De\u0301cision"])
  expect(found(doc(line("x 👩‍👩‍👧 naïve")), "naive")).toEqual(["naïve"])
})

it("finds across bold and links, over a break and in mentions, but never over two paragraphs", () => {
  const bold = { type: "text", text: "is", marks: [{ type: "bold" }] }
  const mention = { type: "mention", attrs: { personId: "x", label: "Ilva Morandini" } }
  expect(found(doc(line("th", bold, "tle")), "thistle")).toEqual(["thistle"])
  expect(found(doc(line("one", { type: "hardBreak" }, "two")), "one two")).toEqual(["one\ufffctwo"])
  expect(found(doc(line("to ", mention, " now")), "morandini now")).toEqual(["\ufffc now"])
  expect(found(doc(line("one"), line("two")), "one two")).toEqual([])
})

it("finds a speaker, an owner and an outcome in the fields of blocks", () => {
  const said = {
    type: "statement",
    attrs: { id: null, name: "Élodie Abara" },
    content: [line("x")],
  }
  expect(findIn(doc(line("y"), said), "elodie")).toEqual([{ from: 3, to: 8, block: true }])
})

it("finds nothing without words", () => {
  expect(findIn(doc(line("a b")), "")).toEqual([])
  expect(findIn(doc(line("a b")), "  ")).toEqual([])
})

it("finds places that read as what was asked, and every one of them", () => {
  fc.assert(
    fc.property(
      arbitraryDoc,
      fc.constantFrom("a", "unicode", "3.5%", "CHAIR", "مرحبا"),
      (json, words) => {
        const node = Node.fromJSON(schema, json)
        const hits = findIn(node, words).filter(({ block }) => !block)
        const wanted = foldWords(words)
        for (const { from, to } of hits) {
          const text = node.textBetween(from, to, "|", (leaf) => leaf.attrs.label ?? " ")
          expect(foldWords(text)).toContain(wanted)
        }
        let count = 0
        node.descendants((one) => {
          if (one.isTextblock) {
            const text = one.textBetween(
              0,
              one.content.size,
              "|",
              (leaf) => leaf.attrs.label ?? " ",
            )
            count += foldWords(text).split(wanted).length - 1
          }
        })
        expect(hits).toHaveLength(count)
      },
    ),
  )
})
