import { expect, test } from "vitest"
import { readReport } from "../report"

const read = (...rows: string[]) =>
  readReport(
    `# Pier Forum, 3 March 2022\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n## The evening, point by point\n\n${rows.join("\n")}\n`,
    "pier.md",
  )
const titlesIn = (...rows: string[]) => read(...rows).agenda.map(({ title }) => title)

test("a table of minutes is told by the look of its columns, whatever its head says", () => {
  const { agenda, decisions, actions } = read(
    "| Point | Who said what | What we settled | Who does it |",
    "|---|---|---|---|",
    "| **Lamps** | Ben reported that two lamps are broken and a third is weak. | Two lamps are bought. | Ben: order two lamps |",
    "| **Pier** | Ana asked whether the planks hold until the summer feast. Cem thought so. | – | – |",
    "| **Ferry** | Put off to the next evening. | – | – |",
  )
  expect(agenda.map(({ title, coverage }) => [title, coverage])).toEqual([
    ["Lamps", "discussed"],
    ["Pier", "discussed"],
    ["Ferry", "not-reached"],
  ])
  expect(decisions.map(({ text }) => text)).toEqual(["Two lamps are bought."])
  expect(actions.map(({ owners }) => owners)).toEqual([["Ben Okoro"]])
})

test.each([
  [
    "tasks",
    [
      "| Task | Owner | Due |",
      "|---|---|---|",
      "| Order two lamps of the kind that we had before the storm | Ben Okoro | 20 March |",
      "| Ask whether the planks hold until the summer feast | Ana Lind | 1 April |",
      "| Paint the shed in the colour that was agreed | Cem Arslan | 2 May |",
    ],
  ],
  [
    "people",
    [
      "| Name | About them |",
      "|---|---|",
      "| Ana Lind | Has kept the light for eleven years. She lives beside it with two dogs. |",
      "| Ben Okoro | Came to the harbour as a pilot. He mends nets in the winter. |",
      "| Cem Arslan | Runs the ferry with his brother. They have never been late. |",
    ],
  ],
])("but none of %s", (_, rows) => {
  const titles = titlesIn(...rows)
  for (const each of ["Ana Lind", "Order two lamps of the kind that we had before the storm"])
    expect(titles).not.toContain(each)
})
