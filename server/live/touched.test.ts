import { expect, test } from "vitest"
import * as Y from "yjs"
import { logOrigin } from "./origins"
import { Touched } from "./touched"

const section = "opening"

function decision(id: string): Y.XmlElement {
  const made = new Y.XmlElement("decision")
  made.setAttribute("id", id)
  const paragraph = new Y.XmlElement("paragraph")
  paragraph.insert(0, [new Y.XmlText("The plan stands.")])
  made.insert(0, [paragraph])
  return made
}

/** The same text at another server, as it stands now. */
function alike(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return other
}

const deletes = (doc: Y.Doc, change: () => void): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  change()
  return Y.encodeStateAsUpdate(doc, before)
}

test("a block that is moved here while another server takes it out has its row written again", () => {
  const doc = new Y.Doc()
  doc.getXmlFragment(section).insert(0, [decision("4b4f6a37-66a4-4f0e-9e0f-1f5f5a0f2b11")])
  const there = alike(doc)
  const touched = new Touched(doc)

  doc.transact(() => {
    const [block] = doc.getXmlFragment(section).toArray()
    const copy = (block as Y.XmlElement).clone() as Y.XmlElement
    doc.getXmlFragment(section).delete(0, 1)
    doc.getXmlFragment(section).insert(0, [copy])
  })
  // There it is gone, and with it its row; here only what it was before it was moved.
  const theirs = deletes(there, () => there.getXmlFragment(section).delete(0, 1))
  Y.applyUpdate(doc, theirs, logOrigin)

  const { sections } = touched.take()
  expect(sections[section]?.content).toMatchObject([{ type: "decision" }])
})

test("a section whose blocks stand as they were written is not written again", () => {
  const doc = new Y.Doc()
  doc.getXmlFragment(section).insert(0, [decision("4b4f6a37-66a4-4f0e-9e0f-1f5f5a0f2b11")])
  const touched = new Touched(doc)
  const paragraph = new Y.XmlElement("paragraph")
  doc.getXmlFragment(section).push([paragraph])
  expect(touched.take().sections).toEqual({})
  doc.getXmlFragment("closing").push([decision("0d2f5a38-7a65-4b0c-8f1b-7c3f5f6f2b12")])
  expect(Object.keys(touched.take().sections)).toEqual(["closing"])
})
