import { describe, expect, test } from "vitest"
import type { Block, Decision, Inline, Paragraph } from "@/lib/minutes/model"
import { markPassage } from "./mark-passage"

const line = (text: string): Paragraph => ({ type: "paragraph", content: [{ type: "text", text }] })
const made = (...content: Decision["content"]): Decision => ({
  type: "decision",
  attrs: { id: "00000000-0000-4000-8000-000000000001" },
  content,
})
const make = (words: Paragraph) => made(words)
const bullets = (...texts: string[]): Block => ({
  type: "bulletList",
  content: texts.map((text) => ({ type: "listItem", content: [line(text)] })),
})

describe("marking a passage", () => {
  test("cuts it out of its paragraph and keeps what stands around it", () => {
    const before = [line("Otto spoke. It was agreed to wait. Lin left.")]
    expect(markPassage(before, "It was agreed to wait.", make)).toEqual([
      line("Otto spoke."),
      made(line("It was agreed to wait.")),
      line("Lin left."),
    ])
  })

  test("keeps emphasis and links within it", () => {
    const bold: Inline = { type: "text", text: "a letter", marks: [{ type: "bold" }] }
    const before: Block[] = [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "So it was. They send " },
          bold,
          { type: "text", text: " now." },
        ],
      },
    ]
    expect(markPassage(before, "They send a letter now.", make)).toEqual([
      line("So it was."),
      made({
        type: "paragraph",
        content: [{ type: "text", text: "They send " }, bold, { type: "text", text: " now." }],
      }),
    ])
  })

  test("parts a numbered list around an entry, which goes on counting", () => {
    const before: Block[] = [
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: ["three", "four is agreed", "five"].map((text) => ({
          type: "listItem",
          content: [line(text)],
        })),
      },
    ]
    const entry = (start: number, text: string): Block => ({
      type: "orderedList",
      attrs: { start },
      content: [{ type: "listItem", content: [line(text)] }],
    })
    expect(markPassage(before, "four is agreed", make)).toEqual([
      entry(3, "three"),
      made(line("four is agreed")),
      entry(5, "five"),
    ])
  })

  test("stays a part of a bullet's words", () => {
    expect(markPassage([bullets("one", "two. It is agreed.")], "It is agreed.", make)).toEqual([
      bullets("one"),
      bullets("two."),
      made(line("It is agreed.")),
    ])
  })

  test("repeats a part of a sentence, which stays whole, as a sentence of its own", () => {
    const whole = line("It was agreed to send a letter and that Lin writes it.")
    expect(markPassage([whole, line("Next.")], "that Lin writes it.", make)).toEqual([
      whole,
      made(line("That Lin writes it.")),
      line("Next."),
    ])
  })

  test("repeats it behind the block of the record that holds it, and at the end when it is gone", () => {
    const held = made(line("It was agreed that Lin will write."))
    expect(markPassage([held, line("Then more.")], "Lin will write.", make)).toEqual([
      held,
      made(line("Lin will write.")),
      line("Then more."),
    ])
    expect(markPassage([line("Other words.")], "Lin will write.", make)).toEqual([
      line("Other words."),
      made(line("Lin will write.")),
    ])
  })
})
