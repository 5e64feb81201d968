import { describe, expect, test } from "vitest"
import { foundIn, putRight } from "./cases/found"

/** The sound report is of Thursday 5 May 2022. */
describe("dates that hang on the day of the meeting", () => {
  test.each([
    ["The offers came yesterday.", "The offers came on 4 May 2022."],
    ["There will be a call next week.", "There will be a call in the week of 9 May 2022."],
    ["The pier was closed last week.", "The pier was closed in the week of 25 April 2022."],
    ["It moved to next month.", "It moved to June 2022."],
    ["They have drifted since last November.", "They have drifted since November 2021."],
    ["Last March they were read.", "In March 2022 they were read."],
    ["They will be read next May.", "They will be read in May 2023."],
    ["The pilots meet next Monday.", "The pilots meet on Monday 9 May 2022."],
    ["The pilots met last Friday.", "The pilots met on Friday 29 April 2022."],
    ["The pilots meet this Saturday.", "The pilots meet on Saturday 7 May 2022."],
    ["Comments are open till June 10th.", "Comments are open till June 10th, 2022."],
    ["The survey is extended to March 31st.", "The survey is extended to March 31st, 2023."],
    ["The fair took place on 30 December.", "The fair took place on 30 December 2021."],
    ["The dates are 30 May - 2 June.", "The dates are 30 May - 2 June 2022."],
    [
      "The fair will be on the 8th of July, and so on.",
      "The fair will be on the 8th of July 2022, and so on.",
    ],
  ])("%s", (text, right) => {
    expect(putRight("relative-date", text)).toBe(right)
  })

  test.each([
    "The pilots meet next Friday.",
    "The pilots met last Monday.",
    "Lin read last week’s figures.",
    "The charter names 12 November as its day.",
  ])("may be meant in two ways and is left to a person: %s", (text) => {
    expect(foundIn("relative-date", text).map(({ replacement }) => replacement)).toEqual([
      undefined,
    ])
  })

  test.each([
    "The dates are 30 May – 2 June 2022.",
    "The calls of 3 June and 5 June 2022 are public.",
    "The gauges were read recently, this year and last year.",
    "Of what comes next may be spoken, and at last it was.",
    "The survey of last March 2021 is public.",
    "The paper Tides of Tomorrow was read, and so was Last Friday.",
    "The gauges were read in May 2022 and on 2022-04-03.",
    "The pilots met 10 times, and 3 may come.",
  ])("stands for itself: %s", (text) => {
    expect(foundIn("relative-date", text)).toEqual([])
  })
})
