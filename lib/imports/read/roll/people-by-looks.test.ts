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
    "Present: Ana Lind (AL), Port\n\nBen Okoro (BO), Port\n\nCem Arslan (CA) Tides\n\nDora Weiss (DW), Tides\n\nEva Rask, Port\n\n(*) Present only for the lamps.",
    "## Present\n\n1. Present: Ana Lind (Chair), Ben Okoro, Cem Arslan, Dora Weiss, Eva Rask (Clerk)",
    "Staff Present: General Manager Ana Lind, Asst. GM Finance Ben Okoro, Chief of Engineering Cem Arslan, General Counsel Dora Weiss, District Secretary Eva Rask",
    "Attendee\tName\tAffiliation\nX\tAna Lind\tPort\nX\tBen Okoro\tPort\n.\tFinn Moe\tPort\nX\tCem Arslan\tTides\nX\tDora Weiss\tTides\nX\tEva Rask\tTides\nX Present\n. Absent",
  ])("lists told otherwise: %j", (list) => {
    expect(hereOf(list)).toEqual([...HERE, "Eva Rask"])
  })

  test("an item of the minutes that names those who came, and those who did not", () => {
    const said =
      "1. Attendees: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\nApologies: Eva Rask\n\n"
    expect(readOf(`${title}${said}2. Lamps\n\nTwo were out.\n`)).toEqual([HERE, ["Eva Rask"]])
    expect(readOf(`${title}1. Attendees: nobody counted them\n\n2. Lamps\n\nNone.\n`)[0]).toEqual(
      [],
    )
  })

  test("paragraphs below one person are no more of them where they do not look alike", () => {
    expect(hereOf("Present: Ana Lind (AL)\n\nLamp Posts\n\nOil Casks")).toEqual(["Ana Lind"])
  })

  test("the rest of a sentence that stands apart is no list of its last words", () => {
    const torn =
      "it as a growing list - kept every month, printed for the hall each spring, shown to those of Tide Tables and Lamp Keepers."
    expect(hereOf(`The lamps were counted, keeping\n\n${torn}`)).toEqual([])
  })

  test("who is away by initials, and the words that say nobody", () => {
    expect(
      readOf(`${title}Present: AH, PW-S, TN, DO, Ana Lind (for GF)\n\nApologies: GF${item}`),
    ).toEqual([["AH", "PW-S", "TN", "DO", "Ana Lind"], ["GF"]])
    expect(readOf(`${title}Present: Ana Lind, Ben Okoro\n\nApologies: NA${item}`)[1]).toEqual([])
  })

  test("places with their people, with nobody, or with who sent word", () => {
    const places =
      "Present:\nArdmill: Apologies from Eva Rask and Finn Moe\nBraehead: Ana Lind (AL) (Chair), Ben Okoro\nCarse: No rep\nDale: Cem Arslan, Apologies from Gia Holm\nOld Lochside: Dora Weiss"
    expect(readOf(title + places + item)).toEqual([HERE, ["Eva Rask", "Finn Moe", "Gia Holm"]])
  })

  test.each([
    [
      "Board members Lind, Okoro, Arslan and Weiss were present. Also in attendance were Superintendent Moe and Secretary Rask.",
      ["Lind", "Okoro", "Arslan", "Weiss", "Moe", "Rask"],
    ],
    [
      "The following members were present:\nAna Lind\nIncoming trustees present were: Ben Okoro and Cem Arslan\nAna called the meeting to order at 2 PM",
      ["Ana Lind", "Ben Okoro", "Cem Arslan"],
    ],
    ["Norway, Ghana and Chile were present.", []],
    [
      "Present:\nAna Lind\n\nIncoming trustees present were: Ben Okoro and Cem Arslan",
      ["Ana Lind", "Ben Okoro", "Cem Arslan"],
    ],
    [
      "Attendees:\nAna Lind- Registrars\nBen Okoro- Port Office\nCem Arslan - Tides",
      ["Ana Lind", "Ben Okoro", "Cem Arslan"],
    ],
  ])("told: %j", (list, people) => {
    expect(hereOf(list)).toEqual(people)
  })

  test("a place that somebody leads is nobody", () => {
    expect(hereOf("Present: Ana Lind, Head of Port Amelie; Ben Okoro, Clerk")).toEqual([
      "Ana Lind",
      "Ben Okoro",
    ])
  })

  test.each([
    ["Attending\n* Halvard, Nomvula, Beatriz", ["Halvard", "Nomvula", "Beatriz"]],
    [
      "## Present\n\n- WL SWG: B.Lind, É.Okoro\n- Other: C.Arslan",
      ["B.Lind", "É.Okoro", "C.Arslan"],
    ],
    [
      "Present:\n\nCllr Mrs A Lind\n\nMr B Okoro\n\nIn attendance:\n\nTwo members of the public\n\nMrs G Weiss Clerk to Harwick Town Council",
      ["A Lind", "B Okoro", "G Weiss"],
    ],
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
