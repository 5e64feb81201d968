import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDoc, line } from "./arbitrary-text"
import {
  authorsIn,
  countedLength,
  joinRuns,
  mapText,
  type Run,
  storedAuthorship,
  takeAuthors,
} from "./authorship"
import type { PlainWords } from "./plain"
import { authoredPlainDoc } from "./plain-authors"

const words: PlainWords = {
  statement: "Statement",
  decision: "Decision",
  action: "Action",
  question: "Question",
  owners: "Owners",
  due: "Due",
  outcome: "Outcome",
}
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.tuple(fc.constantFrom("ilva", "samir", null), fc.nat({ max: 9 })),
  { maxLength: 12 },
)

describe("storedAuthorship", () => {
  it("reads what is stored, and nothing where nothing is", () => {
    expect(storedAuthorship({ opening: [["ilva", 3]] })).toEqual({ opening: [["ilva", 3]] })
    expect(storedAuthorship(null)).toBeNull()
  })

  it("refuses anything else", () => {
    expect(() => storedAuthorship({ opening: [["ilva", -1]] })).toThrow()
    expect(() => storedAuthorship({ opening: [["ilva"]] })).toThrow()
  })
})

it("names everybody once, in the order of the text, and not the portal", () => {
  const authorship = {
    opening: [
      ["ilva", 3],
      [null, 2],
    ] as Run[],
    closing: [
      ["samir", 1],
      ["ilva", 1],
    ] as Run[],
  }
  expect(authorsIn(authorship)).toEqual(["ilva", "samir"])
})

it("joins runs of one person and drops empty ones", () => {
  const given: Run[] = [
    ["ilva", 2],
    ["samir", 0],
    ["ilva", 3],
    [null, 1],
  ]
  expect(joinRuns(given)).toEqual([
    ["ilva", 5],
    [null, 1],
  ])
})

it("takes runs in pieces as it would take them at once, unknown beyond their end", () => {
  const spread = (taken: Run[]) =>
    taken.flatMap(([who, length]) => Array.from({ length }, () => who))
  fc.assert(
    fc.property(runs, fc.array(fc.nat({ max: 20 }), { maxLength: 6 }), (given, counts) => {
      const take = takeAuthors(given)
      const total = counts.reduce((sum, count) => sum + count, 0)
      const whole = spread(given).slice(0, total)
      while (whole.length < total) whole.push(null)
      expect(counts.flatMap((count) => spread(take(count)))).toEqual(whole)
    }),
  )
})

it("counts the characters of text nodes alone", () => {
  const doc = line("four")
  doc.content.push({
    type: "paragraph",
    content: [
      { type: "mention", attrs: { personId: "p", label: "Samir Koskela" } },
      { type: "hardBreak" },
      { type: "text", text: "💡" },
    ],
  })
  expect(countedLength(doc)).toBe(6)
})

describe("authoredPlainDoc", () => {
  it("has an author for every character of the plain text, whatever stands in it", () => {
    fc.assert(
      fc.property(arbitraryDoc, runs, (doc, given) => {
        const { text, authors } = authoredPlainDoc(doc, given, words)
        expect(authors).toHaveLength(text.length)
      }),
    )
  })

  it("gives each written character its author and nobody else's words to anybody", () => {
    fc.assert(
      fc.property(arbitraryDoc, (doc) => {
        const all: Run[] = [["ilva", countedLength(doc)]]
        const { text, authors } = authoredPlainDoc(doc, all, words)
        const hers = [...authors.keys()].filter((at) => authors[at] === "ilva")
        const written: string[] = []
        mapText(doc, (said) => {
          written.push(said)
          return said
        })
        expect(hers.map((at) => text[at]).join("")).toBe(written.join("").replace(/\s/g, ""))
      }),
    )
  })

  it("passes over the words that open a block, names and addresses", () => {
    const doc = line("Write to ")
    const [paragraph] = doc.content
    if (paragraph?.type !== "paragraph") throw new Error("not a line")
    paragraph.content?.push(
      { type: "mention", attrs: { personId: "p", label: "Samir" } },
      { type: "text", text: "soon" },
    )
    const decision: typeof doc = {
      type: "doc",
      content: [{ type: "decision", attrs: { id: "d" }, content: [paragraph] }],
    }
    const given: Run[] = [
      ["ilva", 9],
      ["hyejin", 4],
    ]
    const { text, authors } = authoredPlainDoc(decision, given, words)
    expect(text).toBe("Decision: Write to @Samirsoon")
    expect(authors.slice(0, 10).every((who) => who === null)).toBe(true)
    expect(authors[10]).toBe("ilva")
    expect(authors.slice(-4)).toEqual(["hyejin", "hyejin", "hyejin", "hyejin"])
    expect(authors.at(-5)).toBeNull()
  })
})
