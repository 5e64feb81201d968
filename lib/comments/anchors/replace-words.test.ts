import { expect, test } from "vitest"
import * as Y from "yjs"
import { anchorAt } from "./anchor"
import { flatten } from "./flat"
import { Passages } from "./passages"
import { replaceWords } from "./replace-words"

const paragraph = (...inline: (Y.XmlText | Y.XmlElement)[]) => {
  const element = new Y.XmlElement("paragraph")
  element.insert(0, inline)
  return element
}

function documentOf(...blocks: Y.XmlElement[]): Y.Doc {
  const doc = new Y.Doc()
  doc.getXmlFragment("section").insert(0, blocks)
  return doc
}

const shape = (doc: Y.Doc) => doc.getXmlFragment("section").toString()

/** Replaces words, and tells what a thread on them then stands on. */
function replace(doc: Y.Doc, said: string, words: string): string | null {
  const fragment = doc.getXmlFragment("section")
  const flat = flatten(fragment)
  const from = flat.text.indexOf(said)
  const place = { from, to: from + said.length }
  const anchor = anchorAt(flat, place)
  if (!anchor) throw new Error("A passage has no words")
  const passages = new Passages(doc)
  passages.put("it", "section", anchor)
  passages.move("it", replaceWords(doc, "section", place, words))
  const late = new Passages(doc)
  late.put("it", "section", { ...anchor, ...passages.endsOf("it") })
  const at = late.placeOf("it")?.place
  return at ? flatten(fragment).text.slice(at.from, at.to) : null
}

test("other words stand in the place of a passage, and its thread on them", () => {
  const doc = documentOf(paragraph(new Y.XmlText("The levy is set at two per cent.")))
  expect(replace(doc, "two per cent", "  three\n  per cent ")).toBe("three per cent")
  expect(shape(doc)).toBe("<paragraph>The levy is set at three per cent.</paragraph>")
})

test("the new words look like the first of the old ones", () => {
  const text = new Y.XmlText("The levy is ")
  const doc = documentOf(paragraph(text))
  text.insert(12, "set at", { bold: {} })
  text.insert(18, " two.", { bold: null })
  replace(doc, "set at two", "one")
  expect(text.toDelta()).toEqual([
    { insert: "The levy is " },
    { insert: "one", attributes: { bold: {} } },
    { insert: "." },
  ])
})

test("a passage over several blocks leaves no empty one, and a mention in it goes", () => {
  const mention = new Y.XmlElement("mention")
  mention.setAttribute("label", "Ana Prado")
  const list = new Y.XmlElement("bulletList")
  const item = new Y.XmlElement("listItem")
  item.insert(0, [paragraph(new Y.XmlText("second"))])
  list.insert(0, [item])
  const doc = documentOf(
    paragraph(new Y.XmlText("One first ")),
    list,
    paragraph(mention, new Y.XmlText(" last of all")),
  )
  expect(replace(doc, "first secondAna Prado last", "word")).toBe("word")
  expect(shape(doc)).toBe("<paragraph>One word</paragraph><paragraph> of all</paragraph>")
})

test("a passage that is a mention alone", () => {
  const mention = new Y.XmlElement("mention")
  mention.setAttribute("label", "Ana Prado")
  const doc = documentOf(paragraph(new Y.XmlText("By "), mention))
  expect(replace(doc, "Ana Prado", "Bo")).toBe("Bo")
  expect(shape(doc)).toBe("<paragraph>By Bo</paragraph>")
})

test("what others write at the same time stays", () => {
  const doc = documentOf(paragraph(new Y.XmlText("The levy is two per cent.")))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const text = (from: Y.Doc) =>
    (from.getXmlFragment("section").get(0) as Y.XmlElement).get(0) as Y.XmlText
  text(other).insert(0, "Agreed: ")
  replace(doc, "two per cent", "three")
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(shape(doc)).toBe("<paragraph>Agreed: The levy is three.</paragraph>")
})

const cell = (words: string) => {
  const element = new Y.XmlElement("tableCell")
  element.insert(0, [paragraph(new Y.XmlText(words))])
  return element
}

test("a cell that loses all its words keeps its place in the row", () => {
  const row = new Y.XmlElement("tableRow")
  row.insert(0, [cell("Area"), cell("Objective"), cell("Rank")])
  const table = new Y.XmlElement("table")
  table.insert(0, [row])
  const doc = documentOf(table)
  expect(replace(doc, "AreaObjective", "Both")).toBe("Both")
  expect(row.toArray().map((each) => (each as Y.XmlElement).toArray().join())).toEqual([
    "<paragraph>Both</paragraph>",
    "",
    "<paragraph>Rank</paragraph>",
  ])
})

test("a note that stands among the words stays, behind the new ones, and is read apart from them", () => {
  const note = new Y.XmlElement("footnote")
  note.insert(0, [new Y.XmlText("Of 2024.")])
  const doc = documentOf(
    paragraph(new Y.XmlText("The levy"), note, new Y.XmlText(" is two.")),
    paragraph(new Y.XmlText("Next.")),
  )
  expect(flatten(doc.getXmlFragment("section")).text).toBe("The levy is two.Next.Of 2024.")
  expect(replace(doc, "levy is two", "tax is three")).toBe("tax is three")
  expect(shape(doc)).toBe(
    "<paragraph>The tax is three<footnote>Of 2024.</footnote>.</paragraph><paragraph>Next.</paragraph>",
  )
  expect(replace(doc, "Of 2024", "Of 2025")).toBe("Of 2025")
  expect(shape(doc)).toContain("<footnote>Of 2025.</footnote>")
})
