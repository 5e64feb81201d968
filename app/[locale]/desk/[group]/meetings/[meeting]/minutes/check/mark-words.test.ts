import { Node } from "@tiptap/pm/model"
import { EditorState } from "@tiptap/pm/state"
import { expect, it } from "vitest"
import { schema } from "../editor/arbitrary-schema"
import { addRecord, markWords } from "./mark-words"
import { findWords } from "./text-place"

const id = "11111111-1111-4111-8111-111111111111"
const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const list = (...texts: string[]) => ({
  type: "bulletList",
  content: texts.map((text) => ({ type: "listItem", content: [line(text)] })),
})
const agreed = "It was agreed that a letter is sent."

/** Every block at the top of the text as its kind and words, after the words were marked. */
function marked(content: object[], words: string, type: "decision" | "action" = "decision") {
  const doc = Node.fromJSON(schema, { type: "doc", content })
  const place = { section: "opening" as const, title: "", from: 0, to: 0, words }
  const range = findWords(doc, { ...place, paragraph: 0 })
  if (!range) throw new Error("The words stand nowhere")
  const tr = markWords(EditorState.create({ doc }), range, type, {})
  expect(() => tr.doc.check()).not.toThrow()
  expect(tr.selection.$from.node(1).type.name).toBe(type)
  return tr.doc.children.map((node) => [
    node.type.name,
    node.textBetween(0, node.content.size, "|"),
  ])
}

it("makes a paragraph that says nothing else the block itself", () => {
  expect(marked([line(agreed)], agreed)).toEqual([["decision", agreed]])
})

it("leaves the sentences before and after it where they are", () => {
  const whole = `The letter was read. ${agreed} Somebody asked by when.`
  expect(marked([line(whole)], agreed)).toEqual([
    ["paragraph", "The letter was read."],
    ["decision", agreed],
    ["paragraph", "Somebody asked by when."],
  ])
})

it("takes an entry, or a sentence of one, out of its list", () => {
  expect(marked([list("One.", `Two. ${agreed}`, "Three.")], agreed)).toEqual([
    ["bulletList", "One.|Two."],
    ["decision", agreed],
    ["bulletList", "Three."],
  ])
})

it("counts a numbered list on behind what was taken out of it", () => {
  const numbered = { ...list("One.", agreed, "Three."), type: "orderedList", attrs: { start: 4 } }
  const doc = Node.fromJSON(schema, { type: "doc", content: [numbered] })
  const place = { section: "opening" as const, title: "", paragraph: 0, from: 0, to: 0 }
  const range = findWords(doc, { ...place, words: agreed })
  if (!range) throw new Error("The words stand nowhere")
  const tr = markWords(EditorState.create({ doc }), range, "decision", {})
  expect(tr.doc.children.map(({ attrs }) => attrs.start)).toEqual([4, undefined, 6])
})

it("repeats the part of a sentence behind its paragraph, which stays whole", () => {
  const part = "the chairs will write a first draft."
  const whole = `It was agreed that a letter is sent and that ${part}`
  expect(marked([line(whole), line("Next.")], part, "action")).toEqual([
    ["paragraph", whole],
    ["action", "The chairs will write a first draft."],
    ["paragraph", "Next."],
  ])
})

it("repeats what stands in another block of the record behind that block", () => {
  const decided = {
    type: "decision",
    attrs: { id },
    content: [line(`${agreed} Ilva will send it.`)],
  }
  expect(marked([decided, line("Next.")], "Ilva will send it.", "action")).toEqual([
    ["decision", `${agreed} Ilva will send it.`],
    ["action", "Ilva will send it."],
    ["paragraph", "Next."],
  ])
})

it("adds what stands in no text at the end of it, in the place of a blank line", () => {
  const added = (...content: object[]) => {
    const state = EditorState.create({ doc: Node.fromJSON(schema, { type: "doc", content }) })
    const tr = addRecord(state, "somebody will send a poll.", "action", {})
    expect(() => tr.doc.check()).not.toThrow()
    expect(tr.selection.$from.node(1).type.name).toBe("action")
    return tr.doc.children.map((node) => [node.type.name, node.textContent])
  }
  const action = ["action", "Somebody will send a poll."]
  expect(added({ type: "paragraph" })).toEqual([action])
  expect(added(line("Thanks."), { type: "paragraph" })).toEqual([["paragraph", "Thanks."], action])
  expect(added(list("One."))).toEqual([["bulletList", "One."], action])
})
