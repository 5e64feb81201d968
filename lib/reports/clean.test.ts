import { expect, test } from "vitest"
import type { Block } from "@/lib/minutes/model"
import { reportBlock } from "./blocks"
import { publishedBlocks } from "./clean"

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
