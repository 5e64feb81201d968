import { updateYFragment } from "@tiptap/y-tiptap"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { putBack, watchLosses } from "@/lib/live/rescue"
import { line } from "../arbitrary-text"
import { CLOSING, plainText, type SectionDoc } from "../model"
import { readDocument } from "./read-document"
import { liveSchema } from "./schema"
import { documentOf } from "./write-document"

const decision = (text: string): SectionDoc => ({
  type: "doc",
  content: [
    {
      type: "decision",
      attrs: { id: crypto.randomUUID() },
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    },
  ],
})

/** A server with one paragraph, and two who write in it and have not heard of each other yet. */
function scene(text: string) {
  // A server forgets nothing that was deleted while a document is open.
  const server = new Y.Doc({ gc: false })
  const first = documentOf({ schema: 1, order: ["opening"], sections: { opening: line(text) } })
  Y.applyUpdate(server, Y.encodeStateAsUpdate(first))
  const writers = [new Y.Doc(), new Y.Doc()] as const
  for (const doc of writers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  const send = (doc: Y.Doc) => {
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
    const losses = watchLosses(server, update, CLOSING)
    Y.applyUpdate(server, update)
    const lost = losses()
    putBack(server, lost, null)
    return lost
  }
  const meet = () => {
    for (const doc of writers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    return writers.map(words)
  }
  return { server, writers, send, meet }
}

const show = (doc: Y.Doc, section: SectionDoc) =>
  doc.transact(() =>
    updateYFragment(doc, doc.getXmlFragment("opening"), liveSchema.nodeFromJSON(section), {
      mapping: new Map(),
      isOMark: new Map(),
    }),
  )
const words = (doc: Y.Doc) => plainText(readDocument(doc)).trim()
const textOf = (doc: Y.Doc) =>
  (doc.getXmlFragment("opening").get(0) as Y.XmlElement).get(0) as Y.XmlText

const text = "The list stays open for a week"

describe.each([
  ["first", [0, 1]],
  ["last", [1, 0]],
] as const)(
  "what is typed while another makes a decision of the paragraph, heard %s",
  (_, order) => {
    test("stands in the decision where it was typed, once", () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 4, max: text.length }),
          fc.constantFrom(" and soon", "x", " no "),
          (at, typed) => {
            const { server, writers, send, meet } = scene(text)
            textOf(writers[0]).insert(at, typed)
            show(writers[1], decision(text))
            for (const place of order) send(writers[place])
            const expected = (text.slice(0, at) + typed + text.slice(at)).trim()
            expect([words(server), ...meet()]).toEqual([expected, expected, expected])
            expect(readDocument(server).sections.opening?.content[0]?.type).toBe("decision")
          },
        ),
      )
    })

    test("stands in a paragraph of its own where nothing says where it was", () => {
      const { server, writers, send } = scene("Gone soon")
      textOf(writers[0]).insert(0, "Kept ")
      show(writers[1], line("Something else altogether"))
      writers[1].getXmlFragment("opening").delete(0, 1)
      for (const place of order) send(writers[place])
      expect(words(server)).toContain("Kept")
    })
  },
)

test("what one device typed in one go is lost only from where the other had not seen it", () => {
  const { server, writers, send, meet } = scene("Begun.")
  textOf(writers[0]).insert(6, " The list")
  send(writers[0])
  meet()
  textOf(writers[0]).insert(15, " stays open")
  show(writers[1], decision("Begun. The list"))
  for (const doc of writers) send(doc)
  expect(words(server)).toBe("Begun. The list stays open")
})

test("what is deleted by name stays deleted, and nothing is taken for lost", () => {
  const { server, writers, send, meet } = scene("The list stays")
  textOf(writers[0]).delete(8, 6)
  expect(send(writers[0])).toEqual([])
  meet()
  show(writers[1], decision("The list"))
  expect(send(writers[1])).toEqual([])
  expect(words(server)).toBe("The list")
})

test("sending the same again brings nothing back", () => {
  const { server, writers, send } = scene(text)
  textOf(writers[0]).insert(8, " of items")
  show(writers[1], decision(text))
  for (const doc of writers) send(doc)
  const stood = words(server)
  for (const doc of [...writers, ...writers]) expect(send(doc)).toEqual([])
  expect(words(server)).toBe(stood)
})

test("what was typed in a part that nobody remembers goes to the end of the minutes", () => {
  const { writers, server } = scene(text)
  const forgetful = new Y.Doc()
  Y.applyUpdate(forgetful, Y.encodeStateAsUpdate(server))
  forgetful.getXmlFragment("opening").delete(0, 1)
  textOf(writers[0]).insert(8, " of items")
  const update = Y.encodeStateAsUpdate(writers[0], Y.encodeStateVector(forgetful))
  const losses = watchLosses(forgetful, update, CLOSING)
  Y.applyUpdate(forgetful, update)
  putBack(forgetful, losses(), null)
  expect(readDocument(forgetful).sections.closing).toEqual(line(" of items"))
})
