import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const body =
  "\n\nPresent: Ana Lind, Ben Okoro\n\n1. Lamps\n\nAna Lind showed the lamp that is to be bought.\n\n2. Fees\n\nBen Okoro spoke on the fees of the year.\n"
const startOf = (said: string) => {
  const start = readReport(`Quay Circle\n\nMinutes of the meeting\n\n${said}${body}`, "x.md").start
  const value = start?.value
  return value ? (value.zone ? value.instant : [value.date, value.time].join(" ").trim()) : null
}

describe("a day of the paper, of a deadline or of the past is no start", () => {
  test.each([
    "Circulated: 3 May 2023",
    "Approved by the Circle on 18 May 2023",
    "Agenda sent out: 6 April 2023. Invitations sent out: 30 March 2023.",
    "First draft 24 April 2023, second draft 2 May 2023",
    "Rev. 2, 24 April 2023",
    "Comments are welcome until 28 April 2023.",
    "Papers for this meeting were due on 13 April 2023, 12:00 UTC.",
    "A registered charity since 3 March 2004",
    "The minutes of 16 March 2023 were on the screen.",
    "El acta fue aprobada el 4 de mayo de 2023.",
    "Protokoll genehmigt am 18. Mai 2023",
    "Nächste Sitzung am 18. Mai 2023",
  ])("%s", (said) => {
    expect(startOf(said)).toBeNull()
  })
})

describe("the day of the meeting stands beside it", () => {
  test.each([
    ["Minutes of 20 April 2023", "2023-04-20"],
    ["Transcript (edited), 20 April 2023, 10:00 UTC", "2023-04-20T10:00:00Z"],
    [
      "Notice: 6 April 2023 | Meeting: 20 April 2023, 18:30 | Draft: 27 April 2023",
      "2023-04-20 18:30",
    ],
    [
      "The meeting set for 6 April 2023 was called off; the Circle met on 20 April 2023 at 14:00 UTC.",
      "2023-04-20T14:00:00Z",
    ],
    ["Rescheduled from 13 April 2023 to 20 April 2023, 14:00 UTC", "2023-04-20T14:00:00Z"],
    [
      "The previous call took place on 2 May 2023; this one on 9 May 2023 at 18:00 UTC.",
      "2023-05-09T18:00:00Z",
    ],
    [
      "It was on Tuesday 9 May 2023. Ben rang the bell to open at 18:15 GMT.",
      "2023-05-09T18:15:00Z",
    ],
    ["Opened by Ben Okoro at 18:03. Tuesday 9 May 2023, in the Mess.", "2023-05-09 18:03"],
  ])("%s", (said, start) => {
    expect(startOf(said)).toBe(start)
  })
})

describe("the hour of the meeting among others", () => {
  test.each([
    ["Thursday 20 April 2023. Coffee from 09:30, meeting 10:00 to 12:00.", "2023-04-20 10:00"],
    ["Saturday 22 April 2023\nDoors 9:30, business from 10:00, lunch 12:30", "2023-04-22 10:00"],
    ["Over lunch (12:15) on 10 February 2023", "2023-02-10 12:15"],
  ])("%s", (said, start) => {
    expect(startOf(said)).toBe(start)
  })
})

describe("a zone apart from its hour", () => {
  test.each([
    ["20 April 2023, 10:00 to 12:00 each morning (Geneva time)", "2023-04-20T08:00:00Z"],
    ["Oslo time 15:00 – 16:30, Thursday 9 March 2023", "2023-03-09T14:00:00Z"],
    ["Date: 9 March 2023\nTime (Nairobi): 14:00", "2023-03-09T11:00:00Z"],
    ["All hours in these minutes are CET.\nDate: 9 March 2023, 14:00", "2023-03-09T13:00:00Z"],
    [
      "| Date | Start | Zone |\n|---|---|---|\n| 9 March 2023 | 14:00 | UTC+1 |",
      "2023-03-09T13:00:00Z",
    ],
    ["Reunião de 27 de março de 2023, às 15 horas (horário de Lisboa)", "2023-03-27T14:00:00Z"],
    ["20 April 2023, 10:00 in the hall (Central)", "2023-04-20 10:00"],
    ["20 April 2023, 10:00 | Harbour Hall", "2023-04-20 10:00"],
  ])("%s", (said, start) => {
    expect(startOf(said)).toBe(start)
  })
})

describe("days and hours written out", () => {
  test.each([
    ["Eighteen hundred hours UTC, 9 May 2023", "2023-05-09T18:00:00Z"],
    ["At eleven in the forenoon of the ninth of May 2023", "2023-05-09 11:00"],
    ["20. April 2023, 18 Uhr 30, Saal 2", "2023-04-20 18:30"],
    ["Am 22. Mai 2023 um achtzehn Uhr trat der Kreis zusammen.", "2023-05-22 18:00"],
    ["Le vingt-deux mai deux mille vingt-trois à dix heures quinze", "2023-05-22 10:15"],
    ["Il giorno 22 maggio 2023, alle ore diciotto, si è riunito il Forum.", "2023-05-22 18:00"],
    ["Reunión del 22 de mayo del 2023, a las seis de la tarde", "2023-05-22 18:00"],
    [
      "El día veintidós de mayo de dos mil veintitrés, a las diecisiete horas con treinta minutos, se reunió el Foro.",
      "2023-05-22 17:30",
    ],
    [
      "Aos vinte e sete dias do mês de março de 2023, às quinze horas e trinta minutos, reuniu-se o Fórum.",
      "2023-03-27 15:30",
    ],
    ["Le 22 mai 2023, une réunion de deux heures", "2023-05-22"],
  ])("%s", (said, start) => {
    expect(startOf(said)).toBe(start)
  })
})

