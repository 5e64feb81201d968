import { Node } from "@tiptap/pm/model"
import type { EditorView } from "@tiptap/pm/view"
import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { arbitraryDoc } from "@/lib/minutes/arbitrary-text"
import { liveSchema } from "@/lib/minutes/live/schema"
import {
  arbitraryPick,
  edit,
  headless,
  type Kind,
  moving,
  still,
  withWords,
} from "./arbitrary-edit"
import { schema } from "./arbitrary-schema"

type Site = { doc: Y.Doc; view: EditorView }
const fragment = (doc: Y.Doc) => doc.getXmlFragment("section")
const text = (node: Node) => node.textBetween(0, node.content.size, "\n")
const words = (said: string): string[] => said.match(/[a-z]\d+z/g) ?? []

function send(from: Y.Doc, to: Y.Doc) {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}

/** Two editors that hold the same, each with a line to the same document. */
function two(json: object): [Site, Site] {
  const site = (id: number): Site => {
    const doc = new Y.Doc()
    doc.clientID = id
    return { doc, view: headless(doc, schema) }
  }
  const [one, other] = [site(1), site(2)]
  const { tr } = one.view.state
  one.view.dispatch(
    tr.replaceWith(0, tr.doc.content.size, withWords(Node.fromJSON(schema, json)).content),
  )
  send(one.doc, other.doc)
  return [one, other]
}

/** What both wrote, merged as shared documents alone, with no editor that could take anything out. */
function merged(...docs: Y.Doc[]): Y.Doc {
  const plain = new Y.Doc()
  for (const doc of docs) send(doc, plain)
  return plain
}

/** The nodes and the text of a shared document as it stands, whatever a schema says of them. */
function shape(type: Y.XmlFragment): unknown[] {
  const parts: unknown[] = []
  for (const child of type.toArray()) {
    if (child instanceof Y.XmlElement) parts.push([child.nodeName, ...shape(child)])
    else {
      const said = (child as Y.XmlText).toDelta().map(({ insert }: { insert: string }) => insert)
      if (typeof parts.at(-1) === "string") parts.push(`${parts.pop()}${said.join("")}`)
      else if (said.length > 0) parts.push(said.join(""))
    }
  }
  return parts
}

/** Whether some node around this word is gone at the other site: it took the word with it. */
function isAroundGone(word: string, here: Y.Doc, there: Y.Doc): boolean {
  const find = (type: Y.XmlFragment): Y.XmlText | null => {
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlText && child.toString().includes(word)) return child
      const inside = child instanceof Y.XmlElement ? find(child) : null
      if (inside) return inside
    }
    return null
  }
  let item = find(fragment(here))?._item ?? null
  while (item) {
    const { id, parent } = item
    const isKnown = Y.getState(there.store, id.client) > id.clock
    if (isKnown && Y.getItem(there.store, id).deleted) return true
    item = parent instanceof Y.XmlFragment ? parent._item : null
  }
  return false
}

const arbitraryEdits = (kinds: readonly Kind[]) =>
  fc.array(fc.tuple(fc.constantFrom(...kinds), arbitraryPick), { minLength: 1, maxLength: 6 })

type Edits = [Kind, Parameters<typeof edit>[2]][]
function work({ view, doc }: Site, edits: Edits) {
  const letter = doc.clientID === 1 ? "o" : "t"
  for (const [place, [kind, pick]] of edits.entries()) edit(view, kind, pick, `${letter}${place}z`)
}

/** Hundreds of pairs of editors, in milliseconds, on a machine that does other work. */
const patience = 180_000

describe("two who edit at once", () => {
  it(
    "see the same, and nothing that the merge holds is taken out by an editor",
    () => {
      fc.assert(
        fc.property(
          arbitraryDoc,
          arbitraryEdits(moving),
          arbitraryEdits(moving),
          (json, ours, theirs) => {
            const [one, other] = two(json)
            work(one, ours)
            work(other, theirs)
            const whole = merged(one.doc, other.doc)
            const reverse = merged(other.doc, one.doc)
            send(one.doc, other.doc)
            send(other.doc, one.doc)
            send(one.doc, other.doc)
            const [here, there] = [one.view.state.doc, other.view.state.doc]
            here.check()
            expect(here.toJSON()).toEqual(there.toJSON())
            const wanted = shape(fragment(whole))
            expect(shape(fragment(reverse))).toEqual(wanted)
            expect(shape(fragment(one.doc))).toEqual(wanted)
            expect(shape(fragment(other.doc))).toEqual(wanted)
            const plain = yXmlFragmentToProseMirrorRootNode(fragment(whole), liveSchema)
            expect(text(here)).toBe(text(plain))
          },
        ),
        { numRuns: 400 },
      )
    },
    patience,
  )

  it(
    "lose no word that neither took out",
    () => {
      fc.assert(
        fc.property(
          arbitraryDoc,
          arbitraryEdits(still),
          arbitraryEdits(still),
          (json, ours, theirs) => {
            const [one, other] = two(json)
            work(one, ours)
            work(other, theirs)
            const [here, there] = [text(one.view.state.doc), text(other.view.state.doc)]
            const kept = words(here).filter((word) => words(there).includes(word))
            const own = [
              ...words(here).filter(
                (word) => word.startsWith("o") && !isAroundGone(word, one.doc, other.doc),
              ),
              ...words(there).filter(
                (word) => word.startsWith("t") && !isAroundGone(word, other.doc, one.doc),
              ),
            ]
            send(one.doc, other.doc)
            send(other.doc, one.doc)
            const after = words(text(one.view.state.doc))
            expect([...kept, ...own].filter((word) => !after.includes(word))).toEqual([])
            expect(words(text(other.view.state.doc))).toEqual(after)
          },
        ),
        { numRuns: 400 },
      )
    },
    patience,
  )

  const item = { type: "listItem", content: [{ type: "paragraph" }] }
  it("keep what stands in a list item whose own line the other took out", () => {
    const inner = { type: "bulletList", content: [item] }
    const [one, other] = two({
      type: "doc",
      content: [
        {
          type: "bulletList",
          content: [{ type: "listItem", content: [{ type: "paragraph" }, inner] }],
        },
      ],
    })
    one.view.dispatch(one.view.state.tr.delete(2, 7))
    other.view.dispatch(other.view.state.tr.insertText("still typing ", 10))
    send(one.doc, other.doc)
    send(other.doc, one.doc)
    expect(text(one.view.state.doc)).toContain("still typing b1z")
    expect(one.view.state.doc.eq(other.view.state.doc)).toBe(true)
  })
})
