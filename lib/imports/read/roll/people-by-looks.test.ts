import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const title = "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n"
const item = "\n\n1. Lamps\n\nThe lamps were counted, and two of them were out.\n"
const readOf = (text: string) => {
  const { participants, regrets } = readReport(text, "list.txt")
  return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
}
const hereOf = (list: string) => readOf(title + list + item)[0]
const HERE = ["Ana Lind", "Ben Okoro", "Cem Arslan", "Dora Weiss"]

describe("lists told by the look of the names", () => {
  test.each([
    "Board Members\n- Ana Lind, Ben Okoro, Cem Arslan\n\nGuests\nDora Weiss, Eva Rask\n",
    "Ana Lind (AL), Ben Okoro (BO), Cem Arslan (CA), Dora Weiss (DW), Eva Rask (ER)",
    "* Attendees\n    * Ana Lind\n    * Ben Okoro (Port)\n    * Cem Arslan\n    * Dora Weiss\n    * Eva Rask",
    "Present: Ana Lind, Ben Okoro\nStaff: Cem Arslan\nPort Representatives: Dora Weiss\nTown Councillors: Eva Rask",
    "Present: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\nAdvisor: Eva Rask",
    "Ana Lind, Chair: x\nBen Okoro: x\nCem Arslan: x\nDora Weiss: x\nEva Rask: x",
    "Present that evening were the rector, Ana Lind; senior warden, Ben Okoro; members Cem Arslan and Dora Weiss; and the clerk, Eva Rask.",
    "Roll call attendance - Trustee and Secretary Ana Lind, Trustee Ben Okoro, Trustee and Chair Cem Arslan, Trustee Dora Weiss, Library Director Eva Rask",
  ])("%j", (list) => {
    expect(hereOf(list)).toEqual([...HERE, "Eva Rask"])
  })

  test.each([
    ["Present: brimstone, dkoller, hpark (late), tove", ["brimstone", "dkoller", "hpark", "tove"]],
    ["Attendees: @marisol @peder.l @tin-roof", ["marisol", "peder.l", "tin-roof"]],
    ["Present: Wren, HD, Ana Lind, Ben Okoro, nao", ["Wren", "HD", "Ana Lind", "Ben Okoro", "nao"]],
    [
      "## Present\n * Ana Lind\n * Ben Okoro\n * tamsin\n * Cem Arslan",
      ["Ana Lind", "Ben Okoro", "tamsin", "Cem Arslan"],
    ],
    ["Present were Ana, Ben, Cem and Dora.", ["Ana", "Ben", "Cem", "Dora"]],
    ["Present: Boone, Castillo, Dietz\nLate: Gibbs", ["Boone", "Castillo", "Dietz", "Gibbs"]],
  ])("people of one word: %j", (list, people) => {
    expect(hereOf(list)).toEqual(people)
  })

  test.each([
    [
      "Present: Mmes Aubry, Blanc, Cohen; MM. Duval, Evrard",
      ["Aubry", "Blanc", "Cohen", "Duval", "Evrard"],
    ],
    [
      "Present: Ana Lind, Ben Okoro\nStaff: Cem Arslan, Planner",
      ["Ana Lind", "Ben Okoro", "Cem Arslan"],
    ],
    // What somebody is stands behind each name.
    ["Present: Ana Lind, farmer; Ben Okoro, teacher", ["Ana Lind", "Ben Okoro"]],
    // Kinds of people are nobody's nicks.
    ["Present: parents, teachers, neighbours", []],
    // A nick beside the name is the same person.
    ["Present\n* hana, Hana Ito (16)\n* obi, Obi Nwosu (7)", ["Hana Ito", "Obi Nwosu"]],
    // Where somebody belongs may read like two more names.
    [
      "Present\n* Ana Lind, Mills WG\n* Ben Okoro, Kiln WG and Kiln DG\n* Cem Arslan, Port Amelie\n* Dora Weiss, Quay",
      HERE,
    ],
    [
      "Present\n* Blessing (Paper Lantern)\n* Ana Lind (Octant)\n* Ben Okoro",
      ["Blessing", "Ana Lind", "Ben Okoro"],
    ],
    ["## Members\n* [x] Ana Lind\n* [ ] Ben Okoro\n* [x] Cem Arslan", ["Ana Lind", "Cem Arslan"]],
    [
      "Attendees:\n\n  * Ana Lind\n\nMinute Taker:\n\n  * Ben Okoro\n\nHarbour Staff:\n\n  * Cem Arslan",
      HERE.slice(0, 3),
    ],
  ])("nobody too many: %j", (list, people) => {
    expect(hereOf(list)).toEqual(people)
  })

  test("names below an item of the agenda are those who came, where no list is", () => {
    const text = `${title}## Agenda\n\n1. Introduction of attendees\n2. Lamps\n\n## Introduction of attendees\n\nAna Lind\n\nBen Okoro\n\nCem Arslan\n\n## Lamps\n\nBO: two are out.\n`
    expect(readOf(text)[0]).toEqual(HERE.slice(0, 3))
  })

  test("beside those who apologised others were merely absent, and who comes late is not away", () => {
    const list = (away: string) => readOf(`${title}Present: Ana Lind, Ben Okoro\n${away}${item}`)[1]
    expect(list("Apologies: Cem Arslan\nAbsent: Dora Weiss")).toEqual(["Cem Arslan"])
    expect(list("Absent: Dora Weiss")).toEqual(["Dora Weiss"])
    expect(list("Apologies for absence: Cem Arslan, Eva Rask. Dora Weiss may be late.")).toEqual([
      "Cem Arslan",
      "Eva Rask",
    ])
    expect(list("Appologies\n\n  • Cem Arslan, Mill")).toEqual(["Cem Arslan"])
  })

  test("the same people once more for a closed part of the meeting are no more people", () => {
    const closed = "\n".repeat(12)
    const text = `${title}PRESENT: Ana Lind, Ben Okoro, Cem Arslan${item}${closed}2. Closed session\n\nPRESENT: Ana Lind, Ben Okoro\n`
    expect(readOf(text)[0]).toEqual(HERE.slice(0, 3))
  })
})
