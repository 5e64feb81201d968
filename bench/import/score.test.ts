import { describe, expect, test } from "vitest"
import type { Values } from "./case"
import { addScores, rates, scoreCase } from "./score"

const empty: Values = {
  printed: [],
  number: null,
  start: null,
  hosts: [],
  moderators: [],
  agenda: [],
  participants: [],
  regrets: [],
  speakers: [],
  decisions: [],
  actions: [],
  next: null,
  links: [],
}
const score = (expected: Partial<Values>, read: Partial<Values>) =>
  scoreCase({ ...empty, ...expected }, { ...empty, ...read })
const item = (title: string, children: Values["agenda"] = []): Values["agenda"][number] => ({
  title,
  coverage: "discussed",
  children,
})

describe("what counts as right", () => {
  test("names compare without case, accents and punctuation, each as often as it is listed", () => {
    const { participants } = score(
      { participants: ["Inês Valadares", "Otto Brandvold", "Otto Brandvold"] },
      { participants: ["INES VALADARES.", "Otto Brandvold", "Lin Zhao"] },
    )
    expect(participants).toEqual({
      hits: 2,
      expected: 3,
      read: 3,
      missed: ["Otto Brandvold"],
      extra: ["Lin Zhao"],
    })
  })

  test("a text passes for a longer one with five words in common, not with four", () => {
    const whole = "It was agreed that the lamps are lit at dusk."
    expect(
      score({ decisions: [whole] }, { decisions: ["lamps are lit at dusk"] }).decisions.hits,
    ).toBe(1)
    expect(score({ decisions: [whole] }, { decisions: ["are lit at dusk"] }).decisions.hits).toBe(0)
    expect(score({ decisions: ["Approved."] }, { decisions: ["approved"] }).decisions.hits).toBe(1)
  })

  test("a start is as exact as the report, and an hour that it does not give is wrong", () => {
    expect(score({ start: "2021-07-01" }, { start: "2021-07-01T13:00" }).start.hits).toBe(0)
    expect(score({ next: "2021-07-22" }, { next: "2021-07-22T13:00:00Z" }).next.hits).toBe(1)
    expect(score({ next: "2021-07-22" }, { next: "2021-07-23T13:00:00Z" }).next.hits).toBe(0)
  })

  test("links compare to the letter", () => {
    expect(
      score({ links: ["https://a.example.org/X"] }, { links: ["https://a.example.org/x"] }).links
        .hits,
    ).toBe(0)
  })
})

describe("the agenda", () => {
  test("an item one level too high has the right title in the wrong place", () => {
    const scores = score(
      { agenda: [item("Tides", [item("Gauges")])] },
      { agenda: [item("Tides"), item("Gauges")] },
    )
    expect([scores.labels.hits, scores.titles.hits, scores.coverage.hits]).toEqual([1, 2, 2])
  })

  test("an item that was made up does not shift those behind it", () => {
    const scores = score(
      { agenda: [item("Tides"), item("Gauges")] },
      { agenda: [item("Chair: Otto"), item("Tides"), item("Gauges")] },
    )
    expect(scores.titles).toMatchObject({ hits: 2, extra: ["Chair: Otto"], missed: [] })
  })
})

describe("actions", () => {
  const action = (text: string, owners: string[], due: string | null) => ({ text, owners, due })

  test.each([
    "Ana Lind: call the port",
    "Ana Lind – call the port",
    "@ana and @ben: call the port",
  ])("%s is the same task without its owners, whoever leaves them out", (text) => {
    const ana = ["Ana Lind"]
    const bare = action("call the port", ana, null)
    expect(score({ actions: [action(text, ana, null)] }, { actions: [bare] }).actions.hits).toBe(1)
    const other = { actions: [action("call the town", ana, null)] }
    expect(score({ actions: [action(text, ana, null)] }, other).actions.hits).toBe(0)
  })

  test("a day behind the second of two dashes belongs to the words of a task as little as the name before the first", () => {
    const told = action("Ms. Lind - call the port - by 3 May", ["Ana Lind"], "2023-05-03")
    const bare = action("call the port", ["Ana Lind"], "2023-05-03")
    expect(score({ actions: [told] }, { actions: [bare] }).actions.hits).toBe(1)
  })

  test("owners and days of an action that was not read are missing, those of a wrong one too many", () => {
    const scores = score(
      { actions: [action("Otto will call the maker of lamps", ["Otto Brandvold"], "2022-05-03")] },
      { actions: [action("Lin will be away for all of May", ["Lin Zhao"], "2022-05-31")] },
    )
    expect(scores.owners).toMatchObject({
      hits: 0,
      missed: ["Otto Brandvold"],
      extra: ["Lin Zhao"],
    })
    expect(scores.due).toMatchObject({ hits: 0, expected: 1, read: 1 })
  })

  test.each([
    "Call the port (by 7 December)",
    "Call the port – until 14 December.",
    "Call the port, by Friday, 7 December 2018",
    "Call the port (due: next meeting)",
  ])("%s is the same task without its day, whoever leaves it out", (dated) => {
    const [long, short] = [
      action(dated, [], "2018-12-07"),
      action("Call the port", [], "2018-12-07"),
    ]
    expect(score({ actions: [long] }, { actions: [short] }).actions.hits).toBe(1)
    expect(score({ actions: [short] }, { actions: [long] }).actions.hits).toBe(1)
  })

  test.each([
    ["Call the port (berth 7)", "2018-12-07"],
    ["Call the port, by the boats of 7 May", "2018-12-07"],
    ["Call the port – Ana, 7 December", "2018-12-07"],
    ["Call the port (by 7 December)", null],
  ])("%s is not, where more than the day stands there or no day is told", (text, due) => {
    const read = action("Call the port", [], due)
    expect(score({ actions: [action(text, [], due)] }, { actions: [read] }).actions.hits).toBe(0)
  })
})

describe("the rates", () => {
  test("all reports count together, value by value", () => {
    const one = score({ hosts: ["A B", "C D"] }, { hosts: ["A B"] })
    const other = score({ hosts: ["E F"] }, { hosts: ["E F", "G H"] })
    expect(rates(addScores([one, other]).hosts)).toEqual({
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
    })
  })

  test("nothing to read and nothing read is right, something read where nothing stands is not", () => {
    expect(rates(score({}, {}).regrets).f1).toBe(1)
    expect(rates(score({}, { regrets: ["A B"] }).regrets).f1).toBe(0)
  })
})
