import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const awayOf = (said: string) =>
  readReport(
    `Harbour Light Group\n12 May 2022, 18:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n${said}\n\n1. Lamps\n\nBen showed the lamp.\n\n2. Fees\n\nNone.\n`,
    "a.txt",
  ).regrets.map(({ name }) => name)

describe("who was away, as sentences tell it", () => {
  test.each([
    "Dov Weiss and Eve Marsh were unavailable.",
    "Dov Weiss and Eve Marsh had apologised for their absence.",
    "Dov Weiss and Eve Marsh can't make it today.",
    "Dov Weiss and Eve Marsh had excused themselves.",
    "Dov Weiss and Eve Marsh did not attend.",
    "Dov Weiss and Eve Marsh were not present.",
    "Dov Weiss and Eve Marsh are on holiday.",
    "Dov Weiss and Eve Marsh begged to be excused.",
    "Dov Weiss and Eve Marsh send greetings and regrets.",
    "Dov Weiss and Eve Marsh missed the call.",
    "Dov Weiss and Eve Marsh let us know that they cannot come.",
    "We missed Dov Weiss and Eve Marsh.",
    "Commissioners Dov Weiss and Eve Marsh were absent.",
    "All members were present except Dov Weiss and Eve Marsh.",
    "Absent from the meeting were Dov Weiss and Eve Marsh.",
    "Regrets were expressed by Dov Weiss and Eve Marsh.",
    "Apologies:- Dov Weiss and Eve Marsh.",
    "Absence: Dov Weiss, Eve Marsh",
  ])("%s", (said) => {
    expect(awayOf(said)).toEqual(["Dov Weiss", "Eve Marsh"])
  })

  test.each([
    "Dov Weiss apologised for the noise of the pump.",
    "Dov Weiss did not attend the course in Aalvik.",
    "Dov Weiss is on holiday from 1 June.",
    "Dov Weiss noted that he was missing from the list of members.",
    "Dov Weiss felt that the private lamps were missing.",
    "Dov Weiss was not present when the vote was taken.",
  ])("but not: %s", (said) => {
    expect(awayOf(said)).toEqual([])
  })
})
