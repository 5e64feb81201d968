import { Node } from "@tiptap/pm/model"
import { EditorState } from "@tiptap/pm/state"
import { ySyncPluginKey } from "@tiptap/y-tiptap"
import { expect, it } from "vitest"
import { schema } from "./arbitrary-schema"
import { followPlace } from "./follow-place"

const doc = (...lines: string[]) =>
  Node.fromJSON(schema, {
    type: "doc",
    content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  })

it("follows a place through what was written here", () => {
  const { tr } = EditorState.create({ doc: doc("one", "two") })
  tr.insertText("more ", 1)
  expect(followPlace(tr, 6)).toBe(11)
})

it("follows a place through what others wrote before and after it", () => {
  const from = (...lines: string[]) => {
    const { tr } = EditorState.create({ doc: doc("one", "two", "six") })
    tr.replaceWith(0, tr.doc.content.size, doc(...lines).content)
    return followPlace(tr.setMeta(ySyncPluginKey, { isChangeOrigin: true }), 6)
  }
  expect(from("one", "two", "seven")).toBe(6)
  expect(from("more one", "two", "six")).toBe(11)
  expect(from("e", "two", "six")).toBe(4)
  expect(from("one", "two", "six")).toBe(6)
})