describe("days and hours said in other ways", () => {
  test.each([
    [
      "We met on Saturday the thirteenth of May, two thousand and twenty-three, at noon.",
      "2023-05-13 12:00",
    ],
    ["Twentieth April 2023, 14.00 UTC, by telephone", "2023-04-20T14:00:00Z"],
    ["May the twelfth, twenty twenty-three", "2023-05-12"],
    ["20 April 2023 between 14:00 and 15:30, Coordinated Universal Time", "2023-04-20T14:00:00Z"],
    ["We met today (Friday 8 September 2023) at 10 past 2 in the afternoon.", "2023-09-08 14:10"],
    ["meeting of 20230420, 1400 utc", "2023-04-20T14:00:00Z"],
    ["Jakarta (WIB) 09.30–11.00, date: 23 May 2023", "2023-05-23T02:30:00Z"],
    ["20 April 2023, 11 A.M. US EASTERN", "2023-04-20T15:00:00Z"],
    ["20 April 2023, 4:30pm IST (UTC+5:30)", "2023-04-20T11:00:00Z"],
    ["04.05.23, 14:00 UTC", "2023-05-04T14:00:00Z"],
    ["4 May 2023; 14.00 h – 16.00 h (CEST)", "2023-05-04T12:00:00Z"],
    ["Donderdag 4 mei 2023, 14.00 uur UTC", "2023-05-04T14:00:00Z"],
    ["Čtvrtek 4. května 2023, 14.00 UTC", "2023-05-04T14:00:00Z"],
    ["2023年5月4日 15:00 JST", "2023-05-04T06:00:00Z"],
    ["Meeting date: May 4th, 2023 | Start: 16:00 | End: 17:00 | TZ: UTC", "2023-05-04T16:00:00Z"],
    ["Report of call 19 – 27 October 2023, 15:00 BST", "2023-10-27T14:00:00Z"],
    ["Meeting 12-14 March 2023", "2023-03-12"],
    ["20 April 2023\n\n<ana> Meeting starts at 15:00 UTC", "2023-04-20T15:00:00Z"],
  ])("%s", (said, start) => {
    expect(startOf(said)).toBe(start)
  })

  test.each([
    "These minutes were typed on 3 May 2023 from the tape.",
    "Compte rendu rédigé le 21 avril 2023.",
    'Conference: "Ports of Tomorrow", 11–13 May 2023, registration open',
    "Save the date: harbour day on 11 May 2023",
    "Valid for the season 1 May 2023 to 30 September 2023",
    "Next elections: 4 May 2023",
    "Deadline for amendments: 4 May 2023, 12:00 UTC",
    "The second May market had ten past visitors.",
  ])("%s", (said) => {
    expect(startOf(said)).toBeNull()
  })

  test("the heading that counts the meeting below the name of the body", () => {
    const mail =
      "Dear members,\n\nthe minutes of last week are below.\n\n## Quay Forum\n\n### Sixth meeting, Thursday 6 October 2022, 10:00 EAT"
    expect(readReport(`${mail}${body}`, "x.md").start?.value.instant).toBe("2022-10-06T07:00:00Z")
  })
})

describe("the day of the paper behind that of the meeting", () => {
  test.each([
    [
      "Document N 1187\nDate: 2014-11-21\n\nHeld at the Institute, on 18 November 2014",
      "2014-11-18",
    ],
    ["2014-11-21\n\n18-19 November 2014, House of Norms", "2014-11-18"],
    ["2014-11-21\n\nThe meeting was held in Odrava on 18 November 2014.", "2014-11-18"],
    ["Tuesday, 18 November 2014 · 42 min", "2014-11-18"],
    ["taking place 19. 11. 2014 in Odrava", "2014-11-19"],
  ])("%s", (said, date) => {
    expect(startOf(said)?.slice(0, 10)).toBe(date)
  })

  test("a day of the title long behind another that is told", () => {
    const said = "18 November 2014\n\nThe group met for the first time on 3 March 2011."
    expect(startOf(said)).toBe("2014-11-18")
  })

  test("the hour of the title holds where both give one day, of which day and month are alike", () => {
    const said =
      "**3 March 2022 at 1 p.m. UTC**\n\nThe third meeting was held on 3 March 2022 at 2 p.m. UTC."
    expect(startOf(said)).toBe("2022-03-03T13:00:00Z")
  })

  test("where the head was taken for items", () => {
    const text =
      "QUAY SOCIETY\n\nMinutes of meeting held in the boardroom, Tuesday 18th February 1997,\n8.15 p.m.\n\nPresent: Ana Lind, Ben Okoro\n\nLAMPS. - Ana Lind showed the lamp that is to be bought.\n\nFEES. - Ben Okoro spoke on the fees of the year.\n"
    expect(readReport(text, "x.txt").start?.value).toMatchObject({
      date: "1997-02-18",
      time: "20:15",
    })
  })
})
