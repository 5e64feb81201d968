import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (text: string) => readReport(text, "x.txt")
const agenda =
  "\n\nAgenda\n1. Lamps\n2. Fees\n\n1. Lamps\n\nAna Lind showed the lamp that is to be bought.\n"

describe("the number of a meeting in titles of other kinds", () => {
  test.each([
    ["                MINUTES  9/2025\nQuay Circle", ["9/2025"], 9],
    ["# Quay Circle\n\n## Record of session XXXI", ["XXXI"], 31],
    ["ACTA 2/2024\nConsejo de los muelles", ["2/2024"], 2],
    ["Círculo de muelles\nReunión de la junta, 3/2023-24", ["3/2023-24"], 3],
    ["Cercle des quais\nRéunion n° 18", ["18"], 18],
    ["QUAY CIRCLE\nXIVth meeting\n4 June 2019", ["XIVth"], 14],
    ["QUAY CIRCLE\nNINETEENTH MEETING\n4 June 2019", ["NINETEENTH"], 19],
    ["Quay Circle\n31st Annual General Meeting", ["31st"], 31],
    ["Quay Circle\nMinutes of the Executive Board 4/2023", ["4/2023"], 4],
    ["| Circle | Quay Circle |\n| Minutes no. | 57 |", ["57"], 57],
    ["Quay Circle\n| Members | 57 |", [], undefined],
    ["Report of the sixth interoperability event", ["sixth"], 6],
    ["{{Navigation|previous=Meeting 30|next=Meeting 32}}\n= Meeting 31 =", ["31"], 31],
    ["Quay Circle\nThe first of two events of the year", [], undefined],
    ["PROJECT 777 QUAY EXECUTIVE COMMITTEE MEETING", [], undefined],
    ["Minutes of the Local 212 membership meeting", [], undefined],
    ["Quay Circle\nThursday Session II", [], undefined],
    ["Quay Circle -- telechat 3/2022", ["3/2022"], 3],
    ["Quay Circle – XXII. meeting", ["XXII"], 22],
    ["Quay Circle Notes, XXII. Quay plenary", ["XXII"], 22],
    ["Quay Circle\nThe Thirty-Fourth Annual General Meeting", ["Thirty-Fourth"], 34],
    ["Quay Circle: 14th AGM", ["14th"], 14],
    ["Quay Circle, sync #57", ["57"], 57],
    ["Quay Circle\nThe 57th of our calls", ["57th"], 57],
    ["Quay Circle: Annual General Meeting, the fourteenth", ["fourteenth"], 14],
    ["Quay Circle\nMinutes of Meeting No 1/22", ["1/22"], 1],
    ["Quay Circle's Second Annual Conference", ["Second"], 2],
    ["Quay Circle Assembly of the 2nd of May", [], undefined],
    ["Quay Circle\nSession II", ["II"], 2],
    ["Quay Circle, minutes 31", ["31"], 31],
    ["Quay Circle\nCXIV. Meeting of the Council", ["CXIV"], 114],
    ["QUAY CIRCLE\nACT OF SESSION No. 114", ["114"], 114],
    [
      "Quay Circle, meeting 5/2024\nOf 34 lamps from the public call twelve were bought.",
      ["5/2024"],
      5,
    ],
    ["# Quay Circle – minutes 11", ["11"], 11],
    ["Quay Circle\nMeeting QC/2023/3", ["QC/2023/3"], 3],
    ["Quay Circle\nFourteenth (extraordinary) meeting", ["Fourteenth"], 14],
    ["Quay Circle\nThe term's 13th and last meeting", ["13th"], 13],
    ["Quay Circle\nMeeting ref. QC-14", ["QC-14"], 14],
    ["Quay Circle\nMeeting 5/23, 4 May 2023", ["5/23"], 5],
    ["Quay Circle\nMeeting 5/23, 4 May 2021", [], undefined],
    ["Annual General Meeting 2023 (the eleventh)\nQuay Circle", ["eleventh"], 11],
    ["Quay Circle — 4th public hearing", ["4th"], 4],
    ["Quay Circle\nMonthly round table, edition 29", ["29"], 29],
    ["Quay Circle\nSixty-second meeting (#62)", ["Sixty-second", "62"], 62],
    ["# Minutes no. XXIII of the Quay Circle", ["XXIII"], 23],
    ["# QUAY 41 - Lamps group", ["41"], 41],
    ["# WG 41 - Lamps group", [], undefined],
    ["QUAY WORKERS - LOCAL 77", [], undefined],
    ["Quay Circle, retreat 2023, session 2 of 5", [], undefined],
    ["Quay Circle, biweekly meeting 14 of 20", ["14"], 14],
    ["ADDRESS SESSION - QUAY 31", ["31"], 31],
    ["QC-LAMPS 3/2016\nSummary record", ["3/2016"], 3],
    ["Minutes of the Lamps Committee – Meeting (5) – 3 May 2022", ["5"], 5],
    ["F. No. 12-7/2019\nQuay Circle", [], undefined],
    ["Quay Circle\nedition: second", ["second"], 2],
    [
      "Minutes of a meeting of the Circle, being their fifty-second, held on 5 February 2015",
      ["fifty-second"],
      52,
    ],
    ["Quay Circle\nDecimotercera reunión", ["Decimotercera"], 13],
    ["Quay Circle\nVigésima primera sesión", ["Vigésima primera"], 21],
    ["Quay Circle\nVingt et unième réunion", ["Vingt et unième"], 21],
    ["Quay Circle\nProtokoll der vierzehnten Sitzung", ["vierzehnten"], 14],
    ["Quay Circle\nProcès-verbal de la XVIe assemblée", ["XVIe"], 16],
    ["Quay Circle\nActa núm. 36", ["36"], 36],
    ["88. Sitzung des Kreises der Kais", ["88"], 88],
    ["Quay Circle\n7ª reunião ordinária", ["7ª"], 7],
    ["The Quay Circle met for the thirty-third time", ["thirty-third"], 33],
    ["Quay Circle (registered society no. 4471)", [], undefined],
    ["Quay Circle\nMinutes of the first quarter meeting", [], undefined],
    ["Quay Circle, minutes of 31 lamps", [], undefined],
    ["Minutes of the joint meeting 2001-02-08", [], undefined],
    ["88th Board of Trustees meeting of the Quay Circle", ["88th"], 88],
    ["Quay Circle\n\nThis is what I took down from our call.", [], undefined],
  ])("%s", (head, printed, value) => {
    const { numbers } = read(`${head}\n12 May 2022${agenda}`)
    expect(numbers.printed.map((number) => number.printed)).toEqual(printed)
    expect(numbers.canonical?.value).toBe(value)
  })
})

