import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (text: string) => readReport(text, "x.txt")
const values = (found: readonly { value: string }[]) => found.map(({ value }) => value)
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)
const agenda =
  "\n\nAgenda\n1. Lamps\n2. Fees\n\n1. Lamps\n\nAna Lind showed the lamp that is to be bought.\n"

describe("the start of a meeting", () => {
  test.each([
    [
      "Quay Circle\nDate: 12.05.2022 | Time: 10:00-11:30 CEST | Place: online",
      "2022-05-12T08:00:00Z",
    ],
    ["Quay Circle, 12 May 2022, 9am PT / 12pm ET / 16:00 UTC", "2022-05-12T16:00:00Z"],
    ["2022-05-12 Quay Circle call\nTime: 1400-1500 UTC", "2022-05-12T14:00:00Z"],
    ["Quay Circle\nThursday, May 12th, 2022 at 1:00pm EDT", "2022-05-12T17:00:00Z"],
    ["Quay Circle\n13:00 UTC on Thursday, 12 May 2022", "2022-05-12T13:00:00Z"],
    ["Quay Circle\nJeudi 12 mai 2022, de 13h00 à 14h30 UTC", "2022-05-12T13:00:00Z"],
    ["Cercle des quais\n1er décembre 2022, 10 h 00 CET", "2022-12-01T09:00:00Z"],
    ["Círculo de muelles\n3 de febrero de 2022, 15:00 UTC", "2022-02-03T15:00:00Z"],
    ["Quay Circle\n28 February – 1 March 2008, 09:30 GMT", "2008-02-28T09:30:00Z"],
    ["Quay Circle\n27, 28 and 29 February 2008, 09:30 GMT", "2008-02-27T09:30:00Z"],
    ["Quay Circle\n4/5/2023 (Wednesday), 15:00 UTC", "2023-04-05T15:00:00Z"],
    ["Quay Circle\nFriday 4/5/23, noon UTC", null],
    ["Quay Circle 2022\nMeeting 3, Thursday 12 May, 14:00 UTC", "2022-05-12T14:00:00Z"],
    ["Quay Circle\n12 May 2022\nTime zone: CEST\nStart: 14:00", "2022-05-12T12:00:00Z"],
    ["Quay Circle\n12 May 2022, 15:00 local time (13:00 UTC)", "2022-05-12T13:00:00Z"],
    [
      "Quay Circle\nThursday 12 May (13:00-17:00 UTC) and Friday 13 May 2022 (09:00-12:00 UTC)",
      "2022-05-12T13:00:00Z",
    ],
    ["Quay Circle\n12 May 2022\nFrom 13.00 to 16.00 hours UTC", "2022-05-12T13:00:00Z"],
    ["Quay Circle\n12/05/2022 13h-16h UTC", "2022-05-12T13:00:00Z"],
    ["Quay Circle\n12.V.2022, 13:00 UTC", "2022-05-12T13:00:00Z"],
    [
      "# Quay Circle, 12 May 2022\n\n| Where | Local time |\n|---|---|\n| Seoul | 22:00 |\n| UTC | 13:00 |",
      "2022-05-12T13:00:00Z",
    ],
    [
      "# Quay Circle, 12 May 2022\n\n| Hobart | Cape Town |\n|---|---|\n| 23:00 | 15:00 |\n\n(13:00–14:30 UTC)",
      "2022-05-12T13:00:00Z",
    ],
  ])("%s", (head, instant) => {
    const { start } = read(`${head}${agenda}`)
    if (instant === null) expect(start?.value.weekday).toBe(5)
    else expect(start?.value.instant).toBe(instant)
  })

  test("days in figures follow the other days of the same text", () => {
    const text = `Quay Circle\n03/04/2023, 14:00 UTC${agenda}Ana Lind will write by 04/24/2023.\n`
    expect(read(text).start?.value.date).toBe("2023-03-04")
    expect(read(text.replace("04/24", "24/04")).start?.value.date).toBe("2023-04-03")
  })
})

