import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const moderatorsOf = (head: string, said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\n1. Lamps\n\n${said}\n\n2. Other\n\nNone.\n`,
    "a.txt",
  ).moderators.map(({ value }) => value)
const PRESENT = "Present: Ana Lind, Ben Okoro, Cem Arslan"

describe("who led a meeting, told otherwise", () => {
  test.each([
    [PRESENT, "President Ana Lind called the teleconference meeting to order at 8:02 pm."],
    [PRESENT, "Ana called the regular meeting of the Harbour Council to order at 7 pm."],
    [PRESENT, "Ana calls meeting to order at 11.05am."],
    [PRESENT, "Our chair, Ana Lind, needed a good while to get through the roll."],
    ["Chair pro tem: Ana Lind\nPresent: Ben Okoro, Cem Arslan", "None."],
    [PRESENT, "Meeting called to order by President Ana Lind T4LWD at 19:02."],
    [PRESENT, "Ana opened the meeting and welcomed the guests."],
    [PRESENT, "The chairs (Ana) find that weekly calls are too much."],
    [PRESENT, "Ana Lind, who chaired the call, recalled that the lamps are out."],
    [
      "Present\n  • Ana Lind, Mill WG and chair\n  • Ben Okoro, Port\n  • Cem Arslan, Quay",
      "None.",
    ],
    ["Ana Lind led.\n\nPresent: Ben Okoro, Cem Arslan", "None."],
    ["The meeting was run by Ana Lind.\n\nPresent: Ben Okoro, Cem Arslan", "None."],
    ["Ana Lind facilitating, Ben Okoro scribing\n\nPresent: Cem Arslan", "None."],
    ["Chaired by Ana Lind, minuted by Ben Okoro\n\nPresent: Cem Arslan", "None."],
    ["Ana Lind was elected to chair the meeting.\n\nPresent: Ben Okoro, Cem Arslan", "None."],
    ["Ana Lind stood in as chair.\n\nPresent: Ben Okoro, Cem Arslan", "None."],
    ["Ana Lind as chair, Ben Okoro as scribe.\n\nPresent: Cem Arslan", "None."],
    ["Our chair for the evening was Ana Lind.\n\nPresent: Ben Okoro, Cem Arslan", "None."],
    ["In the absence of Chair Dov Weiss, Ana Lind chaired the meeting.", "None."],
    ["Dov Weiss being absent, Ana Lind took the chair.", "None."],
    ["Elected as chair of the meeting: Ana Lind\nPresent: Ben Okoro, Cem Arslan", "None."],
    ["Chair:- Ana Lind\nPresent:- Ben Okoro, Cem Arslan", "None."],
    [PRESENT, "The meeting was opened by Ana Lind."],
    ["Present\nAna Lind (Sensa) / HLG Chair, Port Area\nBen Okoro (Mill) / Port Area", "None."],
  ])("%j %j", (head, said) => {
    expect(moderatorsOf(head, said)).toEqual(["Ana Lind"])
  })

  test("one behind the other", () => {
    const said = "Ana Lind chaired until item 2, Ben Okoro from there on."
    expect(moderatorsOf(said, "None.")).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test("somebody called by initials behind a label", () => {
    expect(moderatorsOf("Present: Wren, HD, Ana Lind, Ben Okoro", "- Facilitator: HD")).toEqual([
      "HD",
    ])
  })

  test.each([
    // Where the meeting is, and who is thanked.
    "The Chair welcomed members to Ostrava and thanked Councillor Okoro.",
    // Whoever opened something else led nothing.
    "Ana opened the new quay.",
    "Ana Lind was elected chair of the Mill Trust.",
    "Ana Lind agreed to chair a working party on lamps.",
    "The quay was opened by Ana Lind.",
    "Ana calls members to order flags.",
    "Our chairs, Ana Lind said, are old.",
    // Where somebody is said to have chaired, who opened the meeting is not asked for.
    "Ana opened the discussion on lamps.",
  ])("%s", (said) => {
    expect(moderatorsOf(PRESENT, said)).toEqual([])
  })
})
