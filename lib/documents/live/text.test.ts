import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { foreignIn, tryUpdate, unfitDocument } from "@/lib/live/fits"
import { putBack, watchLosses } from "@/lib/live/rescue"
import { measure, tooLarge } from "@/lib/live/size"
import { canonical } from "@/lib/minutes/canonical"
import { arbitraryDocument, line, textOf } from "../arbitrary-text"
import { documentText } from "../input"
import { type DocumentText, documentWords, headingIdAt } from "../model"
import { titlesOf } from "../sections"
import { documentForm, PART } from "./form"
import { readText, sectionsIn } from "./read-text"
import { sharedOf, writeText } from "./write-text"

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const meet = (...docs: Y.Doc[]) => {
  for (const doc of docs) for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}
const cell = (text: string) => ({
  type: "tableCell" as const,
  content: [
    { type: "paragraph" as const, ...(text && { content: [{ type: "text" as const, text }] }) },
  ],
})
const table = (...rows: string[][]): DocumentText =>
  textOf({
    type: "table",
    content: rows.map((cells) => ({ type: "tableRow", content: cells.map(cell) })),
  })
const element = (
  name: string,
  attributes: Record<string, unknown> = {},
  ...children: unknown[]
) => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as never)
  made.insert(0, children as Y.XmlElement[])
  return made
}

describe("a text that is shared", () => {
  test("says the same, in the form of the model, and fits", () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        const doc = sharedOf(text)
        const read = readText(doc)
        expect(documentWords(read)).toBe(documentWords(text))
        expect(documentText.safeParse(read).error).toBeUndefined()
        expect(unfitDocument(documentForm, doc)).toBeNull()
        expect(canonical(readText(sharedOf(read)))).toBe(canonical(read))
      }),
    )
  })

  test("calls its sections as the saved text does", () => {
    fc.assert(
      fc.property(arbitraryDocument, (given) => {
        const saved = readText(sharedOf(given))
        expect([...sectionsIn(sharedOf(saved))].sort()).toEqual([...titlesOf(saved)].sort())
      }),
    )
  })

  test("keeps what somebody types in it while another is written over it", () => {
    const doc = sharedOf(textOf(line("The plan was presented.")))
    const other = copyOf(doc)
    writeText(doc, textOf(line("The plan for 2022 was presented.")))
    const words = (other.getXmlFragment(PART).get(0) as Y.XmlElement).get(0) as Y.XmlText
    words.insert(words.length, " Nobody objected.")
    meet(doc, other)
    expect(readText(doc)).toEqual(textOf(line("The plan for 2022 was presented. Nobody objected.")))
  })
})

describe("a table in which two write at once", () => {
  test("keeps a row and a column that were added without knowing of each other", () => {
    const mine = sharedOf(table(["Area", "Rank"], ["Inclusion", "1"]))
    const theirs = copyOf(mine)
    writeText(mine, table(["Area", "Rank"], ["Inclusion", "1"], ["Access", "2"]))
    writeText(theirs, table(["Area", "Rank", "Timeline"], ["Inclusion", "1", "2023"]))
    meet(mine, theirs)
    const expected = table(
      ["Area", "Rank", "Timeline"],
      ["Inclusion", "1", "2023"],
      ["Access", "2", ""],
    )
    expect(readText(mine)).toEqual(expected)
    expect(readText(theirs)).toEqual(expected)
  })

  test("is never more cells than may be stored: rows of one width stand in tables of their own", () => {
    const doc = new Y.Doc()
    const wide = element("tableRow", {}, ...Array.from({ length: 30 }, () => element("tableCell")))
    const narrow = Array.from({ length: 1_500 }, () =>
      element("tableRow", {}, element("tableCell")),
    )
    doc.getXmlFragment(PART).insert(0, [element("table", {}, wide, ...narrow)])
    expect(unfitDocument(documentForm, doc)).toBeNull()
    const read = readText(doc)
    expect(read.content.map((block) => block.type === "table" && block.content.length)).toEqual([
      1, 1_500,
    ])
    expect(documentText.safeParse(read).error).toBeUndefined()
  })

  test("that is as large as a text may be can always be stored", () => {
    const doc = new Y.Doc()
    const row = (cells: number) =>
      element("tableRow", {}, ...Array.from({ length: cells }, () => element("tableCell")))
    const tables = Array.from({ length: 420 }, () => element("table", {}, row(30), row(10), row(4)))
    doc.getXmlFragment(PART).insert(0, tables)
    expect(tooLarge(measure(doc))).toBeNull()
    expect(documentText.safeParse(readText(doc)).error).toBeUndefined()
  })

  test("puts what is wider than a row may be into its last cell, and is two where it is too long", () => {
    const doc = new Y.Doc()
    const words = (text: string) =>
      element("tableCell", {}, element("paragraph", {}, new Y.XmlText(text)))
    const wide = element("tableRow", {}, ...Array.from({ length: 32 }, (_, at) => words(`c${at}`)))
    doc.getXmlFragment(PART).insert(0, [element("table", {}, wide)])
    const read = readText(doc)
    expect(documentText.safeParse(read).error).toBeUndefined()
    expect(documentWords(read)).toContain("c29\nc30\nc31")
  })
})

