import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string, said = "The lamps were counted.") =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\nThe group met in the hall.\n\n1. Lamps\n\n${said}\n\n2. Other\n\nNone.\n`,
    "a.txt",
  )
const moderatorsOf = (head: string, said?: string) =>
  read(head, said).moderators.map(({ value }) => value)
const PRESENT = "Present: Ana Lind, Ben Okoro, Cem Arslan"

describe("who led a meeting, told among those who came", () => {
  test.each([
    "We were three: Ana Lind, Ben Okoro and Cem Arslan. Ana Lind moderated, Ben Okoro wrote these notes.",
    "Delegates\n  Ana Lind       Ben Okoro\n  Cem Arslan     Dora Weiss\nConvenor: Ana Lind",
    "*Moderator* Ana Lind · *Note-taker* Ben Okoro\n\nPresent: Ana Lind, Ben Okoro",
    "Hosted by Ana Lind, who also led us through the evening.\n\nPresent: Ana Lind, Ben Okoro",
    "Present:\nAna Lind (Harbour Light Chair)\nBen Okoro (President)",
  ])("%s", (head) => {
    expect(moderatorsOf(head)).toEqual(["Ana Lind"])
  })

  test.each([
    // The chair of another body, and a word that is no office.
    ["Present:\nAna Lind (Lock Keepers Chair)\nBen Okoro (President)", ["Ben Okoro"]],
    ["*Boathouse* Ana Lind · *Slipway* Ben Okoro\n\nPresent: Ana Lind, Ben Okoro", []],
  ])("but not: %s", (head, expected) => {
    expect(moderatorsOf(head)).toEqual(expected)
  })

  test("an office in front of a list or behind it names nobody twice", () => {
    const members = "Members:\nAna Lind\nBen Okoro"
    const names = (head: string) => read(head).participants.map(({ name }) => name)
    expect(names(`Attendance\n\nChairperson: Hon. Ana Lind\n${members}`)).toEqual([
      "Ana Lind",
      "Ben Okoro",
    ])
  })
})

describe("who led a meeting, told of the meeting", () => {
  test.each([
    "President Ana Lind called Harbour Meeting 312 to order at 5:35 p.m.",
    "Ana Lind is the president and Ben Okoro is the secretary of the general meeting.",
    "The meeting was co-chaired by Ana Lind, who had come early.",
  ])("%s", (said) => {
    expect(moderatorsOf(PRESENT, said)).toEqual(["Ana Lind"])
  })

  test.each([
    "Ana Lind is the president of the rowing club.",
    "The workshop on lamps was chaired by Ana Lind.",
    "President: Ana Lind\n\nVice-President: Ben Okoro",
  ])("but not: %s", (said) => {
    expect(moderatorsOf(PRESENT, said)).toEqual([])
  })
})
