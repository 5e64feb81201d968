import { describe, expect, test } from "vitest"
import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "./check"
import { NO_CONTEXT } from "./model"
import { sound } from "./rules/cases/case"
import { dateMismatch } from "./rules/date-mismatch"

/** What is found in the sound report once words of it stand otherwise. */
function foundIn(...changes: readonly [what: string | RegExp, by: string][]) {
  let text = sound
  for (const [what, by] of changes) {
    const changed = text.replaceAll(what, by)
    expect(changed).not.toBe(text)
    text = changed
  }
  return checkReport(readReport(text, "tides.txt"), NO_CONTEXT).map(({ rule }) => rule)
}

describe("what bodies write every month is no finding", () => {
  test("headings that are the number of their item alone", () => {
    expect(
      foundIn(
        ["\n\n1. Opening of the call\n\nOtto", "\n\nPoint 1\n\nOtto"],
        ["\n\n2. New gauges for the pier\n\nLin", "\n\nPoint 2\n\nLin"],
        ["\n\n3. AOB\n\nN/A", "\n\nPoint 3\n\nN/A"],
      ),
    ).toEqual([])
  })

  test("whoever leads an item in square brackets in front of its heading", () => {
    expect(
      foundIn([
        "\n\n2. New gauges for the pier\n\nLin",
        "\n\n2. [Lin] New gauges for the pier\n\nLin",
      ]),
    ).toEqual([])
  })

  test("paragraphs that count by themselves and call their item", () => {
    const text = `Tide Group
Summary of the call of 5 May 2022, 13:00 UTC

1. The call was moderated by Lin Zhao-Perera.

2. Ms. Zhao-Perera introduced the agenda, which was as follows:
\ta. Updates from the office
\tb. Review of the gauges
\tc. New gauges
\td. Work between the calls

3. Under the first item, Mr. Brandvold told of the new secretary, who had arrived in March.

4. Under the second item, Mr. Brandvold gave the figures. 214 readings had come in.

5. Ms. Zhao-Perera asked whether the low marks went to one pier.

6. Under the third item, Ms. Zhao-Perera compared two offers.

7. For lack of time the fourth item was not opened.

8. Present were: Otto Brandvold, Lin Zhao-Perera.
`
    const rules = checkReport(readReport(text, "tides.txt"), NO_CONTEXT).map(({ rule }) => rule)
    expect(rules).not.toContain("agenda-order")
    expect(rules).not.toContain("heading-differs")
  })

  test("a next meeting with its day, in a report that gives no hour at all", () => {
    const rules = foundIn(
      [" at 1 p.m. UTC", ""],
      ["Next meeting: 19 May 2022, 13:00 UTC", "The group meets next on 19 May 2022."],
    )
    expect(rules).toContain("start-missing")
    expect(rules).not.toContain("next-meeting-undated")
  })

  test.each([
    ["It was decided to hold the fair at the pier on ", []],
    ["The 12th call was held at the pier on ", ["date-mismatch"]],
  ])("the day behind “%s”", (front, rules) => {
    const printed = "12 September 2022"
    const start = { time: null, zone: null, instant: null, weekday: null }
    const told = { line: 9, from: front.length, to: front.length + printed.length }
    const title = { line: 1, from: 900, to: 910 }
    const found = dateMismatch({
      starts: [
        { ...start, where: "title", date: "2022-05-05", printed: "5 May 2022", at: title },
        { ...start, where: "text", date: "2022-09-12", printed, at: told },
      ],
      paragraphs: [
        {
          text: `${front}${printed}.`,
          part: "discussion",
          item: "1",
          heading: false,
          place: (from, to) => ({ line: 9, from, to }),
        },
      ],
    })
    expect(found.map(({ rule }) => rule)).toEqual(rules)
  })
})
