import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const actionsOf = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss, Dmitri Sato\n\n1. Lamps\n\nThe lamps were counted.\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions.map(({ text, owners, due }) => ({ text, owners, due }))
const list = { text: "send the list", owners: ["Ben Okoro"], due: "2024-05-20" }

describe("a task told by its fields", () => {
  test.each([
    "Who: Ben. What: send the list. When: 20 May.",
    "What: send the list; Who: Ben; By when: 20 May",
    "Owner: Ben | Task: send the list | Due: 20 May",
    "Action holder: BO. Action: send the list. Target: 20 May.",
    "| Who | Ben |\n|---|---|\n| What | send the list |\n| When | 20 May |",
    "Task         send the list\nOwner        Ben\nDue          20 May",
    "Aufgabe: send the list\nZuständig: Ben Okoro\nFrist: 20.05.2024",
    "Who: Ben Okoro\nWhat: send the list\nBy: 20 May",
  ])("%s", (said) => {
    expect(
      actionsOf(said).map((each) => ({ ...each, text: each.text.replace(/\.$/, "") })),
    ).toEqual([list])
  })

  test.each(["Name: Ben. Place: the hall. When: 20 May.", "Document status: Approved, 3 May 2024"])(
    "%s: nothing is to be done",
    (said) => expect(actionsOf(said)).toEqual([]),
  )
})

describe("rows without a head", () => {
  test("a code, and columns apart by two spaces", () => {
    expect(
      actionsOf(
        "A41.2  BO  send the list         2024-05-20\nA41.3  AL, CW  count the lamps        no date\nA41.4  CW  order a lamp   closed",
      ),
    ).toEqual([list, { text: "count the lamps", owners: ["Ana Lind", "Carla Weiss"], due: null }])
  })

  test("a cell that says what each row is", () => {
    expect(
      actionsOf(
        "| 1 | Lamps | Ana counted them. | Info |\n|  | send the list | Action | Ben Okoro | 20 May |\n|  | Lamps stay on. | Decision |",
      ),
    ).toEqual([list])
  })

  test("minutes with a column of what is to be done, and whose it is within", () => {
    expect(
      actionsOf(
        "| # | Item | Said | To do |\n|---|---|---|---|\n| 1 | Lamps | Ana counted them. | Ben: send the list (by 20 May) |\n| 2 | Fees | Nothing new. | – |",
      ),
    ).toEqual([list])
  })

  test("a table drawn in characters, a row a line", () => {
    expect(
      actionsOf(
        "+----+----------------+-------------+--------+\n| #  | Action         | Responsible | Due    |\n+----+----------------+-------------+--------+\n| 1  | send the list  | Ben Okoro   | 20 May |\n| 2  | order rope and | Ana Lind    | asap   |\n|    | a lamp         |             |        |\n+----+----------------+-------------+--------+",
      ),
    ).toEqual([list, { text: "order rope and a lamp", owners: ["Ana Lind"], due: null }])
  })
})

describe("tasks one below the other", () => {
  test.each([
    "Ben to send the list of all the lamps on the quay to the port by 20 May\nAna to order two lamps for the gate from the shop in the town",
    "Ben – send the list of all the lamps on the quay to the port - until 20 May\nAna – order two lamps for the gate from the shop in the town - until 27 May",
    "Ben:\n- send the list by 20 May\n\nAna:\n- order two lamps",
    "Tasks: Mr. Okoro to send the list by 20 May; Ms. Lind to order two lamps.",
    "Next steps: send the list by 20 May (Ben), order two lamps (Ana).",
    "- Send the list [Ben] [due 20 May]\n- Order two lamps [Ana] [due 27 May]",
    "T1 Ben: send the list (20 May)\nT2 Ana: order two lamps",
    "AI-1 [Ben Okoro] Send the list. Due 20 May 2024.\nAI-2 [Ana Lind] Order two lamps.",
    "Ben — send the list (due 20 May)\nAna — order two lamps (due 27 May)",
    "Next: (a) send the list by 20 May [Ben]; (b) order two lamps for the gate [Ana].",
  ])("%s", (said) => {
    const found = actionsOf(said)
    expect(found.map(({ owners }) => owners)).toEqual([["Ben Okoro"], ["Ana Lind"]])
    expect(found[0]?.due).toBe("2024-05-20")
  })

  test("dots that lead to whose each is", () => {
    const found = actionsOf(
      "Actions arising\n\n  22/043   Send the list by 20 May ............ Ben Okoro\n  22/044a  Order two lamps .............. Ana Lind",
    )
    expect(found.slice(0, 2).map(({ owners }) => owners)).toEqual([["Ben Okoro"], ["Ana Lind"]])
  })

  test("what somebody has to say is no list of jobs", () => {
    expect(actionsOf("Ben:\n- the lamps are dark\n- write-offs were high")).toEqual([])
  })

  test("what somebody does in a list, and who they are", () => {
    expect(actionsOf("- Ben orders a lamp")).toMatchObject([{ owners: ["Ben Okoro"] }])
    expect(actionsOf("- Ben: orders the lamps of the port")).toEqual([])
    expect(actionsOf("- Ben presents the lamps")).toEqual([])
  })

  test("boxes of a form, and a reference to what stands above", () => {
    expect(actionsOf("[x] discussed  [ ] held over")).toEqual([])
    const texts = actionsOf("Action items\n\nsee above; tracker at https://example.org/open")
    expect(texts.filter(({ text }) => text.startsWith("see"))).toEqual([])
  })
})
