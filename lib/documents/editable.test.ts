import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { canonical } from "@/lib/minutes/canonical"
import { arbitraryDocument, line, textOf } from "./arbitrary-text"
import { editableText } from "./editable"
import { readEditable } from "./editable-read"
import { documentText } from "./input"
import { hrefOf } from "./links"
import { mergeDocuments } from "./merge"
import { type DocumentBlock, documentWords, emptyDocument, headingIdAt } from "./model"

const heading = (text: string): DocumentBlock => ({
  type: "heading",
  attrs: { level: 1, id: headingIdAt(0) },
  content: [{ type: "text", text }],
})

/** The words of every run of text, also in notes and cells. */
function wordsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn)
  const { text, content } = (node ?? {}) as { text?: string; content?: unknown }
  return [...(text?.match(/\p{L}{2,}/gu) ?? []), ...(content ? wordsIn(content) : [])]
}

describe("a document in a plain field", () => {
  test("that nobody touched stays exactly as it was", () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        expect(readEditable(text, editableText(text))).toBe(text)
      }),
    )
  })

  test("to which a paragraph is added keeps all of its blocks as they were", () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        const read = readEditable(text, `${editableText(text)}\n\nAdded at the end.`)
        expect(documentText.safeParse(read).error).toBeUndefined()
        expect(canonical(read)).toBe(canonical(textOf(...text.content, line("Added at the end."))))
      }),
    )
  })

  test("that is typed anew has every word, and is a text of the model", () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        const typed = editableText(text)
        const read = readEditable(emptyDocument(), typed)
        expect(documentText.safeParse(read).error).toBeUndefined()
        const stands = documentWords(read)
        const lost = wordsIn(text.content).filter((word) => !stands.includes(word))
        expect(lost).toEqual([])
      }),
    )
  })

  test("is read as it is explained: headings, lists, quotes, tables, links and notes", () => {
    const missing = hrefOf({ to: "missing", label: "Budget" })
    const typed = [
      "## Aims",
      "We agreed [^In [May](https://example.org/may).] on the [budget](record:missing/Budget).",
      "- one\n- two",
      "3. three\n4. four",
      "> Quoted",
      "| Area | Rank |\n| --- | --- |\n| a \\| b | 1 |\n| c |",
    ].join("\n\n")
    const { content } = readEditable(emptyDocument(), typed)
    expect(content.map(({ type }) => type)).toEqual([
      ...["heading", "paragraph", "bulletList", "orderedList", "blockquote", "table"],
    ])
    expect(content[0]).toMatchObject({ attrs: { level: 2 } })
    expect(content[1]).toEqual({
      type: "paragraph",
      content: [
        { type: "text", text: "We agreed " },
        {
          type: "footnote",
          content: [
            { type: "text", text: "In " },
            {
              type: "text",
              text: "May",
              marks: [{ type: "link", attrs: { href: "https://example.org/may" } }],
            },
            { type: "text", text: "." },
          ],
        },
        { type: "text", text: " on the " },
        { type: "text", text: "budget", marks: [{ type: "link", attrs: { href: missing } }] },
        { type: "text", text: "." },
      ],
    })
    expect(content[3]).toMatchObject({ attrs: { start: 3 } })
    expect(
      documentWords(textOf(...content))
        .split("\n\n")
        .at(5),
    ).toBe("Area\tRank\na | b\t1\nc\t")
    expect(content[5]).toMatchObject({
      content: [{ content: [{ type: "tableHeader" }, { type: "tableHeader" }] }, {}, {}],
    })
    expect(editableText(readEditable(emptyDocument(), editableText(textOf(...content))))).toBe(
      editableText(textOf(...content)),
    )
  })

  test("keeps the id of a heading that is worded anew, and never makes a link of a script", () => {
    const text = textOf(heading("Aims"), line("Words."))
    const { content } = readEditable(text, "# Aims of the group\n\n[a](javascript:alert(1))")
    expect(content[0]).toMatchObject({ attrs: { id: headingIdAt(0) } })
    expect(JSON.stringify(content)).not.toContain('"link"')
    expect(documentWords(textOf(...content))).toContain("[a](javascript:alert(1))")
  })
})

describe("two who saved on one revision", () => {
  const base = textOf(heading("Aims"), line("One."), line("Two."), line("Three."))
  test("who changed different places both have what they wrote", () => {
    const mine = textOf(heading("Aims"), line("One, mine."), line("Two."), line("Three."))
    const theirs = textOf(heading("Aims"), line("One."), line("Two."), line("Three, theirs."))
    expect(mergeDocuments(base, mine, theirs)).toEqual({
      isApart: true,
      text: textOf(heading("Aims"), line("One, mine."), line("Two."), line("Three, theirs.")),
    })
  })
  test("who changed the same place are told, and both texts stand", () => {
    const mine = textOf(heading("Aims"), line("Mine."), line("Two."), line("Three."))
    const theirs = textOf(heading("Aims"), line("Theirs."), line("Two."), line("Three."))
    const merged = mergeDocuments(base, mine, theirs)
    expect(merged.isApart).toBe(false)
    expect(documentWords(merged.text)).toBe("Aims\n\nTheirs.\n\nMine.\n\nTwo.\n\nThree.")
  })
  test("lose no word, whatever they wrote", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, arbitraryDocument, (old, mine, theirs) => {
        const { text } = mergeDocuments(old, mine, theirs)
        expect(documentText.safeParse(text).error).toBeUndefined()
      }),
    )
  })
})
