import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const ownersOf = (said: string) =>
  readReport(
    `Harbour Light Group\nMinutes of the 5th meeting, 12 May 2022, 18:00 UTC\n\nPresent: Ana Lind (Chair), Ben Okoro (Treasurer), Cem Arslan (Secretary), Dov Weiss\n\n1. Slides\n\n${said}\n`,
    "a.txt",
  ).actions.map(({ owners }) => owners)

describe("whose a task is where offices and people stand side by side", () => {
  test.each<[string, string[]]>([
    ["The Chair and the Treasurer will meet the mayor on 2 June.", ["Ana Lind", "Ben Okoro"]],
    ["Dov and the Secretary will meet the mayor.", ["Dov Weiss", "Cem Arslan"]],
    ["The Treasurer, Ben Okoro, will write to the bank.", ["Ben Okoro"]],
    ["Our secretary, Cem, agreed to send the list.", ["Cem Arslan"]],
    ["The Chair (Ana Lind) will write to the bank.", ["Ana Lind"]],
    ["Dov will, together with Ben, prepare the stand.", ["Dov Weiss", "Ben Okoro"]],
    // When it was, and nobody.
    ["As agreed in April, Dov will mind the stall.", ["Dov Weiss"]],
  ])("%s", (said, owners) => {
    expect(ownersOf(said)).toEqual([owners])
  })

  test("what somebody is asked not to do is no task", () => {
    expect(ownersOf("The Chair asked the committee not to talk about it.")).toEqual([])
  })
})

describe("an office that a report itself gives to somebody", () => {
  const ownersIn = (present: string, said: string) =>
    readReport(
      `Harbour Light Group\nMinutes, 12 May 2022, 18:00 UTC\n\n${present}\n\n1. Lamps\n\n${said}\n`,
      "a.txt",
    ).actions.map(({ owners }) => owners)

  test("in large letters in front of a courtesy and the name", () => {
    const present = "There were present Mrs Ana Lind, Mr Cem Arslan, and the Sexton, Mr Ben Okoro."
    expect(ownersIn(present, "The Sexton will write to the plumber by the 20th of May.")).toEqual([
      ["Ben Okoro"],
    ])
  })

  test("but no house that somebody is from", () => {
    const present =
      "There were present Mrs Ana Lind, Mr Cem Arslan, and from the Lighthouse, Mr Ben Okoro."
    expect(ownersIn(present, "The Lighthouse will write to the plumber.")).not.toEqual([
      ["Ben Okoro"],
    ])
  })

  test("by its last word in front of the family name", () => {
    const present =
      "PRESENT: Ana Lind, Mayor; Cem Arslan, Council Member\n\nALSO PRESENT: Ben Okoro, Township Planner"
    expect(ownersIn(present, "Planner Okoro will add a map before the next meeting.")).toEqual([
      ["Ben Okoro"],
    ])
  })
})

test('an office behind "and" is that of the next one', () => {
  const { actions } = readReport(
    "Harbour Light Group\nMinutes, 12 May 2022, 18:00 UTC\n\nThere were present Mrs Ana Lind, Mr Cem Arslan, and the Clerk, Mr Ben Okoro.\n\n1. Lamps\n\nThe Clerk will write to the plumber by 20 May.\n",
    "a.txt",
  )
  expect(actions.map(({ owners }) => owners)).toEqual([["Ben Okoro"]])
})
