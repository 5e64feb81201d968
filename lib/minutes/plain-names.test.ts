import { describe, expect, it } from "vitest"
import { type Block, emptyDoc, type Inline, type SectionDoc } from "./model"
import type { KnownPerson } from "./plain-names"
import { readPlain } from "./plain-read"

const words = {
  statement: "STATEMENT",
  decision: "DECISION",
  action: "ACTION",
  question: "QUESTION",
  owners: "OWNERS",
  due: "DUE",
  outcome: "OUTCOME",
}
const uuid = (place: number) => `33333333-3333-4333-8333-${String(place).padStart(12, "0")}`
const [silva, santos, first, second, gone] = [1, 2, 3, 4, 5].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
]
const apart: KnownPerson[] = [
  { id: silva, name: "Maria Silva" },
  { id: santos, name: "Maria Silva Santos" },
]
const namesakes: KnownPerson[] = [
  { id: first, name: "Hyejin Abara", capacity: "Northwind" },
  { id: second, name: "Hyejin Abara", capacity: "Meridian Institute" },
]

const says = (...content: Inline[]): Block & { type: "paragraph" } => ({
  type: "paragraph",
  content,
})
const text = (words: string): Inline => ({ type: "text", text: words })
const mention = (personId: string, label: string): Inline => ({
  type: "mention",
  attrs: { personId, label },
})
const doc = (...content: Block[]): SectionDoc => ({ type: "doc", content })

/** What is read, and about whom the form has to ask. */
function read(typed: string, people: KnownPerson[], old = emptyDoc()) {
  const unclear: string[] = []
  const { content } = readPlain(old, typed, words, people, (name) => unclear.push(name))
  return { content, unclear }
}

describe("a name in a plain field", () => {
  it("is the longest that fits, and never a part of a word", () => {
    const { content } = read("@Maria Silva Santos, @maria silva and @Maria Silvano", apart)
    expect(content).toEqual([
      says(
        mention(santos, "Maria Silva Santos"),
        text(", "),
        mention(silva, "Maria Silva"),
        text(" and @Maria Silvano"),
      ),
    ])
  })

  it("is none in a mail address", () => {
    const typed = "write to chair@Maria Silva"
    expect(read(typed, apart).content).toEqual([says(text(typed))])
  })

  it("stays with whom it named when other words change, though the person left or has namesakes", () => {
    const old = doc(
      says(text("Old: "), mention(second, "Hyejin Abara"), text(", "), mention(gone, "Ilva Rask")),
    )
    const { content, unclear } = read("New: @Hyejin Abara, @Ilva Rask", namesakes, old)
    expect(content).toEqual([
      says(text("New: "), mention(second, "Hyejin Abara"), text(", "), mention(gone, "Ilva Rask")),
    ])
    expect(unclear).toEqual([])
  })

  it("names two namesakes of one paragraph in their order", () => {
    const old = doc(
      says(mention(second, "Hyejin Abara"), text(" and "), mention(first, "Hyejin Abara")),
    )
    const { content } = read("@Hyejin Abara or @Hyejin Abara", namesakes, old)
    expect(content).toEqual([
      says(mention(second, "Hyejin Abara"), text(" or "), mention(first, "Hyejin Abara")),
    ])
  })

  it("is asked about when one of two namesakes is left", () => {
    const old = doc(
      says(mention(second, "Hyejin Abara"), text(" and "), mention(first, "Hyejin Abara")),
    )
    expect(read("Only @Hyejin Abara", namesakes, old).unclear).toEqual(["Hyejin Abara"])
  })

  const oneThere = namesakes.map((person) => ({ ...person, present: person.id === first }))
  const both = doc(
    says(
      text("First "),
      mention(first, "Hyejin Abara"),
      text(" spoke. Then "),
      mention(second, "Hyejin Abara"),
      text(" left."),
    ),
  )

  it.each([
    ["one of two sentences is left", "Then @Hyejin Abara left."],
    ["one comes to them", "First @Hyejin Abara spoke. Then @Hyejin Abara left, @Hyejin Abara too."],
    ["they are parted", "First @Hyejin Abara spoke.\n\nThen @Hyejin Abara left."],
  ])("is asked about though one of two namesakes is at the meeting, when %s", (_, typed) => {
    const { content, unclear } = read(typed, oneThere, both)
    expect(new Set(unclear)).toEqual(new Set(["Hyejin Abara"]))
    expect(JSON.stringify(content)).not.toContain("mention")
  })

  it("is words when one of two namesakes is left and nobody is on the list, as in documents", () => {
    const typed = "Then @Hyejin Abara left."
    expect(read(typed, [], both).content).toEqual([says(text(typed))])
  })

  it("is the one of two whose capacity stands behind it", () => {
    const typed = "Then @Hyejin Abara (Meridian Institute) left."
    const { content, unclear } = read(typed, oneThere, both)
    expect(content).toEqual([
      says(text("Then "), mention(second, "Hyejin Abara"), text(" (Meridian Institute) left.")),
    ])
    expect(unclear).toEqual([])
  })

  it("is asked about when it was a person and words, and one of them is left", () => {
    const old = doc(says(mention(first, "Hyejin Abara"), text(" or another @Hyejin Abara")))
    const { content, unclear } = read("Only another @Hyejin Abara", oneThere, old)
    expect(unclear).toEqual(["Hyejin Abara"])
    expect(JSON.stringify(content)).not.toContain("mention")
  })

  it("stays words where it stood as words", () => {
    const old = doc(says(text("Old @Hyejin Abara")))
    const { content, unclear } = read("New @Hyejin Abara", namesakes, old)
    expect(content).toEqual([says(text("New @Hyejin Abara"))])
    expect(unclear).toEqual([])
  })

  it("stays with whom it named when its paragraph becomes a decision, or two", () => {
    const old = doc(says(text("Write. "), mention(second, "Hyejin Abara"), text(" sends.")))
    const { content, unclear } = read("DECISION: Write.\n\n@Hyejin Abara sends.", namesakes, old)
    expect(content).toMatchObject([
      { type: "decision", content: [says(text("Write."))] },
      says(mention(second, "Hyejin Abara"), text(" sends.")),
    ])
    expect(unclear).toEqual([])
  })
})

