import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const titlesOf = (text: string, name = "a.txt") =>
  readReport(text, name).agenda.map(({ title }) => title)

describe("headings of other looks", () => {
  const head = "Quay Circle\n12 May 2022, 18:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n"

  test("signs in front alone", () => {
    const parts = ["Lamps", "Fees", "Ropes"].map(
      (title, index) => `--- Item ${index + 1}: ${title}\n\nAna spoke about them at length.\n`,
    )
    expect(titlesOf(head + parts.join("\n"))).toEqual(["Lamps", "Fees", "Ropes"])
  })

  test("but not who signs or what is cited", () => {
    const text = `${head}1. Lamps\n\nAna spoke about them at length.\n\n2. Fees\n\nNone.\n\n-- Ana Lind\n`
    expect(titlesOf(text)).toEqual(["Lamps", "Fees"])
  })

  const marked = (venue: string) =>
    `# Quay Circle\n\n12 May 2022, 18:00 UTC\n\n### Venue\n\n${venue}\n\n### Fees\n\nBen said they go up.\n\n### Ropes\n\nCem bought some.\n`

  test("a venue that the body spoke about", () => {
    const told =
      "Ana visited the maritime college. The main hall seats 450, and the two side rooms 120 each. The network is weak. Ben asked for another uplink."
    expect(titlesOf(marked(told), "a.md")).toEqual(["Venue", "Fees", "Ropes"])
  })

  test("but not where it met", () => {
    expect(titlesOf(marked("Harbour office, Room 2"), "a.md")).toEqual(["Fees", "Ropes"])
  })
})
