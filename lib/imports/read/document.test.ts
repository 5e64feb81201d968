import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { wordsOf } from "@/lib/check/words"
import { readDocument } from "./document"
import { textsOf } from "./text/tally"

const slides = `


HARBOUR STANDARDS FORUM

Update for the spring assembly

Who we are

The [forum](https://tides.example.org/forum) was founded in 2019 by the ports of the coast.

- Everybody may join with [this link](#)
- Calls take place
   - every month

What we have done

Year 2021

Collected what the ports wrote about the tides.

Sessions held together

Tides and what they carry: experiences of ten ports and possible next steps

Gauges as a platform for everyone

[Standards and people from 2009 to 2019](https://tides.example.org/s)

Ports in the north: Challenges, achievements and possible next steps

What we have done

Year 2022

A table of the ports:

| Port | Depth |
| --- | --- |
| North | 12 |

■ Next steps

It was suggested to go on.

Thank you.`

describe("a document", () => {
  test("of slides has its short lines standing alone as headings", () => {
    const { title, headings } = readDocument(slides)
    expect(title).toBe("HARBOUR STANDARDS FORUM")
    expect(headings.map(({ level, text }) => `${level} ${text}`)).toEqual([
      "1 HARBOUR STANDARDS FORUM",
      "2 Update for the spring assembly",
      "2 Who we are",
      "2 What we have done",
      "3 Year 2021",
      "2 Sessions held together",
      "2 What we have done",
      "3 Year 2022",
      "2 Next steps",
    ])
    for (const { text, at } of headings) expect(slides.slice(at.from, at.to)).toBe(text)
  })

  test("has its links, lists and tables as blocks in their order", () => {
    const { links, blocks } = readDocument(slides)
    expect(links.map(({ text, href }) => [text, href])).toEqual([
      ["forum", "https://tides.example.org/forum"],
      ["this link", "#"],
      ["Standards and people from 2009 to 2019", "https://tides.example.org/s"],
    ])
    expect(
      blocks.filter(({ kind }) => kind === "bullet").map(({ depth, text }) => [depth, text]),
    ).toEqual([
      [0, "Everybody may join with this link"],
      [0, "Calls take place"],
      [1, "every month"],
    ])
    expect(blocks.find(({ text }) => text.startsWith("|"))?.text).toBe(
      "| Port | Depth |\n| --- | --- |\n| North | 12 |",
    )
  })

  test("that marks its headings has no others", () => {
    const { headings } = readDocument("# Charter\n\nAims\n\n## Scope\n\nThe ports.\n")
    expect(headings.map(({ level, text }) => [level, text])).toEqual([
      [1, "Charter"],
      [2, "Scope"],
    ])
  })

  test("keeps every word, whatever it is", () => {
    const line = fc.constantFrom(
      "# A",
      "Short line",
      "",
      "",
      "- b c",
      "1. d",
      "> e",
      "| f | g |",
      "**h** [i](#)",
      "■ j",
      "\u200fk l.",
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 30 }),
        (lines) => {
          const { words, blocks } = readDocument(lines.join("\n"))
          expect(words.kept).toBe(words.total)
          expect(blocks.map(({ id }) => id)).toEqual(blocks.map((_, index) => index))
        },
      ),
      { numRuns: 400 },
    )
  })

  test("of many lines is read in one pass", () => {
    const began = performance.now()
    const { blocks, words } = readDocument("Short line\n\n".repeat(10_000))
    expect(words).toEqual({ total: 20_000, kept: 20_000 })
    expect(blocks.flatMap((block) => wordsOf(block.text))).toHaveLength(20_000)
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})

test("every text of a block is counted once", () => {
  const [block] = readDocument("[a](https://tides.example.org)").blocks
  expect(
    block && [...textsOf({ ...block, part: "closing", item: null, understood: false })],
  ).toEqual(["a", "", "https://tides.example.org"])
})
