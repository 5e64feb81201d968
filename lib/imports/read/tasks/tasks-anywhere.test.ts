import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n"
const actionsOf = (said: string) =>
  readReport(`${front}${said}\n\n## Any other business\n\nNone.\n`, "x.md").actions.map(
    ({ text, owners }) => ({ text, owners }),
  )

describe("tasks however they are set", () => {
  test("highlighted, and behind a label in front", () => {
    const said =
      "## Lamps\n\n- Three of them are out. ==Ben to order two lamps==\n- Next action: QX to copy the list"
    expect(actionsOf(said)).toEqual([
      { text: "Ben to order two lamps", owners: ["Ben Okoro"] },
      { text: "QX to copy the list", owners: ["QX"] },
    ])
  })

  test("a table for each task, with what was said of it from meeting to meeting", () => {
    const said =
      "## Actions\n\n### Current actions\n\n| 97 | Order lamps of both kinds (Ana). |\n| --- | --- |\n| 2021-12-02 | The port has not answered.\n| 2022-03-03 | Asked once more, no news.\n\n| 98 | Compare all the lamps with those of the port (Ben) |\n| --- | --- |\n| 2022-03-03 | One is missing.\n\n### Closed actions\n\n| 90 | Paint the door (Ben) |\n| --- | --- |\n| 2022-03-03 | **Closed**."
    expect(actionsOf(said)).toEqual([
      { text: "Order lamps of both kinds", owners: ["Ana Lind"] },
      { text: "Compare all the lamps with those of the port", owners: ["Ben Okoro"] },
    ])
    const coming =
      "## Actions\n\n| 2022-04-12 | Order lamps of both kinds |\n| 2022-05-02 | Paint the door |"
    expect(actionsOf(coming)).toHaveLength(2)
  })

  test("told in a summary in front, and again where it was given", () => {
    const said =
      "## Summary of actions\n\n- **Ana Lind:** Order the lamps of both kinds.\n- **Ben Okoro:** Order the lamps of both kinds.\n\n## Lamps\n\n**Action:** Ana Lind to order the lamps of both kinds.\n\n**Action:** Cem Arslan to order the lamps of both kinds."
    expect(actionsOf(said).map(({ owners }) => owners[0])).toEqual([
      "Ana Lind",
      "Ben Okoro",
      "Cem Arslan",
    ])
  })

  test("what one takes away is a task where it is somebody's, or says what is to be done", () => {
    const told =
      "## Key takeaways\n\n- The lamps are dear\n- Sample lamps are wanted\n- The pier has its own key"
    expect(actionsOf(told)).toEqual([])
    const tasks = "## Takeaways\n\n- Order lamps of both kinds (Ana)\n- Paint the door (Ben)"
    expect(actionsOf(tasks).map(({ owners }) => owners)).toEqual([["Ana Lind"], ["Ben Okoro"]])
  })

  test("rows of a table of one column", () => {
    const said =
      "## Action items\n\n| Action item |\n| --- |\n| AL: order two lamps |\n| BO, CA: write to the port |\n| Action items continued |\n| BO: paint the door |"
    expect(actionsOf(said)).toEqual([
      { text: "order two lamps", owners: ["Ana Lind"] },
      { text: "write to the port", owners: ["Ben Okoro", "Cem Arslan"] },
      { text: "paint the door", owners: ["Ben Okoro"] },
    ])
  })

  test("ticked where others are open, they are done; the same of two people is two", () => {
    const said =
      "## Action items\n\n- [x] Ben: order two lamps\n- [ ] Ana: read the draft\n- [ ] Ben: read the draft\n- [ ] Set up the shelf CA"
    expect(actionsOf(said)).toEqual([
      { text: "read the draft", owners: ["Ana Lind"] },
      { text: "read the draft", owners: ["Ben Okoro"] },
      { text: "Set up the shelf CA", owners: ["Cem Arslan"] },
    ])
  })

  test("what is reviewed, who was there and when one meets again is no task", () => {
    const said =
      "## Action item review\n\n- Ben to order two lamps\n    - Ordered on Monday.\n- Ana to write to the port\n\n## Next steps\n\n- Ana Lind\n- The next meeting will take place on Wednesday 6 April 2022.\n- Cem to paint the door"
    expect(actionsOf(said)).toEqual([
      { text: "Ana to write to the port", owners: ["Ana Lind"] },
      { text: "Cem to paint the door", owners: ["Cem Arslan"] },
    ])
  })

  test.each([
    ["The Ministry of Ports will share the contract by May.", ["Ministry of Ports"]],
    ["The tide is low. OCC will add two columns to the table.", ["OCC"]],
    ["Zone leads to send their plans to the port.", ["Zone leads"]],
    ["Ben asked if they had come, Ana to check with the port.", ["Ana Lind"]],
  ])("somebody in a later clause, and bodies: %s", (said, owners) => {
    expect(actionsOf(`## Lamps\n\n${said}`).map((each) => each.owners)).toEqual([owners])
  })

  test.each([
    "The lamps are old. The Ministry of Ports will grow next year.",
    "Ben thinks that AOB will come later.",
    "The lamp was given to Ben, Ana to the left of him.",
  ])("near misses: %s", (said) => {
    expect(actionsOf(`## Lamps\n\n${said}`)).toEqual([])
  })
})
