import { Fragment, Node } from "@tiptap/pm/model"
import fc from "fast-check"
import { expect, it } from "vitest"
import * as Y from "yjs"
import { anchorAt } from "@/lib/comments/anchors/anchor"
import { flatten } from "@/lib/comments/anchors/flat"
import { Passages } from "@/lib/comments/anchors/passages"
import { arbitraryDoc } from "@/lib/minutes/arbitrary-text"
import { arbitraryPick, edit, headless, moving } from "./arbitrary-edit"
import { schema } from "./arbitrary-schema"

/** The document with fourteen letters of its own in every line, so that each can be looked for. */
function withLetters(doc: Node): Node {
  let count = 0
  const marked = (node: Node): Node => {
    if (!node.isTextblock) return node.copy(Fragment.from(node.children.map(marked)))
    const letters = Array.from({ length: 14 }, () => String.fromCodePoint(0x4e00 + count++))
    return node.copy(Fragment.from(node.type.schema.text(letters.join(""))))
  }
  return marked(doc)
}

// Deleting across blocks writes a few letters anew beside others, of which nothing tells whose they were.
const kinds = moving.filter((kind) => kind !== "span")
const patience = 180_000

it(
  "a passage goes along with its words through every edit of an editor",
  () => {
    fc.assert(
      fc.property(
        arbitraryDoc,
        fc.array(fc.tuple(fc.constantFrom(...kinds), arbitraryPick), { maxLength: 6 }),
        fc.nat(1_000),
        fc.integer({ min: 6, max: 40 }),
        (json, edits, first, length) => {
          const doc = new Y.Doc()
          const view = headless(doc, schema)
          const { tr } = view.state
          const text = withLetters(Node.fromJSON(schema, json))
          view.dispatch(tr.replaceWith(0, tr.doc.content.size, text.content))
          const flat = flatten(doc.getXmlFragment("section"))
          const from = first % (flat.text.length - 3)
          const anchor = anchorAt(flat, { from, to: Math.min(from + length, flat.text.length) })
          const passage = anchor ? [...flat.text.slice(anchor.from, anchor.to)] : []
          const passages = new Passages(doc)
          if (anchor) passages.put("it", "section", anchor)
          doc.on("afterTransaction", () => passages.look())
          for (const [nth, [kind, pick]] of edits.entries()) edit(view, kind, pick, `o${nth}z`)
          const now = passages.flat("section").text
          const { from: start, to: end } = passages.placeOf("it")?.place ?? { from: 0, to: 0 }
          const left = [...now].filter((letter) => passage.includes(letter))
          const inside = [...now.slice(start, end)].filter((letter) => letter >= "\u4e00")
          // One or two letters that are left may count as the passage or as nothing, never as other words.
          if (left.length >= 3) expect(inside).toEqual(left)
          else expect(left).toEqual(expect.arrayContaining(inside))
        },
      ),
      { numRuns: 1_000 },
    )
  },
  patience,
)
