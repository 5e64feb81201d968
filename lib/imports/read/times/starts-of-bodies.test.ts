import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (text: string) => readReport(text, "x.md")
const body =
  "\n\nPresent: Ana Lind, Ben Okoro\n\n## Lamps\n\nAna Lind showed the lamp that is to be bought.\n\n## Fees\n\nBen Okoro spoke on the fees of the year.\n"

describe("the day of the meeting among other days", () => {
  test.each([
    ["Posted May 20, 2022 by the office\n\nQuay Board Meeting\nMay 12, 2022", "2022-05-12"],
    ["Minutes approved on June 9, 2022\n\nQuay Board\n\n- Date: May 12, 2022", "2022-05-12"],
    ["Wednesday, June 15, 2022\n\nQuay Minutes - May 12, 2022", "2022-05-12"],
    [
      '---\ntitle: "2022-05-12 Quay minutes"\ndate: 2022-05-20T20:15:00.000Z\n---\n\n# Quay',
      "2022-05-12",
    ],
    ["# Quay, 12 May '22", "2022-05-12"],
    ["# 20220512 Quay call", "2022-05-12"],
    ["##Quay call\n\n###12 May 2022", "2022-05-12"],
    ["Minutes of the meeting approved, Quay, 12 May 2022", "2022-05-12"],
    ["Doc: Q/117\nDate: 2022-05-30\n\n# Minutes of the Quay meeting, May 12, 2022", "2022-05-12"],
    ["Title: May 12 Quay Board Meeting\nDate: 2022-05-20 20:15\nSlug: quay", "2022-05-12"],
    ["# May 12, 2022 Attendees:\n\n- Ana Lind\n- Ben Okoro", "2022-05-12"],
    ["# Quay Task Force Meeting 2022-05-12\n\n## Agenda\n\n* Lamps\n* Fees", "2022-05-12"],
    ["# Quay\n\nThursday 12^th^ May 2022", "2022-05-12"],
    ["# Quay\n\nThursday 12<sup>th</sup> May 2022", "2022-05-12"],
    ["Quay Board\n12 May 2022\n\nMinutes of last meeting held on April 14th 2022", "2022-05-12"],
    ["Quay Board\nPrevious call: 14 April 2022\nThis call: 12 May 2022", "2022-05-12"],
    ["# Quay call 20221399\n\n12 May 2022", "2022-05-12"],
  ])("%s", (head, date) => {
    expect(read(head + body).start?.value).toMatchObject({ date, time: null })
  })

  test("a stamp counts where no other day is told", () => {
    const text = `---\ntitle: Quay minutes\ndate: 2022-05-12T13:00:00Z\n---\n\n# Quay${body}`
    expect(read(text).start?.value.instant).toBe("2022-05-12T13:00:00Z")
  })
})

