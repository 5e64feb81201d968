import { readFileSync } from "node:fs"
import { Node } from "@tiptap/pm/model"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { minutesText } from "@/lib/minutes/input"
import { type Block, docText, emptyText, type Inline } from "@/lib/minutes/model"
import { schema } from "../arbitrary-schema"
import { linesOfHtml } from "./html"
import { blocksOf } from "./lines"
import { parsed } from "./parsed"
import { insertLines } from "./paste"
import { linesOfText } from "./plain-text"

const read = (html: string) => blocksOf(linesOfHtml(parsed(html)))
const sample = (name: string) =>
  read(readFileSync(new URL(`./samples/${name}.txt`, import.meta.url), "utf8"))

function inline(node: Inline): string {
  if (node.type !== "text") return node.type === "hardBreak" ? " / " : ""
  return (node.marks ?? []).reduce((text, mark) => {
    if (mark.type === "link") return `[${text}](${mark.attrs.href})`
    return mark.type === "bold" ? `*${text}*` : `_${text}_`
  }, node.text)
}

/** The blocks as one would write them by hand, a line each. */
function outline(blocks: readonly Block[], indent = ""): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === "paragraph") return [indent + (block.content ?? []).map(inline).join("")]
    if (block.type === "blockquote") return outline(block.content, `${indent}> `)
    if (block.type !== "bulletList" && block.type !== "orderedList") return [block.type]
    return block.content.flatMap((item, at) => {
      const mark = block.type === "orderedList" ? `${block.attrs.start + at}. ` : "- "
      const [first = "", ...rest] = outline(item.content, "")
      return [`${indent}${mark}${first}`, ...rest.map((line) => `${indent}  ${line}`)]
    })
  })
}

describe("what is pasted keeps its structure and loses its rubbish", () => {
  it("from Word", () => {
    expect(outline(sample("word"))).toEqual([
      "*Work on the plan*",
      "The draft was *read in full* by _everybody_.",
      "- Scope",
      "  - Years",
      "  - Themes",
      "- Money",
      "Then:",
      "3. Third point",
      "4. Fourth point",
      "*Who* | *What*",
      "Ilva Morandini | Letter, draft",
      "The end.",
    ])
  })

  it("from Google Docs", () => {
    expect(outline(sample("google-docs"))).toEqual([
      "*Notes*",
      "*Samir* opened, and _thanked_ all.",
      "- One",
      "  - One a",
      "- Two [the plan](https://example.org/plan?a=1)",
    ])
  })

  it("from Outlook", () => {
    expect(outline(sample("outlook"))).toEqual([
      "Dear all,",
      "The form is [here](https://example.org/form).",
      "2. Fill it in",
      "3. Send it",
      "Hyejin",
      "*From:* Samir Koskela <samir@example.org> / *Sent:* 3 March 2022 / *Subject:* The form",
      "Where is it?",
    ])
  })

  it("from Gmail", () => {
    expect(outline(sample("gmail"))).toEqual([
      "Agreed with both.",
      "One question: *who* writes it?",
      "On Thu, 3 Mar 2022, Ilva Morandini <[ilva@example.org](mailto:ilva@example.org)> wrote:",
      "> First thought.",
      "> Second thought.",
      "> What do you think?",
      "> Bye",
    ])
    expect(sample("gmail").filter(({ type }) => type === "blockquote")).toHaveLength(3)
  })

  it("from LibreOffice", () => {
    expect(outline(sample("libreoffice"))).toEqual([
      "*Next steps*",
      "We meet *again* in April.",
      "1. Book the room",
      "  - for twelve",
      "2. Tell everybody",
    ])
  })

  it("from a page", () => {
    expect(outline(sample("web-page"))).toEqual([
      "*Call for *_*comments*_",
      "Comments are open until [10\u00a0March](https://example.org/call#until). Press here or there, or see the list.",
      "Chart of replies",
      "Replies by week",
      "*Group* | *Replies*",
      "States | 12",
      "| 3",
      "> A quote.",
      "> - in a list",
      "one / two",
      "three",
      "Bye\ufffd.",
    ])
  })
})

describe("plain text", () => {
  const lines = (text: string) => outline(blocksOf(linesOfText(text)))
  it("has a paragraph for every blank line, and lists", () => {
    const text =
      "First line\nsecond line\r\n\r\nNext\n\n\n- one\n- two\n  - two a\n\n- three\nAfter\n1. a\n2. b\n7) g\n8) h"
    expect(lines(text)).toEqual([
      "First line / second line",
      "Next",
      "- one",
      "- two",
      "  - two a",
      "- three",
      "After",
      "1. a",
      "2. b",
      "7. g",
      "8. h",
    ])
  })

  it("keeps a number that stands alone, for it may be a date", () => {
    expect(lines("10. March\n\nis fine")).toEqual(["10. March", "is fine"])
  })

  it("loses what cannot be stored, and no word", () => {
    expect(lines("a\u0000b \ud800 c\u200bd\u00ade")).toEqual(["ab cde"])
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1 }),
        fc.infiniteStream(
          fc.constantFrom(" ", "\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n2. ", "\t"),
        ),
        (words, gaps) => {
          const text = words.map((word) => `${gaps.next().value}${word}`).join("")
          const content = blocksOf(linesOfText(text))
          const kept = docText({ type: "doc", content }).match(/[a-z]+/g)
          expect(kept).toEqual(words)
        },
      ),
    )
  })
})

