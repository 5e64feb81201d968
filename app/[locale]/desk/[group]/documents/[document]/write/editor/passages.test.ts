import { getSchema } from "@tiptap/core"
import { Node } from "@tiptap/pm/model"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { flattenIn } from "@/lib/comments/anchors/flat"
import { arbitraryDocument, line, textOf } from "@/lib/documents/arbitrary-text"
import { PART } from "@/lib/documents/live/form"
import { sharedOf } from "@/lib/documents/live/write-text"
import type { DocumentBlock, DocumentText } from "@/lib/documents/model"
import {
  noteAround,
  placeAt,
  positionsIn,
  selectionAt,
} from "../../../../comments/beside/positions"
import { documentNodes } from "./extensions"
import { Footnote } from "./footnote"

const schema = getSchema([...documentNodes, Footnote])
const shown = ({ content }: DocumentText) =>
  content.length > 0 ? Node.fromJSON(schema, { type: "doc", content }) : null

describe("the words of a document in its editor", () => {
  test("are those of its shared text, wherever notes and tables stand", () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        const doc = shown(text)
        if (doc) expect(positionsIn(doc).text).toBe(flattenIn(sharedOf(text), PART).text)
      }),
    )
  })

  test("stand where a selection of them is led back to", () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.nat(), fc.nat(), (text, first, second) => {
        const doc = shown(text)
        const positions = doc && positionsIn(doc)
        if (!positions?.notesAt) return
        const [from, to] = [first % positions.notesAt, second % positions.notesAt].sort(
          (one, other) => one - other,
        ) as [number, number]
        const selection = selectionAt(positions, { from, to: to + 1 })
        if (!selection) throw new Error("Nothing is selected")
        const again = placeAt(positions, selection)
        // A mention shows several characters, and is selected whole.
        expect(again.from).toBeLessThanOrEqual(from)
        expect(again.to).toBeGreaterThan(to)
        expect(selectionAt(positions, again)).toEqual(selection)
      }),
    )
  })
})

describe("a passage around a note", () => {
  const noted: DocumentBlock = {
    type: "paragraph",
    content: [
      { type: "text", text: "The levy" },
      { type: "footnote", content: [{ type: "text", text: "Of 2024." }] },
      { type: "text", text: " is two." },
    ],
  }
  const doc = shown(textOf(noted, line("Next.")))
  if (!doc) throw new Error("There is no document")
  const positions = positionsIn(doc)
  const said = (selection: { from: number; to: number }) => {
    const { from, to } = placeAt(positions, selection)
    return positions.text.slice(from, to)
  }

  test("is the words on both sides of it, without those of the note", () => {
    expect(positions.text).toBe("The levy is two.Next.Of 2024.")
    expect(said({ from: 5, to: 27 })).toBe("levy is two.")
    expect(said({ from: 0, to: doc.content.size })).toBe("The levy is two.Next.")
  })

  test("is the words of the note where nothing else is selected", () => {
    const note = { from: 9, to: 19 }
    expect(doc.nodeAt(note.from)?.type.name).toBe("footnote")
    expect(said(note)).toBe("Of 2024.")
    expect(noteAround(doc, 10)).toEqual(note)
    expect(noteAround(doc, 5)).toBeNull()
  })
})
