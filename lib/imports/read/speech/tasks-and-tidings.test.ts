import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (said: string, head = "Chair: Cem Arslan") =>
  readReport(
    `Harbour Light Group\n12 May 2022\n\n${head}\nPresent: Ana Lind, Ben Okoro, Cem Arslan, Mdm Goh Siew Ling\n\n1. Lamps\n\n${said}\n\n2. Fees\n\nNone.\n`,
    "a.txt",
  )
const speakers = (said: string) => read(said).mentions.map(({ name }) => name)

describe("what somebody brings to the others", () => {
  test.each([
    "Ana has three offers from the lamp makers.",
    "Ana had the impression that the lamps do not last.",
    "Ana has the notes on the lamps nearly ready.",
    "Ana counted: eleven lamps, two of them broken.",
    "Ana on the contrary said that the lamps last.",
  ])("%s", (said) => {
    expect(speakers(said)).toEqual(["Ana Lind"])
  })

  test.each(["Ana has an old lamp.", "Ana had the task of the lamps.", "Ana has two tasks."])(
    "but not: %s",
    (said) => {
      expect(speakers(said)).toEqual([])
    },
  )

  test("under a title that stands in front of a family name", () => {
    expect(speakers("Mdm Goh reported that the lamps last.")).toEqual(["Goh Siew Ling"])
  })
})

test("whoever stands in front of a task with its day says nothing by it", () => {
  const report = read(
    "The lamps were counted.\n\n- Ben Okoro: put up a lamp in the port (1 June 2022)\n\nAna asked what a lamp costs.",
  )
  expect(report.actions.map(({ owners }) => owners)).toEqual([["Ben Okoro"]])
  expect(report.mentions.map(({ name }) => name)).toEqual(["Ana Lind"])
})

test.each([
  ["Meeting run by: Ana Lind", "moderators"],
  ["Hosting the room: Ana Lind", "hosts"],
  ["Ana Lind led us through the evening.", "moderators"],
  ["1.1 The meeting was presided over by Ana Lind.", "moderators"],
  ["The call was chaired by Ben Okoro. Ana Lind hosted it on her account.", "hosts"],
] as const)("who led or hosted: %s", (head, office) => {
  expect(read("None.", head)[office].map(({ value }) => value)).toEqual(["Ana Lind"])
})

test("an absent chair leads nothing", () => {
  const { moderators } = read(
    "None.",
    "Ana Lind took the chair, since the chair, Eve Marsh, had sent word that she was at sea.",
  )
  expect(moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
})
