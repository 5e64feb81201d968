import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair, AL), Ben Okoro (BO), Cem Arslan, Ifeoma Obi\n\n1. Lamps\n\nThe lamps were counted. Cem thought that they are old.\n"
const actionsOf = (said: string) =>
  readReport(
    `${front}${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions.map(({ text, owners, due }) => [text, owners.join(), due])

describe("tasks in brackets, each on a line of its own", () => {
  test.each([
    [
      "[AL to ask the port, by 10 March]\n[Ben to look for a lamp]",
      "AL to ask the port, by 10 March",
      "Ben to look for a lamp",
    ],
    [
      "(Ana: ask the port by 10 March)\n(Ben: look for a lamp)",
      "ask the port by 10 March",
      "look for a lamp",
    ],
    ["[Ana – ask the port – 10 March]\n[Ben – look for a lamp]", "ask the port", "look for a lamp"],
  ])("%s", (said, first, second) => {
    expect(actionsOf(said)).toEqual([
      [first, "Ana Lind", "2022-03-10"],
      [second, "Ben Okoro", null],
    ])
  })

  test.each(["[Ana: not sure]\n[Ben to the left]", "(Ana to the left of the door)"])(
    "no tasks: %s",
    (said) => {
      expect(actionsOf(said)).toEqual([])
    },
  )
})

describe("a table whose rows are numbered", () => {
  test.each(["T1 ", "1. ", "1  "])("%s", (number) => {
    const next = number.replace("1", "2")
    const table = `\nNo.   Task               Who     Until\n${number}   Ask the port       Ana     10 March\n${next}   Look for a lamp    Ben`
    expect(actionsOf(table)).toEqual([
      ["Ask the port", "Ana Lind", "2022-03-10"],
      ["Look for a lamp", "Ben Okoro", null],
    ])
  })
})

test("whose it is, what, and that there is no day", () => {
  expect(actionsOf("\nAna - ask the port - 10 March\nBen - list the lamps - no date")).toEqual([
    ["ask the port", "Ana Lind", "2022-03-10"],
    ["list the lamps", "Ben Okoro", null],
  ])
  expect(actionsOf("\nAna - list of lamps - no idea")).toEqual([])
})

describe("what stands beside tells what an entry is", () => {
  test.each([
    ["* → Ana reviews the plan\n* → Ben writes to the port by 12 March"],
    ["- -> Ana reviews the plan\n- -> Ben writes to the port by 12 March"],
    ["* Ana reviews the plan\n* Ben writes to the port by 12 March"],
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([
      ["Ana reviews the plan", "Ana Lind", null],
      ["Ben writes to the port by 12 March", "Ben Okoro", "2022-03-12"],
    ])
  })

  test.each([
    ["- review the plan (Ana)\n- write to the port (Ben, 12 March)"],
    ["Ana: review the plan\n\nBen, 12 March: write to the port"],
  ])("%s", (said) => {
    expect(actionsOf(`\n${said}`)).toEqual([
      ["review the plan", "Ana Lind", null],
      ["write to the port", "Ben Okoro", "2022-03-12"],
    ])
  })

  test.each([
    "* Ana likes the plan\n* Ben moves slowly",
    "* The port writes by 12 March\n* Ben does not want a lamp",
    "- plan of the mole (Ana)\n- lamps of the port (Ben, 12 March)",
  ])("no tasks: %s", (said) => {
    expect(actionsOf(`\n${said}`)).toEqual([])
  })
})

test("names that are set off in front are none of what is to be done", () => {
  const tasks = [
    ["reviews the plan", "Ana Lind", null],
    ["writes to the port", "Ben Okoro", "2022-03-12"],
  ]
  expect(
    actionsOf("\n→ *Ana Lind* reviews the plan\n→ *Ben Okoro* writes to the port (12 March)"),
  ).toEqual(tasks)
  expect(
    actionsOf("\n- [ ] @Ana Lind reviews the plan\n- [ ] @Ben Okoro writes to the port (12 March)"),
  ).toEqual(tasks)
})

test("what is still open stands below", () => {
  const said =
    "Ben went through the list. The lamp is up (Ana, done). Still open:\n - Ana to ask the port by 10 March"
  expect(actionsOf(said)).toEqual([["Ana to ask the port by 10 March", "Ana Lind", "2022-03-10"]])
})

describe("lines without marks that stand each for itself", () => {
  test.each([
    ["Review the plan: Ana, 10 March\nWrite to the port: Ben, 12 March"],
    ["Review the plan (Ana, 10 March)\nWrite to the port (Ben, 12 March)"],
    ["10 March – Ana – Review the plan\n12 March – Ben – Write to the port"],
  ])("%s", (said) => {
    expect(actionsOf(`\n${said}`)).toEqual([
      ["Review the plan", "Ana Lind", "2022-03-10"],
      ["Write to the port", "Ben Okoro", "2022-03-12"],
    ])
  })

  test.each([
    "Paid: Ana, 10 March\nSent: Ben, 12 March",
    "10 March – Ana – the plan\n12 March – Ben – the port",
  ])("no tasks: %s", (said) => {
    expect(actionsOf(`\n${said}`)).toEqual([])
  })
})

describe("a word in front of orders is what the report calls its tasks", () => {
  test("whatever it is, with a code behind it", () => {
    const said =
      "New: 22-10 Ana to review the plan, due 10 March\nNew: 22-11 Ben to write to the port"
    expect(actionsOf(`\n${said}`)).toEqual([
      ["Ana to review the plan, due 10 March", "Ana Lind", "2022-03-10"],
      ["Ben to write to the port", "Ben Okoro", null],
    ])
  })

  test("what it heads else is none", () => {
    expect(actionsOf("\nNew: a lamp at the port\nNew: a plan of the mole")).toEqual([])
  })
})

test("when others meet is no task, what they meet for is", () => {
  const meets = "\nThe Bureau will meet on 27 March 2022 at 14:00"
  expect(actionsOf(`${meets}.`)).toEqual([])
  expect(actionsOf(`${meets} to draft the letter to the port.`)).toHaveLength(1)
})