describe("a new name that several have", () => {
  const present = namesakes.map((person) => ({ ...person, present: person.id === second }))
  const typed =
    "@Hyejin Abara\n\nSTATEMENT: hyejin abara\nYes.\n\nACTION: Go.\nOWNERS: Hyejin Abara"

  it("is the one who is at the meeting", () => {
    const { content, unclear } = read(typed, present)
    expect(content).toMatchObject([
      says(mention(second, "Hyejin Abara")),
      { attrs: { personId: second, name: "Hyejin Abara" } },
      { attrs: { owners: [{ personId: second, name: "Hyejin Abara" }] } },
    ])
    expect(unclear).toEqual([])
  })

  it.each([
    ["none", namesakes],
    ["both", namesakes.map((person) => ({ ...person, present: true }))],
  ])("is asked about when %s of them is at the meeting, and never the first", (_, people) => {
    const { content, unclear } = read(typed, people)
    expect(unclear).toEqual(["Hyejin Abara", "hyejin abara", "Hyejin Abara"])
    expect(JSON.stringify(content)).not.toContain(first)
  })

  it("is the one in whose capacity it stands", () => {
    const { content, unclear } = read(
      [
        "@Hyejin Abara (Northwind) agreed",
        "STATEMENT: Hyejin Abara (Meridian Institute)\nYes.",
        "ACTION: Go.\nOWNERS: Hyejin Abara (Northwind); Hyejin Abara (Meridian Institute)",
      ].join("\n\n"),
      namesakes,
    )
    expect(content).toMatchObject([
      says(mention(first, "Hyejin Abara"), text(" (Northwind) agreed")),
      { attrs: { personId: second, capacity: "Meridian Institute" } },
      {
        attrs: {
          owners: [
            { personId: first, name: "Hyejin Abara" },
            { personId: second, name: "Hyejin Abara" },
          ],
        },
      },
    ])
    expect(unclear).toEqual([])
  })

  it("is the one who is written exactly so", () => {
    const people = [
      { id: first, name: "José Abara" },
      { id: second, name: "Jose Abara" },
    ]
    expect(read("STATEMENT: Jose Abara\nYes.", people).content).toMatchObject([
      { attrs: { personId: second } },
    ])
  })
})

describe("a block of the record that is worded anew", () => {
  const said = (id: string, personId: string | null, name: string, words: string): Block => ({
    type: "statement",
    attrs: { id, personId, name, capacity: "" },
    content: [says(text(words))],
  })

  it("keeps its speaker among namesakes, and who was on no list", () => {
    const old = doc(
      said(uuid(11), second, "Hyejin Abara", "We agree."),
      said(uuid(12), null, "Maria Silva", "So do I."),
    )
    const typed = "STATEMENT: Hyejin Abara\nWe agreed.\n\nSTATEMENT: Maria Silva\nSo did I."
    const { content, unclear } = read(typed, [...apart, ...namesakes], old)
    expect(content).toEqual([
      said(uuid(11), second, "Hyejin Abara", "We agreed."),
      said(uuid(12), null, "Maria Silva", "So did I."),
    ])
    expect(unclear).toEqual([])
  })

  it("keeps its own id and speaker when the one before it is deleted", () => {
    const old = doc(
      said(uuid(11), first, "Hyejin Abara", "Budgets are late."),
      said(uuid(12), second, "Hyejin Abara", "Calls should be short."),
    )
    const { content, unclear } = read(
      "STATEMENT: Hyejin Abara\nCalls should be very short.",
      namesakes,
      old,
    )
    expect(content).toEqual([said(uuid(12), second, "Hyejin Abara", "Calls should be very short.")])
    expect(unclear).toEqual([])
  })

  it("asks which of two owners of one name is left, though one is at the meeting", () => {
    const owner = (personId: string) => ({ personId, name: "Hyejin Abara" })
    const action = (owners: { personId: string | null; name: string }[]): Block => ({
      type: "action",
      attrs: { id: uuid(11), owners, due: null },
      content: [says(text("Write it."))],
    })
    const people = namesakes.map((person) => ({ ...person, present: person.id === first }))
    const left = (owners: string) =>
      read(`ACTION: Write it.\nOWNERS: ${owners}`, people, doc(action([first, second].map(owner))))
    const asked = left("Hyejin Abara")
    expect(asked.unclear).toEqual(["Hyejin Abara"])
    expect(asked.content).toEqual([action([{ personId: null, name: "Hyejin Abara" }])])
    const said = left("Hyejin Abara (Meridian Institute)")
    expect(said.unclear).toEqual([])
    expect(said.content).toEqual([action([owner(second)])])
  })

  it("keeps its owners", () => {
    const owners = [
      { personId: second, name: "Hyejin Abara" },
      { personId: null, name: "Maria Silva" },
    ]
    const action = (words: string): Block => ({
      type: "action",
      attrs: { id: uuid(11), owners, due: null },
      content: [says(text(words))],
    })
    const typed = "ACTION: Send it.\nOWNERS: Hyejin Abara; Maria Silva"
    const { content, unclear } = read(typed, [...apart, ...namesakes], doc(action("Write it.")))
    expect(content).toEqual([action("Send it.")])
    expect(unclear).toEqual([])
  })
})
