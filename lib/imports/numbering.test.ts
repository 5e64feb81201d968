import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { describeNumber } from "./describe-number"
import type { NumberedEntry } from "./numbered"
import { settleNumbers } from "./numbering"

const report = (at: string | null, printed: number[], more: Partial<NumberedEntry> = {}) => ({
  key: `${at} ${printed}`,
  at,
  printed,
  as: String(printed[0] ?? ""),
  fixed: null,
  ...more,
})
const numbersOf = (entries: NumberedEntry[]) => settleNumbers(entries).map(({ number }) => number)

describe("which number is right", () => {
  test("order in time and a number that stands on two reports settle it, and the reason says so", () => {
    const settled = settleNumbers([
      report("2021-07-01T13:00:00Z", [23, 22]),
      report("2021-10-07T13:00:00Z", [26, 22]),
      report("2022-03-03T13:00:00Z", [33]),
      report("2022-10-20T14:00:00Z", [46]),
    ])
    expect(settled.map(({ number }) => number)).toEqual([23, 26, 33, 46])
    expect(settled[1]?.reason).toEqual({
      kind: "fits",
      before: { number: 23, day: "2021-07-01" },
      after: { number: 33, day: "2022-03-03" },
      twice: { number: 22, times: 2 },
    })
    expect(settled[2]?.reason).toBeNull()
  })

  test("the likelier number gives way to the one that fits", () => {
    const entries = [
      report("2022-01-10T13:00:00Z", [30]),
      report("2022-01-24T13:00:00Z", [13, 31]),
      report("2022-02-07T13:00:00Z", [32]),
    ]
    expect(numbersOf(entries)).toEqual([30, 31, 32])
  })

  test("more meetings than weeks are not believed", () => {
    expect(
      numbersOf([report("2022-01-10T13:00:00Z", [30]), report("2022-01-24T13:00:00Z", [81, 31])]),
    ).toEqual([30, 31])
  })

  test("a meeting of the group keeps its number, and a person's correction too", () => {
    const entries = [
      report("2022-01-10T13:00:00Z", [], { fixed: 31 }),
      report("2022-02-07T13:00:00Z", [31, 33]),
      report("2022-03-07T13:00:00Z", [34], { fixed: 40 }),
    ]
    expect(numbersOf(entries)).toEqual([31, 33, 40])
  })

  test("a number that is taken and no other printed leaves none, with the reason", () => {
    const settled = settleNumbers([
      report("2022-01-10T13:00:00Z", [], { fixed: 31 }),
      report("2022-02-07T13:00:00Z", [31]),
    ])
    expect(settled[1]).toMatchObject({ number: null, reason: { kind: "taken", number: 31 } })
  })

  test("a lone number out of order stays, and is said to be", () => {
    const settled = settleNumbers([
      report("2022-01-10T13:00:00Z", [30]),
      report("2022-01-24T13:00:00Z", [29]),
      report("2022-02-07T13:00:00Z", [32]),
    ])
    expect(settled.map(({ number }) => number)).toEqual([30, 29, 32])
    expect(settled.map(({ reason }) => reason?.kind)).toContain("out-of-order")
  })

  test("a report without a date keeps what is free", () => {
    expect(numbersOf([report("2022-01-10T13:00:00Z", [30]), report(null, [30, 12])])).toEqual([
      30, 12,
    ])
  })
})

describe("a report that prints no number", () => {
  const proposed = (entries: NumberedEntry[]) =>
    settleNumbers(entries).map(({ number, reason }) =>
      reason?.kind === "counted" ? `${number} ${reason.number}` : number,
    )

  test("has none, and is proposed the one that the order of time gives, with its neighbours", () => {
    const settled = settleNumbers([
      report("2022-01-10T13:00:00Z", [30]),
      report("2022-01-24", []),
      report("2022-02-07T13:00:00Z", [32]),
    ])
    expect(settled[1]).toMatchObject({
      number: null,
      reason: {
        kind: "counted",
        number: 31,
        before: { number: 30, day: "2022-01-10" },
        after: { number: 32, day: "2022-02-07" },
      },
    })
  })

  test("is proposed none where several fit: it is said which", () => {
    const settled = settleNumbers([
      report("2022-02-07T13:00:00Z", [12]),
      report("2022-09-05", []),
      report("2022-10-03T13:00:00Z", [20]),
    ])
    expect(settled[1]).toMatchObject({
      number: null,
      reason: {
        ...{ kind: "several", from: 13, to: 19 },
        before: { number: 12, day: "2022-02-07" },
        after: { number: 20, day: "2022-10-03" },
      },
    })
    const reason = settled[1]?.reason
    expect(reason && describeNumber({ number: null, reason }, "en")).toBe(
      "No number is printed, and any from 13 to 19 fits the order of time: 12 was held on 7 February 2022, 20 on 3 October 2022. Give the one that is right.",
    )
    // Two in a gap of three: the first is no later than 14, the second no earlier than 14.
    const two = settleNumbers([
      report("2022-02-07T13:00:00Z", [12]),
      report("2022-02-21", []),
      report("2022-03-07", []),
      report("2022-03-21T13:00:00Z", [16]),
    ])
    expect(two.slice(1, 3).map(({ reason: why }) => why)).toMatchObject([
      { kind: "several", from: 13, to: 14 },
      { kind: "several", from: 14, to: 15 },
    ])
    // A number of the gap that another meeting bears or bore leaves one for each.
    const rest = settleNumbers([
      report("2022-02-07T13:00:00Z", [12]),
      report("2022-02-21", []),
      report("2022-03-21T13:00:00Z", [15]),
      report(null, [], { fixed: 13 }),
    ])
    expect(rest[1]?.reason).toMatchObject({ kind: "counted", number: 14 })
  })

  test("counts from 1 where none prints one, whatever the order of the files", () => {
    expect(proposed([report("2022-02-07", []), report("2022-01-10", [])])).toEqual([
      "null 2",
      "null 1",
    ])
  })

  test("counts back from the first that has one, and on from the last", () => {
    expect(
      proposed([
        report("2022-01-10", []),
        report("2022-01-24", []),
        report("2022-02-07", [24]),
        report("2022-02-21", []),
      ]),
    ).toEqual(["null 22", "null 23", 24, "null 25"])
  })

  test("counts on from the highest of all where there is no room, and skips what was borne", () => {
    expect(
      proposed([
        report("2022-01-10", []),
        report("2022-01-24", []),
        report("2022-02-07", [], { fixed: 2 }),
        report(null, [], { fixed: 9 }),
      ]),
    ).toEqual(["null 10", "null 11", 2, 9])
  })

  test("is proposed none without a date", () => {
    expect(proposed([report(null, []), report("2022-02-07", [24])])).toEqual([null, 24])
  })
})

