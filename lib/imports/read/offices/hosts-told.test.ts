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
    "Hosted by Ana Lind at the Computing Laboratory, Quay Mawr",
    "Our host at the Hall, Bro. Ana Lind, showed us the doors.",
  ])("%s", (said) => {
    expect(hostsOf(said)).toEqual(["Ana Lind"])
  })

  test.each([
    // Under whose roof they met alone says of nobody that they hosted.
    "We met in Ana Lind's kitchen.",
    "Held at St Columba's House.",
    "The meeting was hosted by Friends of the Port Library.",
    "Venue: Home of Culture",
    "Hosted by the Archive, Mill Street; chaired by Ben Okoro",
    "Ana Lind hosted a party for the harbour master.",
    "Ana Lind asked who hosted the meeting.",
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

test("told below those who came, beside who led it and with an initial", () => {
  const text =
    "Harbour Light Group\n12 May 2022, 18:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\nHost this evening was Ana Lind, who had made soup.\n\n1. Opening\n\nB. Okoro called the meeting to order.\n\n2. Fees\n\nNone.\n"
  const { hosts, moderators } = readReport(text, "a.txt")
  expect(hosts.map(({ value }) => value)).toEqual(["Ana Lind"])
  expect(moderators.map(({ value }) => value)).toEqual(["Ben Okoro"])
  const both = readReport(
    text.replace(/Host this.*/, "Cem Arslan hosted the call and Ana Lind facilitated it."),
    "a.txt",
  )
  expect(both.hosts.map(({ value }) => value)).toEqual(["Cem Arslan"])
  expect(both.moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
})