/** HTML of every kind of element, with its visible words counted through; hidden ones say "no". */
const arbitraryHtml: fc.Arbitrary<string> = fc.letrec<{ node: string; rows: string }>((tie) => {
  const inside = fc.array(tie("node"), { maxLength: 4 }).map((parts) => parts.join(""))
  const open = fc.constantFrom(
    ..."p div h2 span b i em a:href=https://example.org/ a:href=javascript:x ul ol:start=4 li blockquote table pre section u font dl dd button".split(
      " ",
    ),
    "p:style=mso-list:l0_level2_lfo1",
    "p:style=mso-list:l1_level1_lfo3",
    "b:style=font-weight:normal",
    "span:style=font-weight:700",
    "div:style=display:block",
  )
  return {
    rows: fc
      .array(fc.array(inside, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(
        (rows) =>
          `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
      ),
    node: fc.oneof(
      { maxDepth: 5, depthIdentifier: "html" },
      fc.constantFrom("WORD ", "WORD", " WORD, ", "\n", "&nbsp;", "<br>", "<br><br>", "&#8203;"),
      fc.constantFrom(
        "<style>no</style>",
        "<!-- no -->",
        "<p hidden>no</p>",
        "<i style='display:none'>no</i>",
      ),
      fc.constant("<img src=x alt=' WORD '>"),
      tie("rows"),
      fc.tuple(open, inside).map(([tag, content]) => {
        const [name, ...attribute] = tag.split(":")
        const written = attribute
          .join(":")
          .replaceAll("_", " ")
          .replace(/=(.*)$/, '="$1"')
        return `<${name} ${written}>${content}</${name}>`
      }),
    ),
  }
}).node

describe("whatever the source", () => {
  it("every visible word is there, in order, and the text can be stored", () => {
    fc.assert(
      fc.property(fc.array(arbitraryHtml, { maxLength: 6 }), (parts) => {
        let count = 0
        const html = parts.join("").replaceAll("WORD", () => `w${count++}`)
        const visible = (sources: ReturnType<typeof parsed>): string =>
          sources
            .map((source) => {
              if (source.kind === "text") return source.text
              if (source.tag === "style" || source.attribute("hidden") !== null) return ""
              if (source.attribute("style") === "display:none") return ""
              if (source.tag === "img") return source.attribute("alt") ?? ""
              return visible(source.children())
            })
            .join(" ")
        const wanted = visible(parsed(html)).match(/w\d+/g) ?? []
        const content = read(html)
        const kept = content.map((block) => docText({ type: "doc", content: [block] })).join(" ")
        expect(kept.match(/w\d+/g) ?? []).toEqual(wanted)
        expect(kept).not.toContain("no")
        const text = emptyText([])
        if (content.length > 0) text.sections.opening = { type: "doc", content }
        expect(minutesText.safeParse(text).error?.issues ?? []).toEqual([])
        for (const block of content) Node.fromJSON(schema, block).check()
      }),
      { numRuns: 400 },
    )
  })

  // Were it slower than linear, this would not end in time.
  it("takes a paste of a megabyte whole", () => {
    const html = readFileSync(new URL("./samples/word.txt", import.meta.url), "utf8")
    const times = Math.ceil(1_000_000 / html.length)
    const much = html.repeat(times)
    const sources = parsed(`<div>${much}</div>`)
    const blocks = blocksOf(linesOfHtml(sources))
    const doc = EditorState.create({
      schema,
      doc: schema.node("doc", null, [schema.node("paragraph")]),
    })
    const after = doc.apply(insertLines(doc, linesOfHtml(sources)))
    expect(blocks.length).toBeGreaterThan(1_000)
    expect(after.doc.childCount).toBeGreaterThan(1_000)
    expect(after.doc.textContent.split("Work on the plan")).toHaveLength(times + 1)
  })
})

describe("where the caret is", () => {
  const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
  function pasted(content: object[], at: number, html: string) {
    const doc = Node.fromJSON(schema, { type: "doc", content })
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, at) })
    const after = state.apply(insertLines(state, linesOfHtml(parsed(html))))
    after.doc.check()
    return after.doc
  }
  const said = (doc: Node) => doc.textBetween(0, doc.content.size, "|")

  it("one line goes on with the words around it", () => {
    expect(said(pasted([line("one three")], 5, "<b>two</b> "))).toBe("one twothree")
    expect(pasted([line("one three")], 5, "<b>two</b>").childCount).toBe(1)
  })

  it("a list in an empty line takes its place", () => {
    const doc = pasted([{ type: "paragraph" }], 1, "<ul><li>a<li>b</ul>")
    expect(doc.childCount).toBe(1)
    expect(doc.child(0).type.name).toBe("bulletList")
  })

  it("a quote in a block or a list comes without its quote", () => {
    const html = "<p>a</p><blockquote>b<ol><li>c</ol></blockquote>"
    const inBlock = pasted([{ type: "decision", content: [line("x")] }], 3, html)
    expect(said(inBlock)).toBe("xa|b|c")
    expect(inBlock.childCount).toBe(1)
    const item = { type: "listItem", content: [line("x")] }
    expect(said(pasted([{ type: "bulletList", content: [item] }], 4, html))).toBe("xa|b|c")
  })
})
