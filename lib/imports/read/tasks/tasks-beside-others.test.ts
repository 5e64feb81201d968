import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsOf } from "../short-minutes"

const read = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss, Dmitri Sato\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  )
const actionsOf = (said: string) =>
  read(said).actions.map(({ owners, due }) => [...owners, due].join(", "))

describe("tasks beside what is no task", () => {
  test("one by one below their items, counted with letters in front: none of them is a title", () => {
    const report = `Harbour Light Group\nMeeting 41, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss\n\n1. Lamps\n\nThe lamps were counted.\n\nAI 41-1: Ben Okoro to write to the port\nAI 41-2: Carla Weiss to count the lamps\n\n2. Pier\n\nAna Lind showed the planks.\n\nAI 41-3: Ana Lind to order two planks\n\n3. Bins\n\nThey are full.\n\nAI 41-4: Ben Okoro to empty them (due 20 May 2024)\n`
    expect(itemsOf(report).map((item) => String(item).split(":")[0])).toEqual([
      "Lamps",
      "Pier",
      "Bins",
    ])
    expect(readReport(report, "x.txt").actions.map(({ owners }) => owners[0])).toEqual([
      "Ben Okoro",
      "Carla Weiss",
      "Ana Lind",
      "Ben Okoro",
    ])
  })

  test.each([
    ["Ben writes to the port, at the latest 20 May.", ["Ben Okoro, 2024-05-20"]],
    ["Ben writes to the port, not later than 20 May.", ["Ben Okoro, 2024-05-20"]],
    ["Ben to e-mail the parents by 20 May.", ["Ben Okoro, 2024-05-20"]],
    // What happens on a day, and what was done there and then.
    ["Ben writes to the port on 20 May.", []],
    ["Ana opened the meeting and invited Mr Okoro to recall the count of the lamps.", []],
    ["Ana invited Ben to recall the mandate that was given by the port.", []],
    ["Ana invited Ben to give a short overview of the lamps.", []],
    ["Ana invited Ben to send an overview by 20 May.", ["Ben Okoro, 2024-05-20"]],
    ["Actions from last time\n\nBen: all closed but one, the red lamp is still open.", []],
    ["Ben was asked to ring the port, and did.", []],
    ["Ben was instructed to ring the port by 2 May and has since done so.", []],
    ["Ben will ring the port by 20 May and say what he did.", ["Ben Okoro, 2024-05-20"]],
    // An offer that is settled in what is given behind it.
    [
      "Ben found it dark, and offered to add to it.\n\nBen: write to the port by 20 May.",
      ["Ben Okoro, 2024-05-20"],
    ],
    [
      "Ben offered to share the load.\n\nAction: Carla to hand two lamps to Ben Okoro by 20 May.",
      ["Carla Weiss, 2024-05-20"],
    ],
    [
      "Ben offered to count the lamps.\n\nAction: Carla to mend the pier by 20 May.",
      ["Ben Okoro, ", "Carla Weiss, 2024-05-20"],
    ],
    // A place is nobody.
    ["The museum in Sankt Aldo has agreed to lend two lamps.", []],
  ])("%s", (said, actions) => {
    expect(actionsOf(said)).toEqual(actions)
  })
})

/** Lines with people in the right margin, where they are. */
const withMargin = (rows: readonly [string, string?][]) =>
  rows.map(([left, right]) => (right ? `${`       ${left}`.padEnd(70)}${right}` : `       ${left}`))

describe("people in the margin of a page that has no head", () => {
  const minutes = (margin: (name: string) => string | undefined) =>
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss, Dmitri Sato\n\n24/01  LAMPS\n${withMargin(
      [
        ["Ben Okoro reported that two lamps were dark and that"],
        ["nobody had gone to see them."],
        ["Ben Okoro to see to them by 20 May.", margin("BO")],
        ["Carla Weiss to ask the port what it thinks of them by"],
        ["27 May.", margin("CW")],
      ],
    ).join(
      "\n",
    )}\n\n24/02  PIER\n${withMargin([["It was agreed to mend the pier. Dmitri Sato to order planks.", margin("DS")]]).join("\n")}\n\n24/03  BINS\n       Deferred.\n`

  test("each sentence beside them is a task, and what stands above it is none", () => {
    const report = readReport(
      minutes((name) => name),
      "x.txt",
    )
    expect(report.actions.map(({ owners, due }) => [...owners, due])).toEqual([
      ["Ben Okoro", "2024-05-20"],
      ["Carla Weiss", "2024-05-27"],
      ["Dmitri Sato", null],
    ])
    expect(report.agenda.map(({ title }) => title)).toEqual(["LAMPS", "PIER", "BINS"])
  })

  test.each(["CARRIED", "Motion carried", "Noted"])("how it went is nobody: %s", (went) => {
    const report = readReport(
      minutes(() => went),
      "x.txt",
    )
    expect(report.blocks.some(({ text }) => text === went)).toBe(false)
  })
})

describe("letters in front of tasks count no items", () => {
  const HEAD =
    "Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss, Dmitri Sato\n\n1. Lamps\n\nBen Okoro said that two lamps were dark.\n\n"
  test("people, and what they are to do", () => {
    const report = readReport(
      `${HEAD}(a) Mr Okoro: to see to the lamps by 20 May.\n(b) Ms Weiss: to ask the port.\n\n2. Pier\n\nDmitri Sato told of the planks.\n\n(a) Mr Sato and Ms Lind: to order planks by 27 May.\n\n3. Bins\n\nNothing.\n`,
      "x.txt",
    )
    expect(report.agenda.flatMap(({ children }) => children)).toEqual([])
    expect(report.actions.map(({ owners, due }) => [...owners, due])).toEqual([
      ["Ben Okoro", "2024-05-20"],
      ["Carla Weiss", null],
      ["Dmitri Sato", "Ana Lind", "2024-05-27"],
    ])
  })

  test("but not matters that are to be gone through", () => {
    const report = readReport(
      `${HEAD}(a) Annual report: to review the draft\n(b) Membership: to set the fee\n\n2. Pier\n\nNothing.\n`,
      "x.txt",
    )
    expect(report.actions).toEqual([])
  })
})

test("columns without a head of which the first is the day", () => {
  const said =
    "20 May   Ben      Walk the pier\n27 May   Carla    Ask the port\n30 May   Dmitri   Order planks"
  expect(actionsOf(said)).toEqual([
    "Ben Okoro, 2024-05-20",
    "Carla Weiss, 2024-05-27",
    "Dmitri Sato, 2024-05-30",
  ])
})
