import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string) =>
  readReport(
    `# Quay Circle\n\nMinutes of the meeting of 3 March 2022, 14:00 UTC\n\n${head}\n\n## Lamps\n\nAna Lind reported on the lamps.\n\n## Fees\n\nNothing was raised.\n`,
    "a.md",
  )
const names = (head: string) => read(head).participants.map(({ name }) => name)
const away = (head: string) => read(head).regrets.map(({ name }) => name)
const THREE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("a list that goes on below its first line", () => {
  test.each([
    "On the line: Ana Lind (Port)\nBen Okoro (Town)\nCem Arslan (Mill)",
    "Members present:\nAna Lind (AL), member and chair;\nBen Okoro (BO), member; and\nCem Arslan (CA), the selectmen's ex officio member of the circle.",
    "TRUSTEES       Ana Lind\n               Ben Okoro\nCLERK          Cem Arslan",
    "Secretariat: Ben Okoro\n\nAttendees             Affiliation\nAna Lind              Port of Sol\nCem Arslan            Mill",
    "| Name | Office | Attendance |\n|---|---|---|\n| Ana Lind | Mayor | present |\n| Ben Okoro | Member | present |\n| Cem Arslan | Clerk | present |",
    "Roster\n------\nName              Registry        Office\nAna Lind          Reef            Chair\nBen Okoro         Skerry          Member\nCem Arslan        Atoll           Member",
    "- Chair for the evening: Ana Lind\n- Made it: Ana Lind, Ben Okoro, Cem Arslan",
    "Participants\n: Ana Lind\n: Ben Okoro\n: Cem Arslan",
    "At the table were the officers: Ana Lind, president; Ben Okoro, secretary; and Cem Arslan, curator.",
    "In the chair:  Ana Lind\nTaking notes:  Cem Arslan\nAlso there:    Ben Okoro, Ana Lind",
  ])("%s", (head) => {
    expect([...new Set(names(head))].sort()).toEqual(THREE)
  })

  test.each([
    // Whose work it was, a title, and what somebody says.
    "Present: Ana Lind, Ben Okoro, Cem Arslan\nFacilitated by Ben Okoro, notes by Ana Lind",
    "Taking part (station):\nAna Lind (Port)\nBen Okoro (Town)\nCem Arslan (Mill)\n\nAnnounced: rain gauges and spiders; sensors that run hot.\n\nAna Lind: My gauge has shown no rain for a month.",
  ])("but not: %s", (head) => {
    expect(names(head)).toEqual(THREE)
  })

  test("a column of those who were away, whatever the others are called", () => {
    const table =
      "| Present | | Absent with apologies |\n|---|---|---|\n| Ana Lind | Ben Okoro | Dora Weiss |\n| Cem Arslan | Eva Holt | Finn Oduya |"
    expect(away(table)).toEqual(["Dora Weiss", "Finn Oduya"])
  })

  test.each(["Sends regrets: DW (Dora Weiss)", "Apologies had come from Dora Weiss."])(
    "away: %s",
    (said) => {
      expect(away(`Present: Ana Lind, Ben Okoro\n\n${said}`)).toEqual(["Dora Weiss"])
    },
  )

  test("a bullet with a sentence behind its label is no list", () => {
    expect(names("- Venue: The hall of Ana Lind, Ben Okoro said, is cold.")).toEqual([])
  })
})
