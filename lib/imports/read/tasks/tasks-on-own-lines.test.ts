import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const minutesWith = (said: string) => `Harbour Light Group
Meeting 12, 3 March 2022

Present: Ana Lind (chair), Ben Okoro, Cem Arslan, Bro. Dan Weiss

1. Lamps

The lamp on the north pier has been dark since the storm.

${said}

2. Any other business

Nothing was raised.
`
const tasksOf = (said: string) =>
  readReport(minutesWith(said), "own-lines.txt").actions.map(
    ({ owners, text }) => `${owners.join(" + ")}: ${text}`,
  )

describe("what a meeting lays on somebody in so many words", () => {
  test.each([
    ["It was assigned to Ben to weigh the lamps.", "Ben Okoro"],
    ["It fell to Cem to tell the port.", "Cem Arslan"],
    ["It was agreed that Bro. Weiss should take the money to her.", "Dan Weiss"],
  ])("%s", (said, owner) => expect(tasksOf(said)).toEqual([`${owner}: ${said}`]))

  test.each([
    "It was assigned to Ben in 2019.",
    "It was agreed that Bro. Weiss should be thanked.",
    "It was agreed that the lamp should stay where it is.",
    "It was agreed that Ben should not use the crane at night.",
  ])("not: %s", (said) => expect(tasksOf(said)).toEqual([]))
})

describe("lines of their own that say what people do", () => {
  test("are tasks where one of them says by when", () => {
    const said =
      "Ben checks the bill of the port by 10 March.\n\nCem negotiates the price of the lamp."
    expect(tasksOf(said)).toEqual([
      "Ben Okoro: Ben checks the bill of the port by 10 March.",
      "Cem Arslan: Cem negotiates the price of the lamp.",
    ])
  })

  test("tell what is so where none does", () => {
    expect(tasksOf("Ben checks the bill of the port.\n\nCem negotiates the price.")).toEqual([])
    const past = "Ben and Cem were elected on 10 March.\n\nAna and Ben met the port by 1 March."
    expect(tasksOf(past)).toEqual([])
  })
})

test("whose a line is stands behind it in square brackets", () => {
  expect(
    tasksOf("Mend the lamp on the pier [Ben]\n\nEncode the two streams [Cem, 28 March]"),
  ).toEqual(["Ben Okoro: Mend the lamp on the pier", "Cem Arslan: Encode the two streams"])
  expect(tasksOf("The lamp on the pier was seen by somebody [Ben]")).toEqual([])
})

test("whose a line is stands above it", () => {
  expect(tasksOf("Action: B. Okoro\n\nOrder ten brushes")).toEqual(["Ben Okoro: Order ten brushes"])
})

test("agreed actions are a list by what it is called", () => {
  const said = "Agreed actions\n\n- Ben: price for the lamp\n- Cem: one page for the port"
  expect(tasksOf(said)).toHaveLength(2)
})
