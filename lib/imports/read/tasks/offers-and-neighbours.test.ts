import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Hr. Ana Lind (chair), Hr. Ben Okoro, Fk. Carla Weiss, dl. Dmitri Sato\n\n1. Lamps\n\nThe lamps were counted.\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions
const textsOf = (said: string) => read(said).map(({ text }) => text)

describe("an offer that is a task of the same person on the same item", () => {
  test("is told once", () => {
    const task = "Ben to write the chapter on lenses by 20 May"
    expect(textsOf(`Ben offered to do the chapter on lenses.\n\nAction: ${task}`)).toEqual([task])
  })

  test("stays where the task is another one, or somebody else's", () => {
    expect(
      textsOf("Ben offered to do the chapter on lenses.\n\nAction: Ben to count the buoys"),
    ).toHaveLength(2)
    expect(
      textsOf("Ben offered to do the chapter on lenses.\n\nAction: Carla to print the chapter"),
    ).toHaveLength(2)
  })
})

describe("what is told is nobody's task", () => {
  test.each([
    "Ben reports that the lamps will be lit on 8 May, ten days before last year.",
    "Ben promises to think about it.",
    "Carla said she would bring her boat only if it was dry.",
    "- Ana finds the sentence too strong: small harbours do have a choice.\n- Ben proposed other words.",
  ])("%s", (said) => {
    expect(read(said)).toEqual([])
  })

  test.each([
    "Carla said she would bring the boat.",
    "- Ana copies the list for all.\n- Ben to check it.",
  ])("but %s", (said) => {
    expect(read(said).length).toBeGreaterThan(0)
  })
})

describe("sentences side by side", () => {
  test("one that tells what somebody does beside one that says by when", () => {
    expect(textsOf("Ben writes the letter by 17 May 2024. Carla goes on measuring.")).toHaveLength(
      2,
    )
    expect(read("Ben wrote the letter. Carla goes on measuring.")).toEqual([])
  })

  test("who was spoken of in front of a sentence in which nobody is", () => {
    const said =
      "Ben went through the list. All of it is done but one thing. He will ask the port by 19 May."
    expect(read(said)).toMatchObject([{ owners: ["Ben Okoro"], due: "2024-05-19" }])
    const other =
      "Ben went through the list. The treasurer was ill. He will ask the port by 19 May."
    expect(read(other)).toEqual([])
  })
})

test("a title of any tongue in front of whose it is", () => {
  expect(read("Action: dl. Sato to ask the port")).toMatchObject([{ owners: ["Dmitri Sato"] }])
  expect(read("Action: Hr. Okoro to ask the port")).toMatchObject([{ owners: ["Ben Okoro"] }])
  expect(read("Ana asked Captain Okoro to bring the chart to the next meeting.")).toMatchObject([
    { owners: ["Ben Okoro"] },
  ])
})

test("what is to be done ends in the name of a body", () => {
  const rows =
    "Actions arising\n\nItem   Action                              Officer         Due\n1.1    Tell the school of the new lamps    B Okoro         20 May 2024\n1.2    Lodge the plan of the harbour       C Weiss         27 May 2024"
  expect(read(rows).slice(0, 2)).toMatchObject([
    { text: "Tell the school of the new lamps", owners: ["Ben Okoro"], due: "2024-05-20" },
    { text: "Lodge the plan of the harbour" },
  ])
})
