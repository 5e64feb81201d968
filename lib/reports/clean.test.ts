import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Block } from "@/lib/minutes/model"
import { ownOrigin } from "@/lib/platform/env"
import { runsOf } from "@/lib/report-files/runs"
import { type ReportInline, reportBlock } from "./blocks"
import { publishedBlocks } from "./clean"
import { Inline } from "./render/inline"

test("ids of people are left behind, their names and labels stay", () => {
  const draft: Block[] = [
    {
      type: "statement",
      attrs: { id: "s1", personId: "secret-1", name: "Ilse Brandvold", capacity: "Secretariat" },
      content: [
        {
          type: "paragraph",
          content: [{ type: "mention", attrs: { personId: "secret-2", label: "Tomas" } }],
        },
      ],
    },
    {
      type: "action",
      attrs: { id: "a1", owners: [{ personId: "secret-3", name: "Mirela" }], due: null },
      content: [{ type: "paragraph", content: [{ type: "text", text: "Write." }] }],
    },
  ]
  const published = publishedBlocks(draft)
  expect(JSON.stringify(published)).not.toContain("secret")
  expect(published[0]).toMatchObject({ attrs: { name: "Ilse Brandvold" } })
  expect(published[1]).toMatchObject({ attrs: { owners: ["Mirela"] } })
  for (const block of published) expect(reportBlock.safeParse(block).success).toBe(true)
})

test("blank lines and empty lists are no part of a record", () => {
  const draft: Block[] = [
    { type: "paragraph" },
    { type: "paragraph", content: [{ type: "text", text: "  " }, { type: "hardBreak" }] },
    { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] },
    { type: "paragraph", content: [{ type: "text", text: "Said." }] },
  ]
  expect(publishedBlocks(draft)).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "Said." }] },
  ])
})

test("a link into the desk becomes its words: nobody reads there who is not signed in", () => {
  const href = `${ownOrigin()}/desk/wg-harbour/documents/secret-plan`
  const content: ReportInline[] = [
    { type: "text", text: "here", marks: [{ type: "link", attrs: { href } }] },
  ]
  expect(publishedBlocks([{ type: "paragraph", content } as Block])).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "here" }] },
  ])
  // One that stands in an older record is read as words.
  expect(renderToStaticMarkup(createElement(Inline, { content }))).toBe("here")
  expect(runsOf(content)).toEqual([{ text: "here" }])
})

test("a link that may not be published becomes its words", () => {
  const draft: Block[] = [
    {
      type: "paragraph",
      content: [
        {
          type: "text",
          text: "here",
          marks: [{ type: "bold" }, { type: "link", attrs: { href: "javascript:alert(1)" } }],
        },
      ],
    },
  ]
  expect(publishedBlocks(draft)).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "here", marks: [{ type: "bold" }] }] },
  ])
})