describe("the hour of the meeting wherever a line says it", () => {
  test.each([
    ["Quay, 12 May 2022\n\n## Times\n\n- Opened: 13:05\n- Closed: 14:20", "13:05"],
    ["Quay, 12 May 2022\n\n## Times\n\n- Closed: 14:20", null],
    ["Quay, 12 May 2022\n\nMeeting called to order at \\_\\_7:25 PM\\_\\_ by Ana", "19:25"],
    ["Quay, 12 May 2022\n\nHeld on the usual bridge, at 11 in the morning", "11:00"],
    ["Quay, Thursday 12 May 2022 at 19h", "19:00"],
    ["Quay, 12 May 2022, 7.30 in the evening", "19:30"],
    ["Quay, 12.5.2022 klo 18.00", "18:00"],
    ["Quay, May twelfth, 2022, 7 PM", "19:00"],
    ["Quay, 12 May 2022\n\nThe meeting commences at 13:00.", "13:00"],
    ["Quay, 12 May 2022\n\nThe Chair declared the meeting open at 18:05.", "18:05"],
    ["Quay, 12 May 2022\n\nWe got going at 18:05.", "18:05"],
    ["Quay, 12 May 2022\n\n(18:05) Call to order", "18:05"],
    ["Quay, 12 May 2022\n\nSession number 57. 7 p.m. UTC to 8 p.m. UTC. Chair: Ana Lind.", "19:00"],
    ["Quay, 12 May 2022\n\nThe talks on the pump got going at the mill.", null],
    ["Quay\n\nThe meeting started at 09:00 2022-05-12 and closed at 16:20 2022-05-13.", "09:00"],
    [
      "Quay\n12 May 2022\n\n## Opening\n\nAna Lind called the meeting to order at 7:02 p.m.\n\n## Review of Minutes from 5 May 2022",
      "19:02",
    ],
    ["Quay, 12 May 2022\n\nNext meeting: 9 June 2022\nTime: 10:00", null],
    [
      "Quay, 12 May 2022\n\nWe sat in the shed.\n\nAna Lind spoke first.\n\nThe fair will be held on 28 May 2022 at 3 p.m.",
      null,
    ],
    ["Quay, 12 May 2022\n\n## Fair\n\n- DECISION: 23 August 2022 at 15:00 UTC", null],
    [
      "Quay, 12 May 2022\n\nPresent: Eva Roth\n\nChair Lind called it to order at 12:06 PM",
      "12:06",
    ],
  ])("%s", (head, time) => {
    expect(read(head + body).start?.value).toMatchObject({ date: "2022-05-12", time })
  })

  test.each([
    ["Quay, 12 May 2022\n\n09:00 Montevideo · 13:00 Lisbon · 20:00 Singapore (12:00 UTC)", "12"],
    ["Quay, 2022-05-12 19:00\n\n- Time :: 19:00 UTC", "19"],
    ["Quay, 20220512\n\nTime: 4:00pm U.S. Eastern", "20"],
    ["---\ntitle: Quay meeting\ndate: 2022-05-12 05:00:00 -0700\n---\n\n# Quay", "12"],
    [
      "# Quay, 2022-05-12\n\n| Zone | Hour |\n|---|---|\n| UTC | Thu 12-May-2022 13:00 (01:00 PM) |",
      "13",
    ],
    [
      "Quay, 12 May 2022\n\nThe chair sat in her boat.\n\nThe meeting sat from 10h00 to 12h30 (UTC+1).",
      "09",
    ],
  ])("in the zone that is said: %s", (head, hour) => {
    expect(read(head + body).start?.value.instant).toBe(`2022-05-12T${hour}:00:00Z`)
  })

  test("also in the first item", () => {
    const opened = (words: string) =>
      read(
        `Quay Board\n\nMay 12, 2022\n\nPresent: Ana Lind, Ben Okoro\n\n1. Call to order\n\n${words}\n\n2. Fees\n\nBen Okoro spoke on the fees of the year.\n`,
      ).start?.value.time
    expect(opened("Ana Lind called to order the meeting of the Board at 7:02 p.m.")).toBe("19:02")
    expect(opened("Ana Lind will close her shop on the quay at 7:02 p.m.")).toBeNull()
  })
})

test("a day alone heads no agenda", () => {
  const items =
    "1. Lamps\n2. Fees\n\nI. Lamps\n\nAna Lind showed a lamp.\n\nII. Fees\n\nNothing new.\n"
  expect(
    read(`Quay Chairs' Summary\n\nHarbour Hotel\n12 May 2022\n\n${items}`).start?.value.date,
  ).toBe("2022-05-12")
})

describe("what is a report", () => {
  const likely = (text: string) => read(text).likelihood.signs
  test("by the name of a meeting above its day, or by the call to order", () => {
    expect(likely(`FACULTY SENATE MEETING\nMay 12, 2022${body}`)).toContain("titled")
    expect(likely(`Open board call notes${body}`)).toContain("titled")
    expect(
      likely(`Quay\n\nCHAIR LIND - I call to order the meeting of the Quay.${body}`),
    ).toContain("held")
  })
  test("but not by the word alone", () => {
    expect(likely(`How to run a meeting${body}`)).not.toContain("titled")
    expect(
      likely(`Quay\n\nThey had to call the meeting off, in order to rest.${body}`),
    ).not.toContain("held")
  })
})

describe("the hour of the meeting", () => {
  test.each([
    ["Quay Board, 12 May 2022, 1:00-2:45, Room 214", "13:00", null],
    ["Quay Board, 12 May 2022, 9:00-2:45, Room 214", "09:00", null],
    ["Quay Board, 12 May 2022, 4:00-5:30 UTC", "04:00", "UTC"],
    ["Quay Board, 12 May 2022, 15:00-16:00 UK", "15:00", "Europe/London"],
    ["Quay Board, 12 May 2022, at 1200 Eastern", "12:00", "America/New_York"],
    ["Quay Board, 12 May 2022, 14CEST", "14:00", "UTC+2"],
  ])("%s", (head, time, zone) => {
    expect(read(`# ${head}${body}`).start?.value).toMatchObject({ time, zone })
  })
})

test("an item on the minutes of another meeting, in front of much else, is not the day of this one", () => {
  const report = readReport(
    "QUAY GUILD\n\nRecord of the Committee, pier hall,\non Saturday 9 March 2019 at 10.30 am\n\nPresent: Ana Lind, Ben Okoro\n\n1.  Welcome\n    Ana Lind lit the stove.\n\n2.  Minutes of the meeting of 10 November 2018\n    Ben Okoro had no remarks.\n\n3.  Lamps\n    Nothing.\n",
    "x.txt",
  )
  expect(report.start?.value).toMatchObject({ date: "2019-03-09", time: "10:30" })
})
