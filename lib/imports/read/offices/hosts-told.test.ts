import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const hostsOf = (said: string) =>
  readReport(
    `Harbour Light Group\n12 May 2022, 18:00 UTC\n\n${said}\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n1. Lamps\n\nBen showed the lamp.\n\n2. Fees\n\nNone.\n`,
    "a.txt",
  ).hosts.map(({ value }) => value)

describe("who hosted, as sentences tell it", () => {
  test.each([
    "We met at the home of Ana Lind.",
    "Met in Ana Lind's kitchen.",
    "We met at Ana's.",
    "Place: at Ana Lind's",
    "Location: Home of Ana Lind",
    "Ana hosted (and baked).",
    "Ana Lind was our host.",
    "Thanks to Ana Lind, our host.",
    "Ana Lind had invited us to her house.",
    "with Ana Lind as host",
  ])("%s", (said) => {
    expect(hostsOf(said)).toEqual(["Ana Lind"])
  })

  test.each([
    // A house may bear any name, and a body may be a guest.
    "We met at Dov's.",
    "Held at St Columba's House.",
    "Venue: Home of Culture",
    "Ana Lind hosted a party for the harbour master.",
  ])("but not: %s", (said) => {
    expect(hostsOf(said)).toEqual([])
  })
})
