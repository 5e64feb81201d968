import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const awayOf = (above: string, below = "None.") =>
  readReport(
    `Harbour Light Group\n12 May 2022, 18:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n${above}\n\n1. Welcome\n\n${below}\n\n2. Fees\n\nBen showed the lamp.\n`,
    "a.txt",
  ).regrets.map(({ name }) => name)

describe("those of no list in a sentence about absence", () => {
  test.each([
    "Excuses had reached the harbour from Dov Weiss and Mrs Eve Marsh.",
    "Ben Okoro passed on the apologies of Dov Weiss and of Eve Marsh.",
    "Dov Weiss sends his apologies, he is at sea. So does Eve Marsh.",
    "Dov Weiss could not come. Neither could Eve Marsh.",
    "Dov Weiss had asked to be excused, and so had Ms Eve Marsh.",
    "Dov Weiss had written that his boat leaks, and Eve Marsh could not get away from work.",
    "Ana Lind took the chair (for Dov Weiss and Eve Marsh, who are on leave).",
    "Ben Okoro presided in the absence of the chair, Mr Dov Weiss. Ms Eve Marsh had been excused.",
  ])("%s", (said) => {
    expect(awayOf(said)).toEqual(["Dov Weiss", "Eve Marsh"])
  })

  test("on a line of its own below the list, and under the first item", () => {
    expect(awayOf("", "Ana Lind read out the regrets of Dov Weiss.")).toEqual(["Dov Weiss"])
    expect(
      readReport(
        "Harbour Light Group\n12 May 2022\n\nParticipants\n1. Ana Lind\n2. Ben Okoro\n3. Cem Arslan\nDov Weiss could not join and sent his marks.\n\nAgenda\n1. Lamps\n2. Fees\n",
        "a.txt",
      ).regrets.map(({ name }) => name),
    ).toEqual(["Dov Weiss"])
  })

  test.each([
    "Ana Lind could not find the lamp.",
    "The warden Dov Weiss passed on the apologies of nobody.",
    "Dov Weiss sent apologies that he would be ten minutes late.",
    "Dov Weiss opened the hall. It was very cold.",
    "Regrets for the next meeting: Dov Weiss.",
  ])("but not: %s", (said) => {
    expect(awayOf(said)).toEqual([])
  })

  test("nor whom an item speaks of", () => {
    expect(awayOf("", "The lamp of Dov Weiss could not be lit.")).toEqual([])
  })
})

describe("beside a list of those away", () => {
  const listed = "Apologies: Finn Holt\n\n"
  test.each([
    [
      "The lead of the group, Mr. Dov Weiss, was at sea and sent his apologies.",
      ["Finn Holt", "Dov Weiss"],
    ],
    // He is told of, and nothing says that he sent word.
    ["Dov Weiss was travelling.", ["Finn Holt"]],
  ])("%s", (said, away) => {
    expect(awayOf(listed + said)).toEqual(away)
  })

  test("below a long list, and the house that somebody is from is nobody", () => {
    const many = ["Ana Lind", "Ben Okoro", "Cem Arslan", "Eve Marsh", "Finn Holt", "Gus Pike"]
    const list = many.map((name, index) => `${index + 1}. ${name}, Quay Council`).join("\n")
    const told =
      "The delegate of the Polar Seed Institute, Dr. Dov Weiss, was unable to attend and gave his proxy."
    const { regrets } = readReport(
      `HARBOUR BODY\nCOUNCIL\nXIVth meeting\n4 June 2019, Quay\n\nChair: Ana Lind\nHost: Ben Okoro\n\nDelegates:\n${list}\n\n${told}\n\n1. Welcome\n\nNone.\n`,
      "a.txt",
    )
    expect(regrets.map(({ name }) => name)).toEqual(["Dov Weiss"])
  })
})
