import { expect, test } from "vitest"
import type { PlainBlock } from "@/lib/minutes/model"
import { losesLook, plainSynergies, readSynergies } from "./synergies"

const people = [{ id: crypto.randomUUID(), name: "Ilva Morandini" }]
const bold: PlainBlock = {
  type: "paragraph",
  content: [{ type: "text", text: "Bold", marks: [{ type: "bold" }] }],
}
const list: PlainBlock = {
  type: "bulletList",
  content: ["One", "Two"].map((text) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  })),
}

test("what was not rewritten stays as it was, with all that the plain text cannot say", () => {
  const plain = plainSynergies([bold, list])
  expect(plain).toBe("Bold\n\n- One\n- Two")
  expect(readSynergies([bold, list], plain, people)).toEqual([bold, list])
  expect(readSynergies([bold, list], `${plain}\n\nMore`, people)).toEqual([
    bold,
    list,
    { type: "paragraph", content: [{ type: "text", text: "More" }] },
  ])
})

test("an empty paragraph, which no plain text shows, stays while nothing is typed", () => {
  const old: PlainBlock[] = [bold, { type: "paragraph" }, list]
  expect(readSynergies(old, plainSynergies(old), people)).toEqual(old)
})

test("reads people, links and numbered lists, and no link that runs code", () => {
  const typed = "Ask @Ilva Morandini\r\n\r\n1. [Here](https://example.org/a)\n2. [no](javascript:x)"
  expect(readSynergies([], typed, people)).toMatchObject([
    { content: [{ text: "Ask " }, { type: "mention", attrs: { personId: people[0]?.id } }] },
    {
      type: "orderedList",
      content: [
        { content: [{ content: [{ marks: [{ type: "link" }] }] }] },
        { content: [{ content: [{ text: "[no](javascript:x)" }] }] },
      ],
    },
  ])
})

test("an emptied field is empty", () => {
  expect(readSynergies([bold], "  \n\n ", people)).toEqual([])
})

test("says what plain words cannot: bold, italics, and lists within lists", () => {
  const words = (text: string): PlainBlock => ({
    type: "paragraph",
    content: [
      { type: "text", text, marks: [{ type: "link", attrs: { href: "https://example.org" } }] },
    ],
  })
  const within = (inner: PlainBlock): PlainBlock => ({
    type: "orderedList",
    attrs: { start: 1 },
    content: [
      {
        type: "listItem",
        content: [{ type: "paragraph", content: [{ type: "text", text: "A" }] }, inner],
      },
    ],
  })
  expect([[], [words("A")], [list, words("A")]].map(losesLook)).toEqual([false, false, false])
  expect([[bold], [list, within(list)], [within(bold)]].map(losesLook)).toEqual([true, true, true])
})