describe("the number of a meeting", () => {
  test.each([
    ["Minutes of meeting 3/2022", ["3/2022"], 3],
    ["Quay Circle, Meeting 2022-07", ["2022-07"], 7],
    ["Quay Circle weekly #59", ["59"], 59],
    ["Minutes No. 12\nQuay Circle", ["12"], 12],
    ["Quay Circle\nCall: 41", ["41"], 41],
    ["Cercle des quais\n42e réunion", ["42e"], 42],
    ["Quay Circle, Twelfth Meeting", ["Twelfth"], 12],
    ["Quay Circle\nSession XIV", ["XIV"], 14],
    ["Quay Circle\nMinutes no. 2022/5", ["2022/5"], 5],
    ["Hafenrunde\nProtokoll der 12. Sitzung", ["12"], 12],
    ["Hafenrunde\nRaum 12. Sitzungssaal", [], undefined],
    ["Quay Circle, call #3\n\nA second call in May was asked for.", ["3"], 3],
    ["Quay Circle\nthe 7 October call", [], undefined],
    ["Quay Circle, October 7th meeting", [], undefined],
    ["Quay Circle\n12th floor meeting room", [], undefined],
    ["Quay Circle\nMeeting ID: 812 3456 789", [], undefined],
  ])("%s", (head, printed, value) => {
    const { numbers } = read(`${head}\n12 May 2022${agenda}`)
    expect(numbers.printed.map((number) => number.printed)).toEqual(printed)
    expect(numbers.canonical?.value).toBe(value)
  })
})

describe("who led the meeting", () => {
  test.each([
    ["Chair: Ana Lind (Coast Office). Scribe: Ben Okoro", [], ["Ana Lind"], ["Ben Okoro"]],
    ["Co-chairs: Ana Lind, Ben Okoro", [], ["Ana Lind", "Ben Okoro"], []],
    ["Chair: Ana Lind, Vice-chair: Ben Okoro", [], ["Ana Lind"], []],
    ["Host/Moderator: Ana Lind", ["Ana Lind"], ["Ana Lind"], []],
    ["Présidence / Chair: Ana Lind", [], ["Ana Lind"], []],
    ["Chair: LIND, Ana", [], ["Ana LIND"], []],
    ["Chaired by Ana Lind", [], ["Ana Lind"], []],
    ["Chair\nAna Lind\nScribe\nBen Okoro", [], ["Ana Lind"], ["Ben Okoro"]],
    ["Chair: TBC", [], [], []],
    ["Minutes taken by: Ben Okoro", [], [], ["Ben Okoro"]],
  ])("a line %s", (line, hosts, moderators, scribes) => {
    const report = read(`Quay Circle\n12 May 2022\n${line}${agenda}`)
    expect(values(report.hosts)).toEqual(hosts)
    expect(values(report.moderators)).toEqual(moderators)
    expect(values(report.scribes)).toEqual(scribes)
  })

  test.each([
    ["The meeting was called to order at 7:04 PM by President Ana Lind.", ["Ana Lind"]],
    [
      "The session was presided over by H.E. Dr. Ana Lind, Speaker of the House of Norland.",
      ["Ana Lind"],
    ],
    ["The call was opened by the chair, Ana Lind.", ["Ana Lind"]],
    ["The Chair, Ms Ana Lind, welcomed everybody and opened the session.", ["Ana Lind"]],
    ["The meeting took place online, with Ana Lind in the chair.", ["Ana Lind"]],
    ["Ana Lind acted as moderator and Ben Okoro took the minutes.", ["Ana Lind"]],
    ["Ana Lind and Ben Okoro chaired the meeting.", ["Ana Lind", "Ben Okoro"]],
    [
      "The meeting was facilitated by Ana Lind (Coast Office) and Ben Okoro.",
      ["Ana Lind", "Ben Okoro"],
    ],
    ["Ana Lind, who was chair of the Coast Office until May, sent a letter.", []],
    ["The call was hosted on the platform of the Coast Office.", []],
  ])("a sentence: %s", (sentence, moderators) => {
    const report = read(`Quay Circle\n12 May 2022\n\n${sentence} The list follows.${agenda}`)
    expect(values(report.moderators)).toEqual(moderators)
  })

  test("is the one whom the list calls the chair, where nothing else tells", () => {
    const report = read(
      `Quay Circle\n12 May 2022\n\nPresent: Ana Lind (in the chair); Ben Okoro, member${agenda}`,
    )
    expect(report.moderators).toMatchObject([{ value: "Ana Lind", how: "inferred" }])
  })
})

