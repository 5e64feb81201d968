import { expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

test("a list of tasks that counts like the items is not their agenda", () => {
  const text = `1. Lamps

Ben reported that two of the five lamps are on again.

2. Pier

Ana said that the diver found a rotten pile.

3. Fees

Nothing new to report.

4. Lessons from the storm

This item was not reached.

Action points

  1. Call the lamp maker - Ben Okoro - 23 March 2022
  2. Send the diver the drawing of the pier - Ana Lind - 25 March 2022
  3. Draft a letter - Cem Arslan
`
  expect(itemsOf(text)).toEqual([
    "Lamps: discussed",
    "Pier: discussed",
    "Fees: no-update",
    "Lessons from the storm: not-reached",
  ])
})
