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
    "Those who sent their excuses were Dov Weiss (on leave) and Eve Marsh.",
    "As Dov Weiss and Eve Marsh were unable to take part, the lamp was shown by Ben Okoro.",
    "Dov Weiss and Eve Marsh had written in advance to excuse themselves.",
    "The clerk passed on the apologies of Dov Weiss and Eve Marsh.",
    "Apologies came from Dov Weiss, and from Eve Marsh, for whom Ben Okoro sat in.",
    "Apologies were tendered on behalf of Dov Weiss and Eve Marsh by Ben Okoro.",
    "With the exception of Dov Weiss and Eve Marsh the full group met in the tower.",
    "Everybody came but Dov Weiss and Eve Marsh, whose boat was late.",
    "Ben Okoro stood in for Dov Weiss and Eve Marsh.",
    "Dov Weiss – apologies. Eve Marsh – apologies. Cem Arslan – in good time.",
    "Dov Weiss: regrets due to travel; Eve Marsh: regrets (school).",
    "Off today: Dov Weiss, Eve Marsh",
    "OOO: Dov Weiss, Eve Marsh",
    "Could not connect owing to the storm in the east of the bay: Dov Weiss, Eve Marsh.",
    "Apols. – Dov Weiss (hol.), Eve Marsh (unwell); rest here",
    "Regrets+ Dov Weiss, Eve Marsh",
    "Verhindert waren Dov Weiss und Eve Marsh; für sie nahm Ben Okoro teil.",
    "S’étaient fait excuser Dov Weiss et Eve Marsh.",
    "Se excusó la inasistencia de Dov Weiss y de Eve Marsh por motivos de salud.",
    "Faltaram: Dov Weiss e Eve Marsh.",
    "Apologies: Dov Weiss. Substitute: Fay Brook. Apologies: Eve Marsh.",
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
    "Dov Weiss sent apologies that he would be ten minutes late.",
    "Dov Weiss was absent for the first few minutes.",
    "All but Dov Weiss voted in favour.",
    "Nobody was there but Dov Weiss.",
    "As Dov Weiss could not connect, this item was put off.",
    "Regrets for the next meeting (3 June): Dov Weiss.",
    "Regrets for 3 June: Dov Weiss.",
    "Ausente sin excusa: Dov Weiss.",
  ])("but not: %s", (said) => {
    expect(awayOf(said)).toEqual([])
  })
})

test("a label that leaves somebody out of all who came", () => {
  const { regrets, participants } = readReport(
    "Harbour Light Group\n12 May 2022, 18:00 UTC\n\nAttending: everybody but Dov Weiss.\n\n1. Lamps\n\nBen showed the lamp.\n\n2. Fees\n\nNone.\n",
    "a.txt",
  )
  expect([regrets.map(({ name }) => name), participants]).toEqual([["Dov Weiss"], []])
})

describe("who sat for whom, and who was there", () => {
  const listsOf = (said: string) => {
    const { participants, regrets } = readReport(
      `Harbour Light Group\n12 May 2022, 18:00 UTC\n\n${said}\n\n1. Welcome\n\nNone.\n\n2. Fees\n\nNone.\n`,
      "a.txt",
    )
    return [participants, regrets].map((list) => list.map(({ name }) => name).sort())
  }
  const HERE = ["Ana Lind", "Ben Okoro", "Cem Arslan", "Eve Marsh"]
  test.each([
    [
      "In the absence of Dov Weiss, Ana Lind took over the chair. Present besides her were Ben Okoro (Dock), Cem Arslan and, taking the minutes, Eve Marsh.",
      HERE,
      ["Dov Weiss"],
    ],
    [
      "Ana Lind presided. Also there were Ben Okoro (treasurer), Ms. Cem Arslan (secretary) and, as a guest, Mrs. Eve Marsh of the Quay Museum.",
      HERE,
      [],
    ],
    [
      "Attendance\nCouncillors Ana Lind (President) and Ben Okoro attended. The secretariat was represented by Cem Arslan and Eve Marsh. Councillor Finn Holt sent his apologies.",
      HERE,
      ["Finn Holt"],
    ],
    [
      "There: Ana Lind (chair), Ben Okoro, Cem Arslan, and our musical director Eve Marsh for the first half hour.\nNot there: Dov Weiss.",
      HERE,
      ["Dov Weiss"],
    ],
    [
      "| Chair | Ana Lind |\n| Members present | Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh |\n| Excused | Dov Weiss (holiday; substitute: Cem Arslan), Finn Holt (training course) |",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "| Member | Sits for | |\n|---|---|---|\n| Ana Lind | Donors | present |\n| Ben Okoro | Donors | present |\n| Cem Arslan | Islands | present |\n| Eve Marsh | Islands | present |\n| Dov Weiss | Banks | excused (ill) |",
      HERE,
      ["Dov Weiss"],
    ],
    [
      "Attended:\nAna Lind\nBen Okoro\nCem Arslan\nEve Marsh\n\nLeave of absence requested by and granted to: Dov Weiss, Ward Member",
      HERE,
      ["Dov Weiss"],
    ],
    [
      "Participants: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\n\nMs. Dov Weiss and Mr. Finn Holt apologised for being unable to attend.",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\n\nWe met without Dov Weiss and Finn Holt.",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\nWithout: Dov Weiss, Finn Holt",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\n\nNeither Dov Weiss nor Finn Holt was able to attend.",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\n\nNot with us tonight were Dov Weiss and Finn Holt.",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\n\nDov Weiss and Finn Holt begged off.",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\nApologies Dov Weiss, Finn Holt",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh, with apologies from Dov Weiss and Finn Holt",
      HERE,
      ["Dov Weiss", "Finn Holt"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan, Eve Marsh\n\nThe Circle managed without the old lamps.",
      HERE,
      [],
    ],
  ])("%j", (said, here, away) => {
    expect(listsOf(said)).toEqual([here, away])
  })
})
