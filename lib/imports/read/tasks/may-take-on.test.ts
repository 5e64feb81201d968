import { expect, test } from "vitest"
import { mayTakeOn } from "./may-take-on"

test.each([
  "Ana will write the letter.",
  "Ana to write the letter.",
  "Ben was charged with drafting the letter.",
  "The letter was left with Ben.",
  "Cem’ll see the mayor about the quay.",
  "Ana escribe la carta antes del viernes.",
  "Cem hat die Liste übernommen.",
])("somebody may take something on: %s", (sentence) => {
  expect(mayTakeOn(sentence)).toBe(true)
})

test.each([
  "The table was shown to those who had measured the tides.",
  "Ana thanked the crew, and nobody spoke against the plan.",
])("nobody can: %s", (sentence) => {
  expect(mayTakeOn(sentence)).toBe(false)
})
