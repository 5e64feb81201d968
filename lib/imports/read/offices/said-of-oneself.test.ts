import { expect, test } from "vitest"
import { readReport } from "../report"

const log = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nCem: nothing from me.\n`,
    "log.txt",
  ).moderators.map(({ value }) => value)

test.each([
  ">> ANA LIND: Good evening. I am Ana Lind and I will moderate this session.",
  "<ana> evening all. i have the chair tonight",
  "Ana: I'm chairing today because Ben lost his voice.",
  "<v Ana Lind>My name is Ana and I chair today.",
])("who says that the chair is theirs: %s", (said) => {
  expect(log(`${said}\n\nBen: the lamps are dim.`)).toEqual(["Ana Lind"])
})

test.each(["Ana: I have the chairs from the hall.", "Ben: I would like Ana to chair next time."])(
  "nobody: %s",
  (said) => {
    expect(log(`${said}\n\nBen: the lamps are dim.`)).toEqual([])
  },
)
