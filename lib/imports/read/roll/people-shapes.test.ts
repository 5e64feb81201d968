import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const title = "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n"
const item = "\n\n1. Lamps\n\nThe lamps were counted, and two of them were out.\n"
const listsOf = (list: string) => {
  const { participants, regrets } = readReport(title + list + item, "list.txt")
  return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
}

describe("more shapes of a list of people", () => {
  test("a roll call without a head", () => {
    const roll =
      "Roll call:\nPresident        Ana Lind       present\nDepot North      Ben Okoro      present\nDepot South      Cem Arslan     excused\nTreasurer        Dora Weiss     present"
    expect(listsOf(roll)).toEqual([["Ana Lind", "Ben Okoro", "Dora Weiss"], ["Cem Arslan"]])
  })

  test("places in front of several people", () => {
    const list =
      "Delegates\n\nAldovia      Ana Lind, Ben Okoro\nBelmora      Cem Arslan\nZeila        Dora Weiss"
    expect(listsOf(list)[0]).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan", "Dora Weiss"])
  })

  test("what stands in a column behind a name is where somebody belongs", () => {
    const list =
      "PRESENT\n\n  Ana Lind           Chair\n  Ben Okoro          Bar Association\n  Cem Arslan         Child and Family Clinic"
    expect(listsOf(list)[0]).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan"])
  })

  test("groups set out, whatever they are called", () => {
    const list =
      "Present\n\n  Port Authority\n      Ana Lind\n      Ben Okoro\n  Port Health\n      Cem Arslan\n  Border Police\n      Dora Weiss"
    expect(listsOf(list)[0]).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan", "Dora Weiss"])
  })

  test("a table whose column says who was present", () => {
    const list =
      "## Attendees\n\n| Present | Organisation |\n|---|---|\n| Ana Lind | Port |\n| Ben Okoro | Mill |"
    expect(listsOf(list)[0]).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test("a table with a column for the room and one for the line", () => {
    const list =
      "## Participants\n\n| Partner | In the room | Online |\n|---|---|---|\n| Port | Ana Lind, Ben Okoro | |\n| Mill | Cem Arslan | Dora Weiss |"
    expect(new Set(listsOf(list)[0])).toEqual(
      new Set(["Ana Lind", "Ben Okoro", "Cem Arslan", "Dora Weiss"]),
    )
  })

  test("names told with their offices between semicolons", () => {
    const told =
      "Members present were Bishop Ana Lind; Msgr. Ben Okoro, Vicar General; and Fr. Cem Arslan. Fr. Dora Weiss and Fr. Eva Blum were excused."
    expect(listsOf(told)).toEqual([
      ["Ana Lind", "Ben Okoro", "Cem Arslan"],
      ["Dora Weiss", "Eva Blum"],
    ])
  })

  test("a member who sent apologies was not there", () => {
    expect(listsOf("Members: Ana Lind, Ben Okoro, Cem Arslan\nApologies: Ben Okoro")).toEqual([
      ["Ana Lind", "Cem Arslan"],
      ["Ben Okoro"],
    ])
  })
})
