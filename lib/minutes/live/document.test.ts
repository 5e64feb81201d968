import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { foreignIn, maxUpdate, tryUpdate, unfitDocument } from "@/lib/live/fits"
import { readAuthorship } from "@/lib/live/read-authorship"
import { measure } from "@/lib/live/size"
import { arbitraryDoc, arbitraryText, line } from "../arbitrary-text"
import { countedLength } from "../authorship"
import { canonical } from "../canonical"
import { minutesText } from "../input"
import { plainText, type SectionDoc } from "../model"
import { minutesForm } from "./form"
import { readDocument } from "./read-document"
import { documentOf, writeText } from "./write-document"

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const textIn = (doc: Y.Doc) => readDocument(doc)
const only = (section: SectionDoc) => ({
  schema: 1 as const,
  order: ["opening"],
  sections: { opening: section },
})

describe("a text that becomes a shared document", () => {
  test("says the same, in the form of the model, and fits", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const doc = documentOf(text)
        const read = { ...textIn(doc), order: text.order }
        expect(plainText(read)).toBe(plainText(text))
        expect(minutesText.safeParse(read).error).toBeUndefined()
        expect(unfitDocument(minutesForm, doc)).toBeNull()
        expect(canonical(textIn(documentOf(read)).sections)).toBe(canonical(read.sections))
      }),
    )
  })

  test("is written by whoever wrote it, character by character", () => {
    fc.assert(
      fc.property(arbitraryDoc, (section) => {
        const doc = documentOf(only(section))
        const authors = readAuthorship(doc, (client) => (client === doc.clientID ? "a" : "b"))
        const runs = authors.opening ?? []
        expect(runs.every(([author]) => author === "a")).toBe(true)
        const sum = runs.reduce((all, [, length]) => all + length, 0)
        expect(sum).toBe(countedLength(section))
      }),
    )
  })
})

test("a text that is written over another keeps what somebody types in it meanwhile", () => {
  const doc = documentOf(only(line("The plan was presented.")))
  const other = copyOf(doc)
  writeText(doc, only(line("The plan for 2022 was presented.")))
  const paragraph = other.getXmlFragment("opening").get(0) as Y.XmlElement
  const words = paragraph.get(0) as Y.XmlText
  words.insert(words.length, " Nobody objected.")
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(plainText(textIn(doc))).toBe("The plan for 2022 was presented. Nobody objected.")
})

test("two blocks with one id become two, the same on every reading", () => {
  const decision = (id: string, text: string): SectionDoc["content"][number] => ({
    type: "decision",
    attrs: { id },
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  })
  const id = crypto.randomUUID()
  const doc = documentOf(only({ type: "doc", content: [decision(id, "one"), decision(id, "two")] }))
  const ids = (from: Y.Doc) =>
    textIn(from).sections.opening?.content.map(
      (block) => "attrs" in block && "id" in block.attrs && block.attrs.id,
    )
  expect(new Set(ids(doc)).size).toBe(2)
  expect(ids(copyOf(doc))).toEqual(ids(doc))
  expect(minutesText.safeParse(textIn(doc)).error).toBeUndefined()
})

