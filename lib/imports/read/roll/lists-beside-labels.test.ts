import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const title = "Minutes of the Quay Circle, 12 May 2022\n\n"
const talk = "\n\n1. Lamps\n\nBen Okoro reported on the lamps.\n\n2. Fees\n\nThey stay.\n"
const read = (text: string, behind = talk) => readReport(title + text + behind, "minutes.txt")
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)
const THREE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("where people belong stands beside them", () => {
  test.each([
    [
      "in a column",
      "Present\n\n  Ministry of Wells      Ana Lind, Ben Okoro\n  Tidal Office           Cem Arslan\n",
    ],
    [
      "behind dots",
      "PRESENT (by house)\n\nThe Lantern .......... Ana Lind\nString & Reed ........ Ben Okoro, Cem Arslan\n",
    ],
    [
      "with more below",
      "Attendance\n\nMembers           Ana Lind (AL), in the chair\n                  Ben Okoro (BO)\nResidents         Cem Arslan (CA)\n",
    ],
    [
      "below the parts of a list",
      "LIST OF PARTICIPANTS\n\nMember States\n\nSOL         Ms. Ana Lind, Office of Mines and Waters\n            Mr. Ben Okoro, Permanent Mission\nNEMBRIA     Mr. Cem Arslan, Department of Wells\n",
    ],
    [
      "between bars",
      "Present\n\n| Chair | Ana Lind |\n|---|---|\n| Inspectors | Ben Okoro; Cem Arslan (by video) |\n",
    ],
    [
      "in front of a dash",
      "Attending:   for the crew of the Northern Light and her tender - Ana Lind, Ben\n             Okoro\n             for the owners - Cem Arslan\n",
    ],
    [
      "with a bullet",
      "**On the call**\n\n- UNV: Ana Lind, Ben Okoro\n- Institute of Tides: Cem Arslan\n",
    ],
  ])("%s", (_, list) => {
    expect(names(read(list).participants)).toEqual(THREE)
  })

  test("a place between people is one of them", () => {
    const { participants } = read(
      "Present\n\nQuay Trust     Ana Lind, Ben Okoro\nTides          Cem Arslan\n",
    )
    expect(participants.map(({ affiliation }) => affiliation)).toEqual([
      "Quay Trust",
      "Quay Trust",
      "Tides",
    ])
  })

  test.each([
    [
      "an agenda and who presents it",
      "Agenda\n\nOpening words      Ana Lind\nBudget for 2023    Ben Okoro\n",
    ],
    [
      "tasks of the last meeting",
      "Open tasks\n\nLamps on the pier     Ana Lind\nPaint of the hull     Ben Okoro\n",
    ],
  ])("%s is no list of people", (_, list) => {
    expect(read(list).participants).toEqual([])
  })

  test("names in front of where they belong are no labels", () => {
    const { participants } = read(
      "Present\n\nAna Lind         Harbour Trust\nBen Okoro        Office of Tides\nCem Arslan       Kite Company\n",
    )
    expect(names(participants)).toEqual(THREE)
  })
})

describe("tables of people", () => {
  test.each([
    [
      "of a wiki",
      '== Attendance ==\n\n{| class="wikitable"\n! Name !! Station\n|-\n| Ana Lind || KEFA\n|-\n| Ben Okoro || \n|-\n| Cem Arslan\n| RUNG\n|}\n',
    ],
    [
      "with a word of their own for people",
      "| Director | Office | Present |\n|---|---|---|\n| Ana Lind | Chair | yes |\n| Ben Okoro | Treasurer | yes, by phone |\n| Cem Arslan | Director | yes |\n| Dora Weiss | Director | excused |\n",
    ],
    [
      "without a head",
      "Present\n\nAL | Ana Lind | Port of Sol | convenor\nBO | Ben Okoro | Tides | expert, by video\nCA | Cem Arslan | Wells | liaison\n",
    ],
  ])("%s", (_, table) => {
    expect(names(read(table).participants)).toEqual(THREE)
  })

  test("a table of tasks lists nobody who came", () => {
    const { participants } = read(
      "| Owner | Task | Status |\n|---|---|---|\n| Ana Lind | Lamps | done |\n| Ben Okoro | Paint | open |\n",
    )
    expect(participants).toEqual([])
  })

  test("a table of a wiki that never ends stays as it is", () => {
    const report = read('{| class="wikitable"\n! Name\n| Ana Lind\n\nWe met.\n')
    expect(report.words.kept).toBe(report.words.total)
  })
})

