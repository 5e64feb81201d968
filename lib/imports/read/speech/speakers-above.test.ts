import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const list = "Present: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss"
const speakersOf = (said: string, present = list) =>
  readReport(
    `# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${present}\n\n## 1. Opening\n\nThe meeting was opened.\n\n${said}\n`,
    "above.md",
  )
    .mentions.filter(({ speaks }) => speaks)
    .map(({ name }) => name)

describe("somebody whose name stands above what they said", () => {
  test.each([
    ["## News\n\nAna:\n- The new lamp is lit.\n- Two are out.\n\nBen:\n- No news", ["Ana Lind"]],
    ["## News\n\nCem Arslan\n- will lend his ladder in summer\n- keeps it at home", ["Cem Arslan"]],
    ["## Treasury (Dora Weiss)\n\nWe have 40 crowns.", ["Dora Weiss"]],
    ["## List of lamps, presented by Ben:\n\nTwo are out.", ["Ben Okoro"]],
    [
      "## Light from the side, Freja Lund (FL)\n\nCem Arslan (Pier House): How far is it?\n\nFL: Two miles.",
      ["Freja Lund", "Cem Arslan"],
    ],
  ])("%s", (said, speakers) => {
    expect(speakersOf(said)).toEqual(speakers)
  })

  test.each([
    "## Treasury (Dora Weiss)\n\nNothing to report.",
    "## Fair (Ana/Ben)\n\nThe fair is in May.",
    "## Report of the Lamp Council (Harbour House)\n\nThe pier is dark.",
    "## News\n\nOffice:\n- The new lamp is lit.",
  ])("nobody: %s", (said) => {
    expect(speakersOf(said)).toEqual([])
  })
})

describe("turns and initials in other dress", () => {
  test.each([
    ["Cem Arslan (Pier House) via chat: no reason against it.", ["Cem Arslan"]],
    ["Two lamps are out.\n\n[Dora: I have no microphone]", ["Dora Weiss"]],
    ["Slides were shown by Ben Okoro of the pier.", ["Ben Okoro"]],
    ["Cem Arslan in favour\n- by street\n- small ones as well", ["Cem Arslan"]],
  ])("%s", (said, speakers) => {
    expect(speakersOf(said)).toEqual(speakers)
  })

  test("a line explains initials, with the house between", () => {
    const present =
      "Attendees:\n- Ruud Hoekstra - Letterbank (RHO)\n- Tuan Pham  - Pier House (TPH)"
    const said = "RHO: two lamps are out.\n\nTPH: since when?"
    expect(speakersOf(said, present)).toEqual(["Ruud Hoekstra", "Tuan Pham"])
  })

  test("a call sign is no part of a name, and a tag of a page is nobody", () => {
    expect(speakersOf("Ben T4IHD reported that two are out.")).toEqual(["Ben Okoro"])
    expect(speakersOf("<table> Lamps\n\nEvent invite update")).toEqual([])
  })
})
