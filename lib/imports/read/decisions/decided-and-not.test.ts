import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  )
const decisionsOf = (said: string) => read(said).decisions.map(({ text }) => text)

describe("how all felt, and what was decided", () => {
  test.each([
    "There was broad support for a last reminder.\n\nIt was agreed that all get a last reminder.",
    "Ana asked for it. No objection was heard to that.\n\nConsent: All get a last reminder.",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual([expect.stringMatching(/all get a last reminder\.$/i)])
  })

  test.each([
    "Ben was asked to count the lamps. There was broad support for this.",
    "Figures for a new lamp were passed around.",
    "Carla presented her report, taken as read.",
  ])("%s is none", (said) => {
    expect(decisionsOf(said)).toEqual([])
  })

  test.each([
    "These were agreed to be accurate.",
    "The berth was allocated to the Petrov family by a unanimous vote.",
    "The minutes were taken as read.",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual([said])
  })

  test("a motion in front of its fate", () => {
    const said = "Mr Okoro moved that the boats travel free in June. The motion was carried."
    expect(decisionsOf(said)).toEqual([said])
  })

  test("a title in bold ends what stands below the heading of a decision", () => {
    const said =
      "**Old lamps**\n\n- Ana showed one.\n\n#### Decision\n\nThe old lamps are sold.\n\n**New lamps**\n\n- Ben showed one."
    expect(decisionsOf(said)).toEqual(["The old lamps are sold."])
  })
})

test("a table of minutes right behind another table, with who and when in the cell of the task", () => {
  const { actions } = readReport(
    [
      "# Harbour Light Group",
      "",
      "| Date | 3 May 2024 |",
      "| --- | --- |",
      "| Present | Ana Lind; Ben Okoro; Carla Weiss |",
      "",
      "| Item | Discussion | Action |",
      "| --- | --- | --- |",
      "| 1. Lamps | Ana reported that eleven of the lamps are dark since the storm of last week. | Order two lamps; B. Okoro, 20/05/2024 |",
      "| 2. Buoys | Ben has counted the buoys, all of which are where they were a year ago. | |",
      "| 3. Keys | Carla asked for one more key to the lamp room, which was found in a drawer. | |",
    ].join("\n"),
    "x.md",
  )
  expect(actions).toMatchObject([
    { text: "Order two lamps", owners: ["Ben Okoro"], due: "2024-05-20" },
  ])
})
