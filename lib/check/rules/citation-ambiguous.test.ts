import { describe, expect, test } from "vitest"
import { foundIn } from "./cases/found"

const both = "Lin compared the Roadmap with Our Common Agenda."
const having = (text: string) =>
  foundIn("citation-ambiguous", text).map(({ severity, values }) => [
    severity,
    values.text,
    values.mandates,
  ])

describe("a paragraph without its document", () => {
  test.each([
    [`${both} She quoted para. 93.`, "warning", "para. 93", "roadmap agenda"],
    [
      `${both}\n\nShe quoted paragraph 93(a), and left.`,
      "warning",
      "paragraph 93(a)",
      "roadmap agenda",
    ],
    [
      `${both} The first sentence of section 93 was quoted.`,
      "warning",
      "section 93",
      "roadmap agenda",
    ],
    [`${both} She quoted § 120.`, "note", "§ 120", "agenda"],
    ["Otto asked about para 12.", "note", "para 12", ""],
  ])("%s", (text, severity, cited, mandates) => {
    expect(having(text)).toEqual([[severity, cited, mandates]])
  })

  test.each([
    `${both} She quoted para. 93 of the Roadmap.`,
    `${both} In A/74/821, para. 93 speaks of it.`,
    `${both} Then Otto turned to the Roadmap. He quoted para. 93.`,
    "Otto read out the draft charter. Paragraph 3 was changed.",
    "Otto read out paragraph 3 of the letter.",
    `${both} Section 3 of it was left out.`,
    "Paragraphs were counted, and a paragraph 12 lines long was cut.",
    `${both} The 93rd report and 93 gauges were named.`,
  ])("is none: %s", (text) => {
    expect(having(text)).toEqual([])
  })
})
