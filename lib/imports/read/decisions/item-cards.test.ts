import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan, Ifeoma Obi\n\n"
const cards = (caption: (at: number) => string) =>
  `${front}| ${caption(1)}Lamps |\n|---|---|\n| Discussion | Ben counted the lamps of the quay and found that two of them are broken. |\n| Agreed | The two lamps will be replaced. |\n| Actions | Order two lamps (Ben Okoro, 15 March 2022) |\n| Actions | Write to the port (Ana Lind, no date) |\n\n| ${caption(2)}Keys |\n|---|---|\n| Discussion | Cem has lost his key once more and asked for another. |\n| Agreed | – |\n| Actions | – |\n`

describe("items that are set as cards, one caption below another", () => {
  test.each([
    ["a number in the title", (at: number) => `Item | ${at}. `],
    ["a number in the caption", (at: number) => `Item ${at} | `],
  ])("%s", (_, caption) => {
    const report = readReport(cards(caption), "x.md")
    expect(report.actions.map(({ text, owners, due }) => ({ text, owners, due }))).toEqual([
      { text: "Order two lamps", owners: ["Ben Okoro"], due: "2022-03-15" },
      { text: "Write to the port", owners: ["Ana Lind"], due: null },
    ])
    expect(report.agenda.map(({ title }) => title)).toEqual(["Lamps", "Keys"])
  })

  test("rows of a table of tasks are no cards", () => {
    const table =
      "| Item | Who |\n|---|---|\n| Order two lamps | Ben |\n| Actions of the port | Ana |\n"
    expect(readReport(`${front}1. Lamps\n\n${table}`, "x.md").agenda).toHaveLength(1)
  })
})
