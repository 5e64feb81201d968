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
    ["Ana invited Ben to give a short overview of the lamps.", []],
    ["Ana invited Ben to send an overview by 20 May.", ["Ben Okoro, 2024-05-20"]],
    // A place is nobody.
    ["The museum in Sankt Aldo has agreed to lend two lamps.", []],
  ])("%s", (said, actions) => {
    expect(actionsOf(said)).toEqual(actions)
  })
})