describe("who was there", () => {
  test.each([
    ["Present: Ana Lind, Ben Okoro and Cem Arslan", "Ana Lind|Ben Okoro|Cem Arslan", ""],
    ["Present: Ana, Ben, Cem", "Ana|Ben|Cem", ""],
    ["Present: Ana Lind, Ben Okoro. Regrets: Cem Arslan", "Ana Lind|Ben Okoro", "Cem Arslan"],
    [
      "Attendees (3): Ana Lind, Coast Office; Ben Okoro; Cem Arslan",
      "Ana Lind|Ben Okoro|Cem Arslan",
      "",
    ],
    ["Participants: 3\nAna Lind\nBen Okoro\nCem Arslan", "Ana Lind|Ben Okoro|Cem Arslan", ""],
    [
      "Members present: Ana Lind; Ben Okoro\nMembers absent: Cem Arslan\nStaff: Dora Vu",
      "Ana Lind|Ben Okoro|Dora Vu",
      "Cem Arslan",
    ],
    [
      "COUNCIL MEMBERS PRESENT: Mayor Ana Lind, Council Members Ben Okoro, Cem Arslan, and Dora Vu",
      "Ana Lind|Ben Okoro|Cem Arslan|Dora Vu",
      "",
    ],
    ["Also present: City Manager Ana Lind; City Clerk Ben Okoro", "Ana Lind|Ben Okoro", ""],
    [
      "The following people attended:\n- Ana Lind <ana@example.org>\n- Ben Okoro [Coast Office]",
      "Ana Lind|Ben Okoro",
      "",
    ],
    [
      "Participants\nGovernment\n- Ana Lind\n- Ben Okoro\nCivil society\n- Cem Arslan",
      "Ana Lind|Ben Okoro|Cem Arslan",
      "",
    ],
    ["Attendance:\n1 Ana Lind\n2 Ben Okoro\n3 Cem Arslan", "Ana Lind|Ben Okoro|Cem Arslan", ""],
    [
      "Present:\nLIND, Ana (Coast Office)\nVAN DER OKORO, Ben\nÅRSLAN, Cem – chair",
      "Ana LIND|Ben VAN DER OKORO|Cem ÅRSLAN",
      "",
    ],
    ["Present:\nLind, Ana\nOkoro, Ben\nArslan, Cem", "Ana Lind|Ben Okoro|Cem Arslan", ""],
    [
      "Participants\nAna Lind (apologies)\nBen Okoro\nCem Arslan",
      "Ben Okoro|Cem Arslan",
      "Ana Lind",
    ],
    [
      "Attendees\n| Name | Organisation | Present |\n|---|---|---|\n| Ana Lind | Coast Office | yes |\n| Ben Okoro | Port | no |",
      "Ana Lind",
      "Ben Okoro",
    ],
    ["First name\tSurname\tCountry\nAna\tLind\tNorland\nBen\tOkoro\tSol", "Ana Lind|Ben Okoro", ""],
    [
      "Attendees\nCoast Office: Ana Lind, Ben Okoro\nPort of Skarn: Cem Arslan",
      "Ana Lind|Ben Okoro|Cem Arslan",
      "",
    ],
    [
      "Participants: Ana Lind (Coast Office), Ben Okoro (Port of\nSkarn), Cem Arslan",
      "Ana Lind|Ben Okoro|Cem Arslan",
      "",
    ],
    ["Attendees: Ana Lind • Ben Okoro • Cem Arslan", "Ana Lind|Ben Okoro|Cem Arslan", ""],
    ['attendees: ["Ana Lind", "Ben Okoro"]', "Ana Lind|Ben Okoro", ""],
    ["Apologies: none received", "", ""],
    ["Présents : Ana Lind, Ben Okoro\nExcusés : Cem Arslan", "Ana Lind|Ben Okoro", "Cem Arslan"],
    [
      "The call was attended by Ana Lind (Coast Office), Ben Okoro and Cem Arslan. Regrets were received from Dora Vu.",
      "Ana Lind|Ben Okoro|Cem Arslan",
      "Dora Vu",
    ],
    [
      "The meeting was attended by 23 participants from nine states. Dora Vu sent her apologies.",
      "",
      "Dora Vu",
    ],
    ["Participants\n\nAna Lind\n\nBen Okoro\n\nCem Arslan", "Ana Lind|Ben Okoro|Cem Arslan", ""],
    [
      "Participants\nAna Lind            11. Dora Vu\nBen Okoro           12. Eli Moss",
      "Ana Lind|Dora Vu|Ben Okoro|Eli Moss",
      "",
    ],
  ])("%s", (list, present, regrets) => {
    const report = read(`Quay Circle\n12 May 2022\n\n${list}${agenda}`)
    expect(names(report.participants).join("|")).toBe(present)
    expect(names(report.regrets).join("|")).toBe(regrets)
    expect(report.agenda.map(({ title }) => title)).toEqual(["Lamps", "Fees"])
  })

  test.each(["Rowing shed", "NEW BUSINESS", "1. Rowing shed", "Harbour Lamps"])(
    "a heading %s behind the list is nobody",
    (heading) => {
      const text = `Quay Circle\n12 May 2022\n\nPresent:\nAna Lind\nBen Okoro\n\n${heading}\n\nThe shed of the school was looked at by all who had come, and it was found to be sound.\n`
      expect(names(read(text).participants)).toEqual(["Ana Lind", "Ben Okoro"])
    },
  )
})

