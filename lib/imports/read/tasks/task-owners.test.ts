import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front = `# Harbour Light Group

Meeting 12, 3 March 2022, 14:00 UTC

Chair: Ana Lind
Minutes: Cem Arslan, Branch Secretary

## Present

- Ana Lind (President)
- Ben Okoro (Hon. Sec.)
- Cem Arslan
- Maia Rangi
- Dora Weiss (Medical adviser, Sunday only)
- Eva Holm (Clerk of the Basin)
- Finn Aho (Relief Coordination)

## 1. Lamps

`
const read = (said: string) =>
  readReport(`${front}${said}\n\n## 2. Any other business\n\nNothing was raised.\n`, "task.md")
const actionsOf = (said: string) =>
  read(said).actions.map(({ text, owners, due }) => ({ text, owners, due }))
const ownersOf = (said: string) => read(said).actions.map(({ owners }) => owners)

describe("no task of whoever is named in front", () => {
  test.each([
    "The Board agreed to correct the list.",
    "Several people offered to translate the list.",
    "Nothing was said of who had promised to mend the lamp.",
    "- Motion to accept the quote of the port by Ben Okoro",
    "- Lamp schedule: There will be a talk with the port on Thursday, 7 April.",
    "Ben Okoro will be taking the lamps home.",
    "Dora Weiss of the port was there, as Cem will be speaking.",
  ])("%s", (said) => {
    expect(ownersOf(said)).toEqual([])
  })
})