describe("groups of people under labels of their own", () => {
  test.each([
    [
      "in front of everything",
      "Co-facilitators\nAna Lind | Lagoon School\n\nExpert group\nBen Okoro | Tides Centre\nCem Arslan | Wells Group\nDora Weiss | Port of Sol\n",
      [...THREE, "Dora Weiss"],
    ],
    [
      "above bullets",
      "## Who was there\n\n**Mentors**\n\n- Ana Lind\n- Ben Okoro\n\n**Fellows of 2022**\n\n- Cem Arslan\n",
      THREE,
    ],
    [
      "as bullets",
      "On the call\n* Shore stations\n    - Ana Lind\n    - Ben Okoro\n* Observers\n    - Cem Arslan (tides)\n",
      THREE,
    ],
    [
      "behind a label of any words",
      "Users: Ana Lind (Line of the North), Ben Okoro (Wheels), Cem Arslan\n(Traders), Dora Weiss (Voice)\nCity Council: Ed Fox (Transport), Fay Gale (Highways)\n",
      [...THREE, "Dora Weiss", "Ed Fox", "Fay Gale"],
    ],
  ])("%s", (_, list, expected) => {
    expect(names(read(list).participants)).toEqual(expected)
  })

  test("those who wrote a text need not have come", () => {
    const { participants } = read(
      "Authors\nAna Lind, Port of Sol\nBen Okoro, Tides Centre\n\nEditors\nCem Arslan, Wells Group\nDora Weiss, Port of Sol\n",
    )
    expect(participants).toEqual([])
  })

  test("whoever stands below the office in a list led the meeting", () => {
    const { moderators } = read(
      "WHO TOOK PART\n\nModerator\n   Ana Lind, The Courier\n\nPanel\n   Ben Okoro, Tides Centre\n   Cem Arslan, Wells Group\n",
    )
    expect(moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
  })
})

describe("headings of lists", () => {
  test.each([
    "Who's here\n\nAna Lind, Ben Okoro (notes), Cem Arslan\n",
    "Who took part:\nAna Lind\nBen Okoro\nCem Arslan\n",
    "Participants by organisation\n\nSol: Ana Lind, Ben Okoro\nTides: Cem Arslan\n",
    "Attendance. Ana Lind (Sol delegation, Convenor); Ben Okoro (secretariat); Cem Arslan (Tides).\n",
    "Present (lines said)\n\nana, Ana Lind (16)\nbokoro, Ben Okoro (7)\ncem, Cem Arslan (6)\n",
    "SIGNED IN\n\nAna Lind (Sol)              Ben Okoro (Tides)\nCem Arslan (Wells)\n",
    "On the call: Ana Lind '94, Ben Okoro '07 (treasurer of the chapter), Cem\nArslan '81\n",
  ])("%s", (list) => {
    expect(names(read(list).participants)).toEqual(THREE)
  })

  test("a list among numbered paragraphs, which go on behind it", () => {
    const { participants, mentions } = readReport(
      `${title}1. The ministers met at Sol on 12 May 2022.\n\n2. The following took part:\n\n   For Sol\n      Ms Ana Lind, Minister of Waters\n   For Wells\n      Mr Ben Okoro, Secretary of State\n      Mr Cem Arslan, Legal Adviser\n\n3. Mr Okoro reported on the lamps.\n`,
      "minutes.txt",
    )
    expect(names(participants)).toEqual(THREE)
    expect(names(mentions)).toEqual(["Ben Okoro"])
  })

  test("a sentence that ends in such a word is no heading", () => {
    const { participants } = read(
      "The keys went to the guest. Ana Lind and Ben Okoro had them before.\n",
    )
    expect(participants).toEqual([])
  })

  test("initials in front of a name are no place, and what belongs to it is nobody", () => {
    const { participants } = read(
      "Attendees\n  AL   Ana Lind, Weft Guild (chair)\n  BO   Ben Okoro, Kuroda Works\n  CA   Cem Arslan, Tides\n",
    )
    expect(names(participants)).toEqual(THREE)
  })
})

test("a list in an annex, with the delegations in capitals and its parts numbered", () => {
  const { participants, regrets, sections } = readReport(
    `${title}LAMPS\n\n1.  Mr. Okoro reported on the lamps.\n\nFEES\n\n2.  They stay.\n\n      ANNEX I\n\n   LIST OF PARTICIPANTS\n\n      I. MEMBERS\n\nSOL\nAna LIND, Head, Institute of Roots\n\nWELLS\nBen OKORO, Registrar, Seeds Council\n\n     II. OBSERVERS\n\nSEED FORUM\nCem ARSLAN, Policy Officer\n\n     III. APOLOGIES RECEIVED\n\nDora WEISS, Office of Wells\n`,
    "minutes.txt",
  )
  expect(names(participants)).toEqual(["Ana LIND", "Ben OKORO", "Cem ARSLAN"])
  expect(names(regrets)).toEqual(["Dora WEISS"])
  expect(sections.length).toBeLessThanOrEqual(2)
})

test("a heading in capitals above what somebody said ends a list", () => {
  const { participants } = read(
    "Present:\nAna Lind\nBen Okoro\n\nLAMPS\nCem Arslan, Tides, reported that they are old and asked for new ones\n\nFEES\nThey stay.\n\nDAYS\nThey stay.\n",
  )
  expect(names(participants)).toEqual(["Ana Lind", "Ben Okoro"])
})

test("the nicknames that a bot counts are people", () => {
  const { participants } = read(
    "People Present (lines said)\n---------------------------\n* ana (48)\n* bokoro (31)\n",
  )
  expect(names(participants)).toEqual(["ana", "bokoro"])
})

describe("sentences on who was away", () => {
  test.each([
    "Apologies\n\nAna Lind was giving birth that very week and Ben Okoro had a lecture.\n",
    "Sorry to miss it: Ana Lind was at sea, and Ben Okoro had a clash with a defence.\n",
    "Apologies came from Ana Lind, whose island had no power, and from Ben Okoro.\n",
    "Prof. Ana Lind was on sick leave and Ms Ben Okoro had been kept by examinations.\n",
    "Not today: Ana Lind, Ben Okoro\n",
    "Regrets: Ana Lind (flu), Ben Okoro (Oslo)\nscribbled by Cem\n",
    "Apologies: Water and Hygiene Cluster (Ana Lind, Ben Okoro)\n",
  ])("%s", (text) => {
    expect(names(read(`Present: Cem Arslan, Dora Weiss\n\n${text}`).regrets)).toEqual([
      "Ana Lind",
      "Ben Okoro",
    ])
  })

  test("who is said to have come was not away", () => {
    expect(
      read(
        "Present: Ana Lind, Ben Okoro\n\nAna Lind had been to the pier and Ben Okoro was in the chair.\n",
      ).regrets,
    ).toEqual([])
  })
})
