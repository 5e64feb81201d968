import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const tasksOf = (said: string) =>
  readReport(
    `Harbour Light Group\nMinutes of the 5th meeting, 12 May 2022, 18:00 UTC\n\nPresent: Ana Lind (AL), Ben Okoro (BO), Cem Arslan (CA)\n\n1. Lamps\n\nThe lamps were discussed. ${said}\n`,
    "a.txt",
  ).actions.map(({ text, owners, due }) => ({ text, owners, due }))

describe("a label without its colon, behind what is to be done", () => {
  const text = "A list of lamps is to be sent to the port."
  test.each([
    "Action AL.",
    "ACTION AL",
    "(Action by Ana)",
    "ACTIONED BY AL",
    "(AL to action)",
    "Action owner: Ana Lind",
  ])("%s", (label) => {
    expect(tasksOf(`${text} ${label}`)).toEqual([{ text, owners: ["Ana Lind"], due: null }])
  })

  test("with a day, and two people", () => {
    expect(tasksOf(`${text} ACTION BO/CA by 3 June`)).toEqual([
      { text, owners: ["Ben Okoro", "Cem Arslan"], due: "2022-06-03" },
    ])
  })

  test.each(["– Action AL", "ACTION: AL"])("at the end of the sentence itself: %s", (label) => {
    const said = "A list of lamps is to be sent to the port"
    expect(tasksOf(`${said} ${label}`)).toEqual([{ text: said, owners: ["Ana Lind"], due: null }])
  })

  test.each(["Action is needed.", "Action Group members agreed.", "Ana saw no action."])(
    "none: %s",
    (said) => {
      expect(tasksOf(`The quay is dark. ${said}`)).toEqual([])
    },
  )
})