describe("offices that take something on", () => {
  test.each([
    ["Hon. Sec. to write to the port by 4 April.", ["Ben Okoro"]],
    ["The Hon. Sec. and the President to find a delegate.", ["Ben Okoro", "Ana Lind"]],
    ["The Clerk will convey the wish to the Minister.", ["Eva Holm"]],
    ["The Medical Adviser will write the rules for use.", ["Dora Weiss"]],
    ["ACTION: Branch Secretary to inform the port.", ["Cem Arslan"]],
    ["ACTION: MR to send the list of names.", ["Maia Rangi"]],
    ["The delegation of Norland undertook to prepare a list.", ["delegation of Norland"]],
    ["Management agreed to correct the list.", ["Management"]],
    ["Ana asked Basin members to return the form to her.", ["Basin members"]],
    ["MR to walk round the pier and note the lamps.", ["Maia Rangi"]],
    ["ACTION: @zed Put the list online.", ["zed"]],
    ["MR asked DW to find out the price.", ["Dora Weiss"]],
    ["The President and Dora Weiss will draw up the list.", ["Ana Lind", "Dora Weiss"]],
    ["It was agreed that the Hon. Sec. write to the port.", ["Ben Okoro"]],
    ["The Hon. Sec. was instructed to thank the port.", ["Ben Okoro"]],
    ["Task for Ben: order the lamp.", ["Ben Okoro"]],
    ["The executive will look for one before the winter.", ["executive"]],
    ["Ben will e-mail the port about the lamps.", ["Ben Okoro"]],
    ["ACTION: Port members please read the list of lamps.", ["Port members"]],
    [
      "## Action items\n\n- (**Ben Okoro**, Dora Weiss): order the lamp",
      ["Ben Okoro", "Dora Weiss"],
    ],
    ["## Action items\n\n- \\[Ben\\] Order the lamp.", ["Ben Okoro"]],
    ["## Action items\n\n- (in May): order the lamp of Ben", []],
    ["Ben will be moving the lamps to the new shed.", ["Ben Okoro"]],
    ["*Lamps:* Dora will be measuring the pier before it is painted.", ["Dora Weiss"]],
    ["Dora Weiss of Port Medical will find out what it costs.", ["Dora Weiss"]],
    ["It was agreed that Cllr Okoro would ask the school.", ["Ben Okoro"]],
    ["ACTION: Ben Okoro will open lamps@lists.example.org for all.", ["Ben Okoro"]],
    ["Ben Okoro undertakes to order the lamp.", ["Ben Okoro"]],
    ["Dora Weiss was given until 15 March to hand in the accounts.", ["Dora Weiss"]],
    ["Eva Holm asked Ben to present the accounts at the next meeting.", ["Ben Okoro"]],
    ["The technical services will mark the quay with barriers.", ["technical services"]],
  ])("%s", (said, owners) => {
    expect(ownersOf(said)).toEqual([owners])
  })

  test.each([
    "The Clerk will be away in April.",
    "The Mate and the President to find a delegate.",
    "MR asked DW what it costs.",
    "It was agreed that the lamp help the boats.",
    "Eva Holm asked Ben to present the accounts.",
    "The Tides and Dora Weiss are old friends.",
    "The weather will convey us to the port.",
    "The President asked Mr Okoro to take the chair for this item.",
    "The Lamp Team agreed to use the second lamp on a provisional basis.",
    "The technical services will be closed in April.",
  ])("none: %s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })

  test("where somebody belongs is nobody's office", () => {
    const said = "Actions:\n\n- Health Bureau and Relief Coordination: settle the dates"
    expect(ownersOf(said)).toEqual([["Health Bureau", "Relief Coordination"]])
  })

  test("a body that was asked, in a list of tasks", () => {
    const said = "Actions:\n\n- The Finance Committee was asked to look into a lower fee."
    expect(ownersOf(said)).toEqual([["Finance Committee"]])
  })
})

describe("labels of tasks", () => {
  test.each([
    "Action 12.1 Ana Lind to write to the port",
    "**Action 12.1** Ana Lind to write to the port",
    "- TODO Ana: write to the port",
    "#action Ana to write to the port",
    "For action: Ana Lind – write to the port",
    "Write to the port (responsible: Ana Lind; deadline: open)",
    "The port is silent. [Action: Ana to write to the port]",
  ])("%s", (said) => {
    expect(ownersOf(said)).toEqual([["Ana Lind"]])
  })

  test.each([
    "Action 12.1 Ana Lind reported that the port had answered.",
    "→ Agreed: buy the lamp",
    "The lamp is old (responsible: nobody)",
    "Action 12 Lamps were counted again on Sunday.",
  ])("none: %s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })

  test("in capitals with a dash begin a task each", () => {
    const said = "ACTION – Ben to order the lamp.\nACTION – Ana to paint the gate."
    expect(actionsOf(said).map(({ text }) => text)).toEqual([
      "Ben to order the lamp.",
      "Ana to paint the gate.",
    ])
  })

  test("in brackets end with them", () => {
    const said = "The port is silent. [Action: Ana to write to the port by 14 June]"
    expect(actionsOf(said).map(({ text }) => text)).toEqual(["Ana to write to the port by 14 June"])
  })

  test("a name in bold in front of what somebody does is no part of it", () => {
    expect(actionsOf("- [ ] **Ana** paint the lamp")).toEqual([
      { text: "paint the lamp", owners: ["Ana Lind"], due: null },
    ])
    const [thing] = actionsOf("- [ ] **Lamps** paint them")
    expect(thing?.text).toBe("Lamps paint them")
  })

  test.each([
    ["by its closing date of 14 June", "2022-06-14"],
    ["within the fortnight", "2022-03-17"],
    ["in the next two weeks", "2022-03-17"],
    ["before the next teleconference", "2022-04-07"],
    ["in the next edition", null],
    ["by its nature", null],
  ])("%s", (when, day) => {
    const next = "\n\n## 3. Next meeting\n\nNext meeting: 7 April 2022, 14:00 UTC"
    const { actions } = read(`Ana Lind to write to the port ${when}.${next}`)
    expect(actions.map(({ due }) => due)).toEqual([day])
  })
})

describe("tables of tasks", () => {
  test("an item in front of what is to be done is only what it is about", () => {
    const said =
      "| No. | Item | Action | Who | By |\n|---|---|---|---|---|\n| A1 | 3.1 | Count the lamps | Ben | 4 April 2022 |"
    expect(actionsOf(said)).toEqual([
      { text: "Count the lamps", owners: ["Ben Okoro"], due: "2022-04-04" },
    ])
    const alone = "| Item | Owner | Status |\n|---|---|---|\n| Count the lamps | Ben | Open |"
    expect(actionsOf(alone).map(({ text }) => text)).toEqual(["Count the lamps"])
  })

  test("who does what", () => {
    const said =
      "| Who | Will do what | By when |\n|---|---|---|\n| Ben | Count the lamps | 4 April |"
    expect(actionsOf(said)).toEqual([
      { text: "Count the lamps", owners: ["Ben Okoro"], due: "2022-04-04" },
    ])
  })

  test("apart by spaces, with how far it is for a day", () => {
    const said =
      "     Minute   Owner        Action               Status\n     ------   ----------   ------------------   ---------------\n     11/4     Ben Okoro    Count the lamps      Carried forward"
    expect(actionsOf(said)).toEqual([{ text: "Count the lamps", owners: ["Ben Okoro"], due: null }])
    const stock =
      "     Lamp     Owner        Matter               Status\n     11/4     Ben Okoro    Brass                Polished"
    expect(actionsOf(stock)).toEqual([])
  })
})

describe("tasks of the last meeting", () => {
  const reviewed = (said: string) =>
    readReport(
      `${front}The lamps were counted.\n\n## 2. Review of action list\n\n${said}\n`,
      "review.md",
    ).actions.map(({ text }) => text)

  test("are none any more where they are closed", () => {
    expect(reviewed("ACTION 11-1 Ben Okoro: count the lamps. Closed. They are six.")).toEqual([])
    expect(reviewed("| Task | Who | Status |\n|---|---|---|\n| Count | Ben | Done |")).toEqual([])
  })

  test("stay where they are not", () => {
    expect(reviewed("ACTION 11-1 Ben Okoro: count the closed lamps.")).toEqual([
      "count the closed lamps.",
    ])
  })
})

test("who signs below a table has nothing to do", () => {
  const table = "| Task | Who | Due |\n|---|---|---|\n| Count the lamps | Ben | 4 April 2022 |"
  const report = readReport(
    `${front}Nothing.\n\n## Actions\n\n${table}\n\nCem Arslan\nSecretary, 20 March 2022\n`,
    "signed.md",
  )
  expect(report.actions.map(({ text }) => text)).toEqual(["Count the lamps"])
})