describe("the next meeting", () => {
  test.each([
    ["Next meeting: TBC", null, null],
    ["Next meeting: 19 May 2022, 15:00 UTC", "2022-05-19T15:00:00Z", null],
    ["Next meeting 19 May 2022, 15:00 UTC", "2022-05-19T15:00:00Z", null],
    ["Date and time of next meeting: 19 May, 15:00", "2022-05-19T15:00:00Z", null],
    ["We will meet again on 19 May 2022 at 15:00 UTC.", "2022-05-19T15:00:00Z", null],
    ["The next call is scheduled for Thursday 19 May at 3 p.m. UTC.", "2022-05-19T15:00:00Z", null],
    ["Our next meeting: May 19th", "2022-05-19T14:00:00Z", null],
    ["Prochaine réunion : 19 mai 2022, 15h00 UTC", "2022-05-19T15:00:00Z", null],
    ["Next call: same time next week", "2022-05-19T14:00:00Z", "2022-05-19T14:00:00Z"],
    ["The next call will be in one week.", "2022-05-19T14:00:00Z", "2022-05-19T14:00:00Z"],
    ["Next call: same time next month", null, "2022-06-09T14:00:00Z"],
    [
      "The next call will take place in a fortnight.",
      "2022-05-26T14:00:00Z",
      "2022-05-26T14:00:00Z",
    ],
    ["A doodle poll will be sent out for the date.", undefined, undefined],
  ])("%s", (line, startsAt, suggestion) => {
    const { nextMeeting } = read(`Quay Circle\n12 May 2022, 14:00 UTC${agenda}\n${line}\n`)
    expect(nextMeeting?.startsAt).toBe(startsAt)
    expect(nextMeeting?.suggestion).toBe(suggestion)
  })
})