describe("a change is refused", () => {
  const base = () => documentOf(only(line("Words that stand.")))
  const change = (edit: (doc: Y.Doc) => void) => {
    const doc = base()
    const changed = copyOf(doc)
    const before = Y.encodeStateVector(changed)
    edit(changed)
    return { doc, update: Y.encodeStateAsUpdate(changed, before) }
  }
  const section = (doc: Y.Doc) => doc.getXmlFragment("opening")
  const refused: [why: string, edit: (doc: Y.Doc) => void, kind: string][] = [
    [
      "with a node that the model lacks",
      (doc) => section(doc).push([new Y.XmlElement("table")]),
      "unknown",
    ],
    [
      "with a block in a list",
      (doc) => {
        const list = new Y.XmlElement("bulletList")
        list.insert(0, [new Y.XmlElement("decision")])
        section(doc).push([list])
      },
      "misplaced",
    ],
    [
      "with words outside a paragraph",
      (doc) => section(doc).push([new Y.XmlText("loose")]),
      "misplaced",
    ],
    [
      "with a mark that the model lacks",
      (doc) =>
        ((section(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 4, { colour: "red" }),
      "unknown",
    ],
    [
      "with a link that runs a script",
      (doc) =>
        ((section(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 4, {
          link: { href: "javascript:alert(1)" },
        }),
      "unknown",
    ],
    [
      "with an embedded object",
      (doc) =>
        ((section(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { image: "x" }),
      "unknown",
    ],
    [
      "with an attribute that the model lacks",
      (doc) => (section(doc).get(0) as Y.XmlElement).setAttribute("style", "x"),
      "unknown",
    ],
    [
      "with a day that is none",
      (doc) => {
        const action = new Y.XmlElement("action")
        action.setAttribute("due", "2022-02-30")
        section(doc).push([action])
      },
      "unknown",
    ],
    [
      "with a section that is none",
      (doc) => doc.getXmlFragment("elsewhere").push([new Y.XmlElement("paragraph")]),
      "unknown",
    ],
    ["with another shared type", (doc) => doc.getArray("list").push([1]), "unknown"],
    [
      "with a depth that nobody writes",
      (doc) => {
        let inner = new Y.XmlElement("paragraph")
        for (let depth = 0; depth < 30; depth++) {
          const item = new Y.XmlElement("listItem")
          item.insert(0, [inner])
          inner = new Y.XmlElement("bulletList")
          inner.insert(0, [item])
        }
        section(doc).push([inner])
      },
      "tooLarge",
    ],
  ]
  test.each(refused)("%s", (_why, edit, kind) => {
    const { doc, update } = change(edit)
    expect(tryUpdate(minutesForm, doc, update)?.kind).toBe(kind)
  })

  test("with attributes on a section", () => {
    const other = new Y.Doc()
    other.getMap("opening").set("a", 1)
    expect(tryUpdate(minutesForm, base(), Y.encodeStateAsUpdate(other))?.kind).toBe("misplaced")
  })

  test("that is too large", () => {
    const { doc, update } = change((changed) => {
      const text = new Y.XmlText("x".repeat(maxUpdate))
      const paragraph = new Y.XmlElement("paragraph")
      paragraph.insert(0, [text])
      section(changed).push([paragraph])
    })
    expect(tryUpdate(minutesForm, doc, update)).toEqual({ kind: "tooLarge", name: "update" })
  })

  test("that speaks of what nobody has seen", () => {
    const far = base()
    const words = (section(far).get(0) as Y.XmlElement).get(0) as Y.XmlText
    words.insert(0, "a")
    const before = Y.encodeStateVector(far)
    words.insert(1, "b")
    expect(tryUpdate(minutesForm, base(), Y.encodeStateAsUpdate(far, before))?.kind).toBe("broken")
  })

  test("that was cut off or altered, without a word of the document harmed", () => {
    const { doc, update } = change((changed) =>
      ((section(changed).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(5, " more"),
    )
    const state = Y.encodeStateAsUpdate(doc)
    fc.assert(
      fc.property(
        fc.nat(update.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, by, cut) => {
          const bad = cut
            ? update.slice(0, at)
            : update.map((byte, place) => (place === at ? byte ^ by : byte))
          const clone = new Y.Doc()
          Y.applyUpdate(clone, state)
          unfitDocument(minutesForm, clone)
          if (tryUpdate(minutesForm, clone, bad) === null)
            expect(unfitDocument(minutesForm, clone)).toBeNull()
        },
      ),
    )
  })
})

test("every change that the editor's text makes is admitted", () => {
  fc.assert(
    fc.property(arbitraryDoc, arbitraryDoc, (first, second) => {
      const doc = documentOf(only(first))
      const seen = copyOf(doc)
      expect(unfitDocument(minutesForm, seen)).toBeNull()
      const before = Y.encodeStateVector(doc)
      writeText(doc, only(second))
      expect(tryUpdate(minutesForm, seen, Y.encodeStateAsUpdate(doc, before))).toBeNull()
      expect(canonical(textIn(seen))).toBe(canonical(textIn(doc)))
    }),
  )
})

test("characters are counted as they are stored, nodes with all that reading may add", () => {
  expect(measure(documentOf(only(line("four"))))).toEqual({ characters: 4, nodes: 3 })
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const count = (node: object): number =>
        "content" in node && Array.isArray(node.content)
          ? node.content.reduce((sum, inner) => sum + count(inner), 1)
          : 1
      const doc = documentOf(text)
      const read = Object.values(textIn(doc).sections)
      const nodes = read.reduce((sum, section) => sum + count(section), 0)
      expect(measure(doc).nodes).toBeGreaterThanOrEqual(nodes)
    }),
  )
})

describe("what would make a text unreadable for everybody is refused, or read as something else", () => {
  const empty = (name: string, attributes: Record<string, unknown> = {}) => {
    const element = new Y.XmlElement(name)
    // The types speak of words alone; the editor stores lists and numbers as well.
    for (const [key, value] of Object.entries(attributes))
      element.setAttribute(key, value as string)
    return element
  }
  const withBlocks = (...blocks: Y.XmlElement[]) => {
    const doc = new Y.Doc()
    doc.getXmlFragment("opening").push(blocks)
    return doc
  }
  const id = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"

  test.each([
    ["a day of the year 0", empty("action", { due: "0000-01-01" })],
    ["an id in capitals", empty("decision", { id: id.toUpperCase() })],
  ])("%s", (_what, block) => {
    expect(
      tryUpdate(minutesForm, new Y.Doc(), Y.encodeStateAsUpdate(withBlocks(block)))?.kind,
    ).toBe("unknown")
  })

  test("an address that cannot be stored", () => {
    const words = new Y.XmlText()
    words.insert(0, "here", { link: { href: "https://example.org/\0x" } })
    const paragraph = empty("paragraph")
    paragraph.insert(0, [words])
    const doc = withBlocks(paragraph)
    expect(unfitDocument(minutesForm, doc)?.kind).toBe("unknown")
    expect(minutesText.safeParse(textIn(doc)).error).toBeUndefined()
  })

  test("an empty list at the last level that is allowed", () => {
    for (let levels = 1; levels < 30; levels++) {
      const doc = withBlocks(empty("bulletList"))
      let inner = doc.getXmlFragment("opening").get(0) as Y.XmlElement
      for (let level = 0; level < levels; level++) {
        const item = empty("listItem")
        inner.push([item])
        inner = empty("bulletList")
        item.push([inner])
      }
      inner.push([empty("listItem")])
      if (unfitDocument(minutesForm, doc)) continue
      expect(minutesText.safeParse(textIn(doc)).error).toBeUndefined()
    }
  })

  test("an id that is made for another block, given to one by hand", () => {
    const doc = withBlocks(empty("decision"))
    const [made] = textIn(doc).sections.opening?.content ?? []
    const given = made && "attrs" in made && "id" in made.attrs ? made.attrs.id : ""
    doc.getXmlFragment("opening").insert(0, [empty("decision", { id: given })])
    expect(minutesText.safeParse(textIn(doc)).error).toBeUndefined()
  })

  test("a device with a number that no library draws", () => {
    const doc = new Y.Doc()
    doc.clientID = 2 ** 32 + 5
    doc.getXmlFragment("opening").push([empty("decision")])
    const update = Y.encodeStateAsUpdate(doc)
    expect(foreignIn(update, new Y.Doc(), new Set())?.kind).toBe("broken")
  })
})