describe("numbers that begin anew each year", () => {
  test("count on from the highest in order of time", () => {
    const settled = settleNumbers([
      report("2021-03-01T13:00:00Z", [1], { as: "1/2021" }),
      report("2021-06-01T13:00:00Z", [2], { as: "2/2021" }),
      report("2022-06-01T13:00:00Z", [2], { as: "2/2022" }),
      report("2022-03-01T13:00:00Z", [1], { as: "1/2022" }),
    ])
    expect(settled.map(({ number }) => number)).toEqual([1, 2, 4, 3])
    expect(settled[2]?.reason).toEqual({ kind: "restarts", as: "2/2022" })
  })

  test("also where no year is printed", () => {
    const year = (of: number, count: number) =>
      Array.from({ length: count }, (_, at) => report(`${of}-0${at + 1}-10T13:00:00Z`, [at + 1]))
    expect(numbersOf([...year(2020, 4), ...year(2021, 3), ...year(2022, 2)])).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
  })
})

test("an earlier year that is brought in later finds its numbers taken, and counts on", () => {
  const later = [1, 2, 3].map((number) =>
    report(`2022-0${number}-10T13:00:00Z`, [], { fixed: number, key: `held ${number}` }),
  )
  const settled = settleNumbers([
    ...later,
    report("2021-01-10", [1]),
    report("2021-02-10", [2], { as: "2nd" }),
  ])
  expect(settled.slice(3).map(({ number }) => number)).toEqual([4, 5])
  expect(settled[4]?.reason).toEqual({ kind: "restarts", as: "2nd" })
  // A single report with a high number that another has is a slip, and no year that begins anew.
  expect(settleNumbers([...later, report("2021-01-10", [3])])[3]?.reason).toEqual({
    kind: "taken",
    number: 3,
  })
})

test("whatever is printed: no number twice, fixed ones stay, and every number is printed or said to count on", () => {
  const entry = fc.record({
    key: fc.uuid(),
    at: fc.option(
      fc.date({ min: new Date("2019-01-01"), max: new Date("2023-01-01"), noInvalidDate: true }),
    ),
    printed: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 14 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 4 }),
      (given, fixed) => {
        const entries = given.map(({ key, at, printed }, place) => ({
          ...report(at?.toISOString() ?? null, printed, { fixed: fixed[place] ?? null }),
          key,
        }))
        const settled = settleNumbers(entries)
        const numbers = settled.flatMap(
          ({ number, reason }) => number ?? (reason?.kind === "counted" ? reason.number : []),
        )
        expect(new Set(numbers).size).toBe(numbers.length)
        for (const [place, { number, reason }] of settled.entries()) {
          const of = entries[place]
          if (of?.fixed) expect(number).toBe(of.fixed)
          else if (number !== null && reason?.kind !== "restarts")
            expect(of?.printed).toContain(number)
        }
        expect(settleNumbers([...entries].reverse()).reverse()).toEqual(settled)
      },
    ),
  )
})

test("where the right number is printed on every report, the order in time is found", () => {
  const wrong = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), wrong), { minLength: 2, maxLength: 12 }),
      (steps) => {
        let number = 20
        let at = Date.parse("2021-01-04T13:00:00Z")
        const entries = steps.map(([step, other], place) => {
          number += step
          at += step * 7 * 86_400_000
          // Every third report has another number in its title, which is never the likelier one.
          const printed = place % 3 === 1 && other !== number ? [number, other] : [number]
          return report(new Date(at).toISOString(), printed)
        })
        expect(numbersOf(entries)).toEqual(entries.map(({ printed }) => printed[0]))
      },
    ),
  )
})
