import { Node } from "@tiptap/pm/model"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import { expect, it } from "vitest"
import { schema } from "./arbitrary-schema"
import { namable } from "./mention"

const people = ["Ilva Morandini", "Ilmari Sand", "Samir Koskela"].map((name) => ({
  id: name,
  name,
  capacity: "",
}))

function offered(text: string, wrap: (line: object) => object = (line) => line) {
  const line = { type: "paragraph", content: [{ type: "text", text }] }
  const doc = Node.fromJSON(schema, { type: "doc", content: [wrap(line)] })
  const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) })
  const query = text.slice(text.lastIndexOf("@") + 1)
  return namable(state, people, query).map(({ person, as }) => `${as} ${person.name}`)
}

it("offers statements first where a line begins", () => {
  expect(offered("@il")).toEqual([
    "statement Ilva Morandini",
    "statement Ilmari Sand",
    "mention Ilva Morandini",
    "mention Ilmari Sand",
  ])
})

it("offers names alone inside a line, and inside a block", () => {
  expect(offered("As @sam")).toEqual(["mention Samir Koskela"])
  const inDecision = (line: object) => ({ type: "decision", content: [line] })
  expect(offered("@sam", inDecision)).toEqual(["mention Samir Koskela"])
})