test("the meeting whose minutes somebody moves to approve is another one", () => {
  const opening = (words: string) =>
    read(`Quay Circle\n\n12 May 2022\n\n${words}${agenda}`).numbers.printed.map(
      (number) => number.printed,
    )
  expect(opening("Ana moved to approve the minutes of the 86th meeting.")).toEqual([])
  expect(opening("Ana opened the 87th meeting.")).toEqual(["87th"])
})

describe("the hour at which a meeting began", () => {
  test.each([
    ["Quay Circle, 12 May 2022\n\nIn the kitchen, 4 Quay Road, from half past seven.", "19:30"],
    ["# Quay Circle\n\nMonthly meeting.\n\n- Date: 12 May 2022\n- Time: 16:00–17:40 UTC", "16:00"],
    ["Quay Circle, 12 May 2022\n\nThe kitchen has been painted from top to bottom.", null],
  ])("%s", (head, time) => {
    expect(read(`${head}${agenda}`).start?.value).toMatchObject({ date: "2022-05-12", time })
  })

  test("stands in the heading of the first day", () => {
    const text =
      "Quay Circle\nMinutes of the ninth meeting\n9 and 10 November 2023\n\nAgenda\n1. Lamps\n2. Fees\n\nFIRST DAY - Thursday 9 November, 13:30-17:45\n\n1. Lamps\n\nAna Lind showed a lamp.\n\nSECOND DAY - Friday 10 November, 09:00-12:00\n\n2. Fees\n\nBen Okoro spoke on fees.\n"
    expect(read(text).start?.value).toMatchObject({ date: "2023-11-09", time: "13:30" })
  })
})

describe("the number of a meeting in running text", () => {
  const numbers = (title: string, said: string) =>
    read(`${title}\n\n${said}${agenda}`).numbers.printed.map(({ printed }) => printed)

  test("the number of the title in the words of a letter", () => {
    const said =
      "Please find below the summary of our 46th call, which took place on 23 November 2021."
    expect(numbers("Summary of coalition call 46", said)).toEqual(["46", "46th"])
    expect(numbers("Summary of coalition call 47", said)).toEqual(["47"])
  })

  test("those who are welcomed to it", () => {
    const title = "Report of the Quay Circle\n25 March 2021"
    const said = "The convenor, Ms. Ana Lind, welcomed the delegates to the 22nd teleconference."
    expect(numbers(title, said)).toEqual(["22nd"])
    const praised =
      "The convenor, Ms. Ana Lind, welcomed what had come of all the work on the 22nd teleconference."
    expect(numbers(title, praised)).toEqual([])
  })
})

test("so many calls in front of the items are no number of the meeting", () => {
  const text = "Quay Circle\nThursday 21 September 2023\n\nBen Okoro reported 14 calls since June."
  expect(read(`${text}${agenda}`).numbers.canonical).toBeNull()
})

test.each(["Ana Lind: send the second call to the networks", "Third call for papers is out"])(
  "a call that asks for answers is no meeting: %s",
  (said) => {
    const { numbers } = read(
      `Quay Circle\n12 May 2022\n\nPresent: Ana Lind, Ben Okoro\n\n${said}${agenda}`,
    )
    expect(numbers.printed).toEqual([])
  },
)
