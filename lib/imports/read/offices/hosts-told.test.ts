import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const hostsOf = (said: string) =>
  readReport(
    `Harbour Light Group\n12 May 2022, 18:00 UTC\n\n${said}\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n1. Lamps\n\nBen showed the lamp.\n\n2. Fees\n\nNone.\n`,
    "a.txt",
  ).hosts.map(({ value }) => value)

describe("who hosted, as sentences tell it", () => {
  test.each([
    "Ana hosted (and baked).",
    "Ana Lind was our host.",
    "Thanks to Ana Lind, our host.",
    "Ana Lind had invited us to her house.",
    "with Ana Lind as host",
    "Our host today: Ana Lind (she lends the conference line)",
    "The meeting was hosted by Ana Lind of Quay Shire Council.",
  ])("%s", (said) => {
    expect(hostsOf(said)).toEqual(["Ana Lind"])
  })

  test.each([
    // Under whose roof they met alone says of nobody that they hosted.
    "We met in Ana Lind's kitchen.",
    "Held at St Columba's House.",
    "The meeting was hosted by Friends of the Port Library.",
    "Venue: Home of Culture",
    "Ana Lind hosted a party for the harbour master.",
  ])("but not: %s", (said) => {
    expect(hostsOf(said)).toEqual([])
  })
})

test("the meeting of a group was hosted, and a prayer was led by somebody else", () => {
  const read = (opening: string) =>
    readReport(
      `Harbour Advisory Group\n11 May 2021, 13:00 UTC\n\n1. ${opening}\n\n2. Mr Cem Arslan asked about the lamps.\n`,
      "report.txt",
    )
  const told = read(
    "The virtual meeting of the Harbour Advisory Group was hosted by Ms. Ana Lind and moderated by the Chair, Ms. Dora Weiss.",
  )
  expect(told.hosts.map(({ value }) => value)).toEqual(["Ana Lind"])
  const prayed = read(
    "The session was called to order at 2:15 p.m. by the Presiding Officer, Hon. Ana Lind, followed by the invocation led by Councillor Ben Okoro.",
  )
  expect(prayed.moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
})
