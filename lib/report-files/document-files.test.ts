import { describe, expect, test } from "vitest"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { VERSION_SCHEMA } from "@/lib/documents/version-content"
import { readDocx } from "@/lib/imports/formats/docx"
import { writeBlocks } from "@/lib/imports/formats/write"
import { documentFile } from "./document-files"
import { sheetOfDocument } from "./document-sheet"
import { faultsOfTags } from "./pdf/faults-of-tags"
import { writeText } from "./text"

const words = (text: string, href?: string) => ({
  type: "text" as const,
  text,
  ...(href ? { marks: [{ type: "link" as const, attrs: { href } }] } : {}),
})
const paragraph = (...content: ReturnType<typeof words>[]) => ({
  type: "paragraph" as const,
  content,
})
const cell = (type: "tableCell" | "tableHeader", text: string) => ({
  type,
  content: [paragraph(words(text))],
})

const published: PublicDocument = {
  content: {
    schema: VERSION_SCHEMA,
    group: { slug: "wg-harbour", shortName: "WG-Harbour", name: "Working Group on Harbours" },
    document: { slug: "charter", title: "Charter of the ports", kind: "charter", language: "en" },
    version: { number: 2, name: "As agreed", note: "", madeAt: "2022-03-04T09:30:00Z" },
    text: {
      schema: 2,
      content: [
        { type: "heading", attrs: { level: 1, id: crypto.randomUUID() }, content: [words("Aims")] },
        {
          type: "paragraph",
          content: [
            words("Ports keep "),
            words("order", "https://example.org/order"),
            { type: "footnote", content: [words("As of old.")] },
            words("."),
          ],
        },
        {
          type: "table",
          content: [
            {
              type: "tableRow",
              content: [cell("tableHeader", "Port"), cell("tableHeader", "Depth")],
            },
            { type: "tableRow", content: [cell("tableCell", "North"), cell("tableCell", "=9 m")] },
          ],
        },
        {
          type: "bulletList",
          content: [{ type: "listItem", content: [paragraph(words("one aim"))] }],
        },
      ],
    },
  },
  sha256: "ab".repeat(32),
  entry: null,
  origin: "https://portal.example.org",
  status: "agreed",
  supersededBy: null,
  versions: [{ number: 2, name: "As agreed", publishedAt: new Date("2022-03-05T00:00:00Z") }],
  dispatches: [],
  leads: {},
}

describe("a version of a document as a file", () => {
  test("is a PDF without a fault that a validator of PDF/UA would find, also where headings skip a level", async () => {
    const { file } = await documentFile(published, "pdf")
    expect(faultsOfTags(file)).toEqual([])
    const heading = (level: 1 | 2 | 3, text: string) => ({
      type: "heading" as const,
      attrs: { level, id: crypto.randomUUID() },
      content: [words(text)],
    })
    const content = [heading(3, "Deep"), heading(1, "High"), heading(3, "Deep again")]
    const skipping = { ...published.content, text: { ...published.content.text, content } }
    const other = await documentFile({ ...published, content: skipping }, "pdf")
    expect(faultsOfTags(other.file)).toEqual([])
  })

  test("holds headings, notes, tables, lists and links in order", () => {
    const text = writeText(sheetOfDocument(published)).replace(/\s+/g, " ")
    expect(text).toMatch(
      /Charter of the ports.*Aims.*Ports keep order <https:\/\/example\.org\/order>\[1\]\..*Port.*Depth.*North \| =9 m.*- one aim.*1\. As of old\..*portal\.example\.org\/wg-harbour\/documents\/charter\/v2/,
    )
  })

  test("is Markdown with its facts in front, its parts in order, and nothing that means more than it says", async () => {
    const { file } = await documentFile(published, "md")
    const text = Buffer.from(file).toString("utf8")
    const [, front = "", body = ""] = text.split("---\n")
    expect(front).toContain("rapporteur-document: 1\n")
    expect(front).toContain(
      'address: "https://portal.example.org/wg-harbour/documents/charter/v2"\n',
    )
    expect(front).toContain(`sha256: "${"ab".repeat(32)}"\n`)
    expect(front).toContain('version: {"number":2,"name":"As agreed"')
    const parts = [
      "# Charter of the ports",
      "## Aims",
      "Ports keep [order](https://example.org/order)\\[1\\].",
      "| Port | Depth |\n| --- | --- |\n| North | \\=9 m |",
      "- one aim",
      "1. As of old.",
    ]
    const places = parts.map((part) => body.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  test("is in Markdown without a table that a sign in a cell takes apart, and two lists stay two", async () => {
    const list = (said: string) => ({
      ...{ type: "bulletList" as const },
      content: [{ type: "listItem" as const, content: [paragraph(words(said))] as [never] }],
    })
    const table = {
      type: "table" as const,
      content: [
        {
          type: "tableRow" as const,
          content: [cell("tableCell", "a|b\\|c"), cell("tableCell", "# d")],
        },
      ],
    }
    const content = [list("one"), list("other"), table]
    const { file } = await documentFile(
      { ...published, content: { ...published.content, text: { schema: 2, content } } },
      "md",
    )
    const text = Buffer.from(file).toString("utf8")
    expect(text).toContain("- one\n\n+ other")
    expect(text).toContain("|  |  |\n| --- | --- |\n| a\\|b\\\\\\|c | \\# d |")
  })

  test("is no JSON before it stands on the ledger", async () => {
    await expect(documentFile(published, "json")).rejects.toThrow("ledger")
  })

  test("is made once for all who ask, and is whole in Word", async () => {
    const [one, other] = await Promise.all([
      documentFile(published, "docx"),
      documentFile(published, "docx"),
    ])
    expect(one).toBe(other)
    expect(await documentFile(published, "docx")).toBe(one)
    const text = writeBlocks(await readDocx(one.file))
    expect(text).toContain("## Aims")
    expect(text).toMatch(/\| North +\| =9 m +\|/)
  })

  test("is a PDF with its typefaces", async () => {
    const { file } = await documentFile(published, "pdf")
    expect(Buffer.from(file).subarray(0, 8).toString("latin1")).toBe("%PDF-1.7")
  })
})
