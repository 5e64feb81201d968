import { Node } from "@tiptap/pm/model"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import { readAction } from "./action-words"
import { schema } from "./arbitrary-schema"
import { offerIn } from "./offer-in"

const people = [{ id: "1", name: "Ilva Morandini", capacity: "" }]
const read = (words: string) => readAction(words, people, "2022-03-03", "en")
const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })

function offered(block: object) {
  const doc = Node.fromJSON(schema, { type: "doc", content: [block] })
  const selection = TextSelection.atEnd(doc)
  return offerIn(EditorState.create({ doc, selection }), read)
}

describe("a line that opens as minutes do", () => {
  it.each([
    ["ACTION: send", "action"],
    ["ACTION : envoyer", "action"],
    ["ACTION\u00a0: envoyer", "action"],
    ["À FAIRE : envoyer", "action"],
    ["AGREED: so", "decision"],
    ["RESOLVED: so", "decision"],
    ["DECISION: so", "decision"],
    ["DECIDED: so", "decision"],
    ["DÉCISION : ainsi", "decision"],
    ["CONVENU : ainsi", "decision"],
    ["ADOPTÉ\u202f: ainsi", "decision"],
    ["QUESTION: why", "question"],
    ["QUESTION : pourquoi", "question"],
  ])("%s is offered as %s", (text, type) => {
    const offer = offered(line(text))
    expect(offer).toMatchObject({ kind: "block", type })
    const words = offer?.kind === "block" ? text.slice(offer.to - offer.from) : ""
    expect(words).toMatch(/^(send|envoyer|so|ainsi|why|pourquoi)$/)
  })

  it.each(["Action: send", "ACTIONS: send", "In ACTION: send", "ACTION send", "REACTION: none"])(
    "%s is not",
    (text) => expect(offered(line(text))).toBeNull(),
  )

  it("is left alone in a quote and in a block", () => {
    expect(offered({ type: "blockquote", content: [line("ACTION: send")] })).toBeNull()
    expect(offered({ type: "decision", content: [line("ACTION: send")] })).toBeNull()
  })
})

describe("an action that names owner and day in words", () => {
  const action = (attrs: object, ...lines: string[]) =>
    offered({ type: "action", attrs, content: lines.map(line) })
  const words = "Ilva to send the letter by Friday"
  const owners = [{ personId: "1", name: "Ilva Morandini" }]

  it("is offered to have them in its fields", () => {
    expect(action({}, words)).toMatchObject({
      kind: "fill",
      at: 0,
      found: { owners, due: "2022-03-04" },
    })
  })

  it("keeps what the fields have", () => {
    expect(action({ owners: [{ personId: null, name: "X" }] }, words)).toMatchObject({
      found: { owners: [], due: "2022-03-04" },
    })
    expect(action({ due: "2022-05-01" }, words)).toMatchObject({ found: { owners, due: null } })
    expect(action({ owners, due: "2022-05-01" }, words)).toBeNull()
  })

  it("is asked only in its first line, and not without anything found", () => {
    expect(action({}, "Do it", words)).toBeNull()
    expect(action({}, "Do it")).toBeNull()
  })
})
