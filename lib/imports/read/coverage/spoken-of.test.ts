import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsOf } from "../short-minutes"

const captions = `Agenda
1. Welcome
2. Report from the fair
3. Statement on lamps
4. Election timetable
5. AOB

>> ANA LIND: Good afternoon. This is the call of May. Let us start.

>> ANA LIND: Item 2, the report. Ben, please.

>> BEN OKORO: Thank you. We had 64 people in the hall on Saturday.

>> ANA LIND: Well done. Item 3, the statement on lamps. Cem holds the pen.

>> CEM ARSLAN: The draft is one page.

>> ANA LIND: Item 4. Ben?

>> BEN OKORO: Nominations open on the first of September.
`

describe("what was said under no heading", () => {
  test("items that are called in the captions of a call", () => {
    expect(itemsOf(captions).slice(0, 4)).toEqual([
      "Welcome: discussed",
      "Report from the fair: discussed",
      "Statement on lamps: discussed",
      "Election timetable: discussed",
    ])
  })

  test("turns that speak of one item after the other, the last of which has a heading", () => {
    const text = `Agenda\n* wicks for 5.0\n* broken lamps\n* oil\n\n>> ANA: 5.0 is due on May 9. What's missing?\n>> BEN: the wicks.\n\n>> CEM: the checker finds 12 broken lamps on the quay.\n>> BEN: can't we mend those?\n\nOil: no time left.\n`
    expect(itemsOf(text)).toEqual([
      "wicks for 5.0: discussed",
      "broken lamps: discussed",
      "oil: not-reached",
    ])
  })

  test("paragraphs that call items by their place, where the agenda counts in letters", () => {
    const text = `1. Ms. Lind introduced the agenda of the meeting, which was as follows:\n   a. Lamps\n   b. Oil and wicks\n   c. Repair of the pier\n\n2. Under the first item, Mr. Okoro informed the group that two lamps are out.\n\n3. Under the second item, Ms. Arslan asked what the oil costs. Mr. Okoro gave the price.\n\n4. For lack of time the third item was postponed.\n`
    const { agenda } = readReport(text, "report.txt")
    expect(agenda.map(({ label, coverage }) => `${label} ${coverage}`)).toEqual([
      "a discussed",
      "b discussed",
      "c not-reached",
    ])
  })

  test("paragraphs that go back and forth are on nothing for certain", () => {
    const text = `Agenda\n* Lamps of the quay\n* Repair of the pier\n* Oil\n\nThe repair of the pier was praised by all.\n\nThe lamps of the quay are out.\n\nOil\n\nNone.\n`
    expect(itemsOf(text).at(-1)).toEqual("Oil: no-update")
  })
})
