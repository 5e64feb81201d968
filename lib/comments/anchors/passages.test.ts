import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { type Anchor, anchorAt, longestQuote, resolve } from "./anchor"
import { flatten } from "./flat"
import { Passages } from "./passages"

const name = "section"
const fragment = (doc: Y.Doc) => doc.getXmlFragment(name)
const said = (doc: Y.Doc) => flatten(fragment(doc)).text

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph")
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function documentOf(lines: readonly string[], gc = true): Y.Doc {
  const doc = new Y.Doc({ gc })
  fragment(doc).insert(0, lines.map(paragraph))
  return doc
}

function copyOf(doc: Y.Doc, gc = true): Y.Doc {
  const copy = new Y.Doc({ gc })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function anchorOn(doc: Y.Doc, words: string): Anchor {
  const flat = flatten(fragment(doc))
  const from = flat.text.indexOf(words)
  const anchor = anchorAt(flat, { from, to: from + words.length })
  if (!anchor) throw new Error(`Nothing says ${words}`)
  return anchor
}

const resolveIn = (doc: Y.Doc, anchor: Anchor) => resolve(doc, flatten(fragment(doc)), anchor)

function wordsOf(doc: Y.Doc, anchor: Anchor): string | null {
  const place = resolveIn(doc, anchor)
  return place && said(doc).slice(place.from, place.to)
}

function followed(doc: Y.Doc, anchor: Anchor): Passages {
  const passages = new Passages(doc)
  passages.put("it", name, anchor)
  doc.on("afterTransaction", () => passages.look())
  return passages
}

function wordsAt(passages: Passages): string | null {
  const place = passages.placeOf("it")?.place
  return place ? passages.flat(name).text.slice(place.from, place.to) : null
}

const lineAt = (doc: Y.Doc, nth: number) => fragment(doc).get(nth) as Y.XmlElement
const textAt = (doc: Y.Doc, nth: number) => lineAt(doc, nth).get(0) as Y.XmlText

/** What an editor does when Enter is pressed in a line: the words behind it are written anew. */
function split(doc: Y.Doc, nth: number, at: number) {
  doc.transact(() => {
    const text = textAt(doc, nth)
    const tail = text.toString().slice(at)
    text.delete(at, tail.length)
    fragment(doc).insert(nth + 1, [paragraph(tail)])
  })
}

const lines = [
  "The group thanked the hosts.",
  "The levy on short courses was set at two per cent.",
  "Nothing else was said.",
]

describe("an anchor", () => {
  it("keeps its words, and some before and after them, a block a line", () => {
    const doc = documentOf(lines)
    const anchor = anchorOn(doc, "per cent.Nothing else")
    expect(anchor).toMatchObject({ quote: "per cent.\nNothing else", after: " was said." })
    expect(anchor.before.endsWith("set at two ")).toBe(true)
    expect(wordsOf(doc, anchor)).toBe("per cent.Nothing else")
  })

  it("takes no white space at its ends, and no passage without a word", () => {
    const flat = flatten(fragment(documentOf(["one  two"])))
    expect(anchorAt(flat, { from: 3, to: 8 })).toMatchObject({ quote: "two", from: 5, to: 8 })
    expect(anchorAt(flat, { from: 3, to: 5 })).toBeNull()
  })

  it("is never longer than a quote may be", () => {
    const flat = flatten(fragment(documentOf(["long ".repeat(1_000)])))
    const anchor = anchorAt(flat, { from: 0, to: 5_000 })
    expect(anchor?.quote.length).toBeLessThanOrEqual(longestQuote)
    expect((anchor?.to ?? 0) - (anchor?.from ?? 0)).toBe(anchor?.quote.length)
  })

  it("reads mentions and breaks as what they show", () => {
    const doc = documentOf(["Thanks to "])
    const mention = new Y.XmlElement("mention")
    mention.setAttribute("label", "Ana Prado")
    lineAt(doc, 0).insert(1, [mention, new Y.XmlElement("hardBreak"), new Y.XmlText("and all.")])
    expect(said(doc)).toBe("Thanks to Ana Prado\nand all.")
    const anchor = anchorOn(doc, "Ana Prado\nand")
    textAt(doc, 0).insert(0, "Many ")
    expect(wordsOf(doc, anchor)).toBe("Ana Prado\nand")
  })

  it("stands on nothing once its words are deleted, and holds what an undo brings back", () => {
    const doc = documentOf(lines)
    const anchor = anchorOn(doc, "two per cent")
    const undo = new Y.UndoManager(fragment(doc))
    textAt(doc, 1).delete(37, 12)
    expect(said(doc)).toContain("was set at .")
    expect(wordsOf(doc, anchor)).toBeNull()
    const elsewhere = copyOf(doc)
    expect(wordsOf(elsewhere, anchor)).toBeNull()
    undo.undo()
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
    expect(wordsOf(doc, anchor)).toBe("two per cent")
    expect(wordsOf(elsewhere, anchor)).toBe("two per cent")
  })

  it("is gone when an editor kept one letter of it because other words have it too", () => {
    const doc = documentOf(lines)
    const anchor = anchorOn(doc, "two per cent")
    const passages = followed(doc, anchor)
    textAt(doc, 1).delete(38, 11)
    expect(said(doc)).toContain("was set at t.")
    expect([wordsOf(doc, anchor), wordsAt(passages)]).toEqual([null, null])
    textAt(doc, 1).insert(38, "wo per cent")
    expect([wordsOf(doc, anchor), wordsAt(passages)]).toEqual(["two per cent", "two per cent"])
  })

  it("stands on its words alone when they went to a line of their own and an editor kept a letter behind", () => {
    const doc = documentOf(["The levy was set at two per cent of the budget."])
    const anchor = anchorOn(doc, "two per cent")
    const passages = followed(doc, anchor)
    // "about " and Enter, heard at once: of "about" the "t" is the one that began the passage.
    doc.transact(() => {
      textAt(doc, 0).insert(20, "abou")
      textAt(doc, 0).insert(25, " t")
      split(doc, 0, 26)
    })
    expect(said(doc)).toBe("The levy was set at about two per cent of the budget.")
    expect(wordsAt(passages)).toBe("two per cent")
  })

  it("is not taken for the same words in another place", () => {
    const doc = documentOf(["The levy is two per cent.", "Nobody asked for two per cent here."])
    const anchor = anchorOn(doc, "two per cent")
    fragment(doc).delete(0, 1)
    expect(said(doc)).toContain("two per cent")
    expect(wordsOf(doc, anchor)).toBeNull()
  })

  it("without its ends is found by its words among several that are the same", () => {
    const doc = documentOf(["Ana agreed. Then Bo agreed. Last of all Cy agreed."])
    const flat = flatten(fragment(doc))
    const from = flat.text.lastIndexOf("agreed")
    const anchor = anchorAt(flat, { from, to: from + 6 }) as Anchor
    expect(resolveIn(doc, { ...anchor, start: null, end: null })).toEqual({
      from,
      to: from + 6,
    })
    expect(resolveIn(doc, { ...anchor, start: new Uint8Array([9]), end: null })).toEqual({
      from,
      to: from + 6,
    })
  })

  it("finds its words in blocks that were cut in two", () => {
    const doc = documentOf(["The levy on short courses."])
    const anchor = { ...anchorOn(doc, "levy on short"), start: null, end: null }
    split(doc, 0, 9)
    expect(wordsOf(doc, anchor)).toBe("levy on short")
  })
})

describe("a passage that is followed", () => {
  const edited = () => {
    const doc = documentOf(lines)
    const passages = followed(doc, anchorOn(doc, "levy on short courses"))
    textAt(doc, 1).insert(12, "all ")
    expect(wordsAt(passages)).toBe("levy on all short courses")
    return { doc, passages }
  }

  it("goes along when Enter is pressed before it, in it and behind it", () => {
    for (const at of [4, 16, 29, 35]) {
      const { doc, passages } = edited()
      split(doc, 1, at)
      expect(wordsAt(passages)).toBe("levy on all short courses")
    }
  })

  it("takes in nothing that is typed before it, whatever letter the editor keeps for it", () => {
    const doc = documentOf(lines)
    const passages = followed(doc, anchorOn(doc, "two per cent"))
    // As an editor tells it: the "t" of "about" is the old one, and a new one begins "two".
    textAt(doc, 1).insert(37, "abou")
    textAt(doc, 1).insert(42, "t")
    textAt(doc, 1).insert(42, " ")
    expect(said(doc)).toContain("set at about two per cent.")
    expect(wordsAt(passages)).toBe("two per cent")
  })

  it("tells its new ends, which hold for whoever reads them later", () => {
    const { doc } = edited()
    const passages = new Passages(doc)
    const anchor = anchorOn(doc, "short courses")
    passages.put("it", name, anchor)
    split(doc, 1, 10)
    passages.look()
    const now = { ...anchor, quote: "words that nobody wrote", ...passages.endsOf("it") }
    expect(wordsOf(copyOf(doc), now)).toBe("short courses")
  })

  it("comes back whole by undo after part of it, or all of it, was deleted", () => {
    for (const [at, length, left] of [
      [12, 4, "levy on short courses"],
      [16, 13, "levy on all "],
      [0, 40, null],
    ] as const) {
      const { doc, passages } = edited()
      const undo = new Y.UndoManager(fragment(doc))
      textAt(doc, 1).delete(at, length)
      expect(wordsAt(passages)).toBe(left)
      undo.undo()
      expect(wordsAt(passages)).toBe("levy on all short courses")
    }
  })

  it("goes along when it is cut and put in elsewhere, and does not jump to a short word like it", () => {
    const { doc, passages } = edited()
    textAt(doc, 1).delete(4, 25)
    expect(wordsAt(passages)).toBeNull()
    textAt(doc, 2).insert(0, "levy on all short courses: ")
    expect(wordsAt(passages)).toBe("levy on all short courses")

    const short = documentOf(lines)
    const other = followed(short, anchorOn(short, "levy"))
    textAt(short, 1).delete(4, 4)
    textAt(short, 2).insert(0, "A levy. ")
    expect(wordsAt(other)).toBeNull()
  })

  it("has its words from where it stands, not from a text that says the same", () => {
    const doc = documentOf(["Agreed to meet again in the spring.", "Other words."])
    const passages = followed(doc, anchorOn(doc, "meet again in the spring"))
    fragment(doc).insert(2, [paragraph("Agreed to meet again in the spring.")])
    fragment(doc).delete(0, 1)
    expect(wordsAt(passages)).toBeNull()
  })
})

/** Every character of the first text stands once, so that it is known again whatever becomes of it. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, nth) => String.fromCodePoint(0x4e00 + from + nth)).join("")

type Step = { kind: "write" | "cut" | "drop" | "add" | "split"; one: number; two: number }
const steps = (...kinds: Step["kind"][]): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), one: fc.nat(10_000), two: fc.nat(10_000) }),
    { maxLength: 8 },
  )

/** No two writers write the same, so that it is known whose words stand where. */
let count = 0
const anew = () => letters(1_000 + (count++ % 2_000) * 3, 3)

function take(doc: Y.Doc, { kind, one, two }: Step) {
  const all = fragment(doc)
  if (kind === "add" || all.length === 0) {
    all.insert(one % (all.length + 1), [paragraph(anew())])
    return
  }
  const nth = one % all.length
  const text = textAt(doc, nth)
  const at = two % (text.length + 1)
  if (kind === "write") text.insert(at, anew())
  else if (kind === "cut") text.delete(at, Math.min(text.length - at, 1 + (one % 9)))
  else if (kind === "drop") all.delete(nth, 1)
  else split(doc, nth, at)
}

/** A text in five lines, a passage of it, and three who go on writing from there, each alone. */
const scene = (...kinds: Step["kind"][]) =>
  fc.record({
    from: fc.nat(58),
    length: fc.integer({ min: 1, max: 30 }),
    work: fc.tuple(steps(...kinds), steps(...kinds), steps(...kinds)),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
  })

function start({ from, length }: { from: number; length: number }, gc: boolean) {
  const doc = documentOf(
    [0, 1, 2, 3, 4].map((nth) => letters(nth * 12, 12)),
    gc,
  )
  const to = Math.min(60, from + length)
  const anchor = anchorAt(flatten(fragment(doc)), { from, to }) as Anchor
  return { doc, anchor, passage: new Set(letters(from, to - from)) }
}

/** From the first to the last character of the passage that is left, and none of what was around it. */
function expectSurvivors(text: string, passage: ReadonlySet<string>, words: string | null) {
  const left = [...text].filter((letter) => passage.has(letter))
  // Where no three letters of it stand together any more, it may be taken for gone.
  const all = [...passage].join("")
  const isTorn = [...all].every((_, nth) => !text.includes(all.slice(nth, nth + 3).padEnd(3, "?")))
  const isGone = words === null && isTorn && passage.size > 2
  const inside = [...(words ?? "")].filter((letter) => letters(0, 60).includes(letter))
  expect(inside).toEqual(isGone ? [] : left)
}

const patience = 120_000

describe("whatever three write offline, and in whatever order it comes together", () => {
  it(
    "an anchor stands on exactly the words of its passage that are left",
    () => {
      fc.assert(
        fc.property(scene("write", "cut", "drop", "add"), ({ work, order, ...given }) => {
          const { doc, anchor, passage } = start(given, false)
          const sites = work.map((all) => {
            const site = copyOf(doc, false)
            for (const step of all) take(site, step)
            return site
          })
          for (const nth of order) Y.applyUpdate(doc, Y.encodeStateAsUpdate(sites[nth] as Y.Doc))
          expectSurvivors(said(doc), passage, wordsOf(doc, anchor))
        }),
        { numRuns: 1_500 },
      )
    },
    patience,
  )

  it(
    "a passage that is followed does too, at each of them and where deleted words are forgotten",
    () => {
      fc.assert(
        fc.property(scene("write", "cut", "drop", "add"), ({ work, order, ...given }) => {
          const { doc, anchor, passage } = start(given, true)
          const passages = followed(doc, anchor)
          const sites = work.map((all) => {
            const site = copyOf(doc)
            const own = followed(site, anchor)
            for (const step of all) {
              take(site, step)
              expectSurvivors(said(site), passage, wordsAt(own))
            }
            return { site, own }
          })
          for (const nth of order)
            Y.applyUpdate(doc, Y.encodeStateAsUpdate(sites[nth]?.site as Y.Doc))
          expectSurvivors(said(doc), passage, wordsAt(passages))
          for (const { site, own } of sites) {
            Y.applyUpdate(site, Y.encodeStateAsUpdate(doc))
            expectSurvivors(said(doc), passage, wordsAt(own))
          }
        }),
        { numRuns: 1_000 },
      )
    },
    patience,
  )

  it(
    "a passage goes along when lines are split, which writes its words anew",
    () => {
      fc.assert(
        fc.property(scene("write", "cut", "add", "split"), ({ work: [all], from, length }) => {
          const { doc, anchor, passage } = start({ from, length: length + 4 }, true)
          const passages = followed(doc, anchor)
          for (const step of all) {
            take(doc, step)
            expectSurvivors(said(doc), passage, wordsAt(passages))
          }
        }),
        { numRuns: 1_000 },
      )
    },
    patience,
  )
})
