import { expect, test } from "vitest"
import { readReport } from "../report"
import { officesIn } from "./offices-held"

test.each([
  ["Archdeacon of Norrbay", "archdeacon"],
  ["Registrar and Secretary to Senate", "registrar"],
  ["Clerk and Responsible Officer to Sol Town Council", "clerk"],
  ["Governor (items 4-6)", "governor"],
  ["Secretary of the Commission", "secretary"],
])("what somebody is, %s, has the office %s", (role, office) => {
  expect(officesIn(role)).toContain(office)
})

test.each([
  ["Ministry of Wells", "ministry"],
  ["Assistant Registrar, minutes", "registrar"],
  ["Governor (items 4-6)", "governor (items 4-6)"],
])("%s holds no office called %s", (role, office) => {
  expect(officesIn(role)).not.toContain(office)
})

test("a task of the Registrar is of whoever holds that office among others", () => {
  const text = `Senate of Sol College

Minutes of the meeting of 3 March 2022

Present: Ana Lind (Chair), Ben Okoro (Dean)
In attendance: Mr Cem Arslan (Registrar and Secretary to Senate), Ms Dora Weiss (Assistant Registrar)

1. Lamps

Ana Lind reported on the lamps.

ACTION: The Registrar to write to the port by 4 April.
ACTION: The Assistant Registrar to count the lamps.
`
  expect(readReport(text, "senate.txt").actions.map(({ owners }) => owners)).toEqual([
    ["Cem Arslan"],
    ["Dora Weiss"],
  ])
})