test("two headings with one id get two, the same on every reading", () => {
  const heading = { type: "heading" as const, attrs: { level: 1, id: headingIdAt(0) } }
  const doc = sharedOf(textOf(heading, heading))
  const ids = (from: Y.Doc) =>
    readText(from).content.map((block) => block.type === "heading" && block.attrs.id)
  expect(new Set(ids(doc)).size).toBe(2)
  expect(ids(copyOf(doc))).toEqual(ids(doc))
  expect(documentText.safeParse(readText(doc)).error).toBeUndefined()
})

test("what is typed in a cell while another takes the row away comes back in a line of its own", () => {
  const server = new Y.Doc({ gc: false })
  Y.applyUpdate(server, Y.encodeStateAsUpdate(sharedOf(table(["one"], ["two"]))))
  const [typist, eraser] = [copyOf(server), copyOf(server)]
  const inner = (doc: Y.Doc) => {
    let node = doc.getXmlFragment(PART).get(0) as Y.XmlElement
    node = node.get(1) as Y.XmlElement
    node = node.get(0) as Y.XmlElement
    return (node.get(0) as Y.XmlElement).get(0) as Y.XmlText
  }
  inner(typist).insert(3, " words")
  ;(eraser.getXmlFragment(PART).get(0) as Y.XmlElement).delete(1, 1)
  for (const doc of [eraser, typist]) {
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
    const losses = watchLosses(server, update, PART)
    Y.applyUpdate(server, update)
    putBack(server, losses(), null)
  }
  expect(documentWords(readText(server))).toContain("words")
})

describe("what a page may send", () => {
  const standing = () => sharedOf(textOf(line("Standing")))
  const sent = (change: (doc: Y.Doc) => void) => {
    const doc = standing()
    const page = copyOf(doc)
    change(page)
    const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc))
    expect(foreignIn(update, doc, new Set())).toBeNull()
    return tryUpdate(documentForm, doc, update)
  }
  const push = (...nodes: Y.XmlElement[]) => sent((doc) => doc.getXmlFragment(PART).push(nodes))
  const note = () => element("footnote", {}, new Y.XmlText("note"))

  test.each([
    ["a table", () => element("table", {}, element("tableRow", {}, element("tableHeader")))],
    ["a heading", () => element("heading", { level: 3, id: headingIdAt(1) })],
    ["a note", () => element("paragraph", {}, new Y.XmlText("a"), note())],
  ])("%s", (_what, made) => {
    expect(push(made())).toBeNull()
  })

  test.each([
    ["a decision", () => element("decision", { id: headingIdAt(1) }), "unknown"],
    [
      "a table in a cell",
      () =>
        element("table", {}, element("tableRow", {}, element("tableCell", {}, element("table")))),
      "misplaced",
    ],
    ["a row outside a table", () => element("tableRow"), "misplaced"],
    [
      "a cell that spans",
      () => element("table", {}, element("tableRow", {}, element("tableCell", { colspan: 2 }))),
      "unknown",
    ],
    [
      "a note in a note",
      () => element("paragraph", {}, element("footnote", {}, note())),
      "misplaced",
    ],
    ["a heading of level 9", () => element("heading", { level: 9 }), "unknown"],
    [
      "a link to a script",
      () => {
        const text = new Y.XmlText("a")
        const paragraph = element("paragraph", {}, text)
        text.format(0, 1, { link: { href: "javascript:alert(1)" } })
        return paragraph
      },
      "unknown",
    ],
  ])("not %s", (_what, made, kind) => {
    expect(push(made())).toMatchObject({ kind })
  })

  test("not a part that documents do not have", () => {
    expect(sent((doc) => doc.getXmlFragment("opening").push([element("paragraph")]))).toMatchObject(
      {
        kind: "unknown",
      },
    )
  })
})
