import { expect, test } from "vitest"
import { mentionsIn, partsOf } from "./markup"

const people = [
  { id: "1", name: "Zoë Ferrer" },
  { id: "2", name: "Zoë Ferrer Lund" },
  { id: "3", name: "Ann" },
]
const text = (words: string) => ({ kind: "text", text: words })
const paragraph = (...pieces: unknown[]) => ({ kind: "paragraph", pieces })

test("emphasis, code, breaks, links and bare addresses are read", () => {
  expect(partsOf("**Two** *or* `three`\nat [here](https://a.example.org)")).toEqual([
    paragraph(
      { kind: "strong", pieces: [text("Two")] },
      text(" "),
      { kind: "emphasis", pieces: [text("or")] },
      text(" "),
      { kind: "code", text: "three" },
      { kind: "break" },
      text("at "),
      { kind: "link", href: "https://a.example.org", pieces: [text("here")] },
    ),
  ])
  expect(partsOf("See https://a.example.org/b.")).toEqual([
    paragraph(
      text("See "),
      {
        kind: "link",
        href: "https://a.example.org/b",
        pieces: [text("https://a.example.org/b")],
      },
      text("."),
    ),
  ])
})

test("lists nest, and quotes hold what they quote", () => {
  expect(partsOf("3. one\n4. two\n   - deep\n\n> said\n>\n> more\n\nEnd")).toEqual([
    {
      kind: "list",
      ordered: true,
      start: 3,
      items: [
        [paragraph(text("one"))],
        [
          paragraph(text("two")),
          { kind: "list", ordered: false, start: 1, items: [[paragraph(text("deep"))]] },
        ],
      ],
    },
    { kind: "quote", parts: [paragraph(text("said")), paragraph(text("more"))] },
    paragraph(text("End")),
  ])
})

test("a name is found by its longest form, accents forgiven, and never inside a word", () => {
  expect(mentionsIn("@zoe ferrer lund, @Zoë Ferrer: hi@Ann.example.org @Anna", people)).toEqual([
    "2",
    "1",
  ])
  expect(partsOf("(@Ann)", people)).toEqual([
    paragraph(text("("), { kind: "mention", personId: "3", text: "@Ann" }, text(")")),
  ])
})

test("what is quoted and what is code name nobody; lists and links do", () => {
  const typed = "> @Ann asked\n\n`@Zoë Ferrer`\n\n    @Ann\n\n- **@Zoë Ferrer Lund**"
  expect(mentionsIn(typed, people)).toEqual(["2"])
  expect(mentionsIn("```\n@Ann\n```\n\nYes, @Ann.", people)).toEqual(["3"])
})

test("a name that two have names nobody, and says so, unless it is written as one of them alone is", () => {
  const [one, other] = [
    { id: "7", name: "Jose Marin" },
    { id: "8", name: "José Marín" },
  ]
  const same = { id: "9", name: "José Marín" }
  expect(mentionsIn("@José Marín, @Jose Marin", [one, other])).toEqual(["8", "7"])
  expect(mentionsIn("@jose marin", [one, other])).toEqual([])
  expect(mentionsIn("@José Marín", [other, same])).toEqual([])
  expect(partsOf("@José Marín: yes", [other, same])).toEqual([
    paragraph({ kind: "namesakes", text: "@José Marín" }, text(": yes")),
  ])
})

test("what is no light markup stays as it was typed", () => {
  const typed = "# Head <b>bold</b> ![x](https://a.example.org/p.png)"
  expect(JSON.stringify(partsOf(typed))).toContain("# Head <b>bold</b> !")
})
