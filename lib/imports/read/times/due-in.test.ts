import { expect, test } from "vitest"
import { dueIn } from "./due-in"

const days = { meeting: "2023-04-20", next: "2023-05-18" }

test.each([
  ["write to the town by the end of next week", "2023-04-28"],
  ["write to the town by the end of next month", "2023-05-31"],
  ["write to the town a week from today", "2023-04-27"],
  ["write to the town by Monday week", "2023-05-01"],
  ["write to the town / 3 May", "2023-05-03"],
  ["write to the town → 3 May", "2023-05-03"],
  ["write to the town: 3 May 2023 at noon", "2023-05-03"],
  ["write to the town. When? 3 May.", "2023-05-03"],
  ["write to the town by 30. 11. 2023", "2023-11-30"],
  ["find a crew for 1 and 15 July (20 June)", "2023-06-20"],
  ["book the hall on 3 June (Ben, 12 May)", "2023-05-12"],
  ["write the letter in two versions, long and short (5 May)", "2023-05-05"],
  ["Draft a notice on the codes      15.05.2023", "2023-05-15"],
])("%s", (text, due) => {
  expect(dueIn(text, days)).toBe(due)
})

test.each([
  "write to the town about the fair of 3 May",
  "compare the rooms 3/5 and 4/5",
  "ask: is the hall free",
  "write again, as a year ago today",
  "compare it with the list (as of 3 May)",
  "bring the rules into form by the end of the week after next",
])("no day: %s", (text) => {
  expect(dueIn(text, days)).toBeNull()
})
