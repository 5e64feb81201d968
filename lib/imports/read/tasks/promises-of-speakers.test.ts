import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const tasksOf = (said: string) =>
  readReport(
    `# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nChair: Ana Lind\nPresent: Ana Lind, Ben Okoro, Cem Arslan (@cem-a), Dora Weiss (DW), R.T. Castellow\n\n## 1. Lamps\n\n${said}\n\n## 2. Any other business\n\nNothing was raised.\n`,
    "promises.md",
  ).actions.map(({ text, owners }) => [text, owners.join(", ")])

describe("what somebody takes on while they speak", () => {
  test.each([
    ["Ben: I'll withdraw the draft this week.", "I'll withdraw the draft this week.", "Ben Okoro"],
    [
      "Ben: That is fair. I will bring a report to the March meeting.",
      "I will bring a report to the March meeting.",
      "Ben Okoro",
    ],
    ["Ben: Let me write it up by Friday.", "Let me write it up by Friday.", "Ben Okoro"],
    [
      "Ben: will ask the port about the cables.",
      "will ask the port about the cables.",
      "Ben Okoro",
    ],
    [
      "Ben: will do the transfer together with Cem.",
      "will do the transfer together with Cem.",
      "Ben Okoro, Cem Arslan",
    ],
    [
      "Dora, could you please hold forty rooms until May?",
      "Dora, could you please hold forty rooms until May?",
      "Dora Weiss",
    ],
    [
      "Ben: We tested ten lamps. We will share the table, it is at home.",
      "We will share the table, it is at home.",
      "Ben Okoro",
    ],
    [
      "Ben: I will open one issue for each lamp.",
      "I will open one issue for each lamp.",
      "Ben Okoro",
    ],
    [
      "Ben: That list is thin. I will move what is good in it to the table.",
      "I will move what is good in it to the table.",
      "Ben Okoro",
    ],
    ["Could Dora please ask the port?", "Could Dora please ask the port?", "Dora Weiss"],
    ["R.T. will apply for the permit.", "R.T. will apply for the permit.", "R.T. Castellow"],
    [
      "DW reminded the group that lamps are due. She will send the list to all.",
      "She will send the list to all.",
      "Dora Weiss",
    ],
    [
      "Two boxes have arrived from the port - Cem to find room for them.",
      "Cem to find room for them.",
      "Cem Arslan",
    ],
    [
      "Ben is looking into it and will get back to us.",
      "Ben is looking into it and will get back to us.",
      "Ben Okoro",
    ],
    [
      "Agreed: @cem-a and Ben will do the release.",
      "@cem-a and Ben will do the release.",
      "Cem Arslan, Ben Okoro",
    ],
    [
      "I ask the department chairs to let me have their numbers by 22 March.",
      "I ask the department chairs to let me have their numbers by 22 March.",
      "department chairs",
    ],
  ])("%s", (said, task, owners) => {
    expect(tasksOf(said)).toEqual([[task, owners]])
  })

  test.each([
    "Ben: I'll start with the lamps.",
    "Ben: I'll share my screen.",
    "Ben: I will move on to the lamps.",
    "Ben: We will see what the port says.",
    "Ben: We will need more lamps.",
    "Ben: to add to that, the pier is dark.",
    "Dora, can you hear us?",
    "Dora, could you please open the floor?",
    "Ben: The port would like to ask all members for a name.",
    "The plan is simple: the pier is to be dark.",
  ])("near miss: %s", (said) => {
    expect(tasksOf(said)).toEqual([])
  })
})

describe("the label of an action behind what a tool or a scribe puts in front of it", () => {
  test.each([
    [
      "<scribe> ACTION: Ben to ask the port [recorded in https://example.org/minutes#action01]",
      "Ben to ask the port",
    ],
    ["[NEW] ACTION: Ben to ask the port", "Ben to ask the port"],
    ["[TODO Ben to add the slides of May]", "Ben to add the slides of May"],
    ["*Action 20180306-1:* Ben to ask the port", "Ben to ask the port"],
  ])("%s", (said, task) => {
    expect(tasksOf(said)).toEqual([[task, "Ben Okoro"]])
  })

  test("whose a task is that was given before is no other task", () => {
    expect(
      tasksOf("ACTION A1: Ben to ask the port.\n\n### Open actions\n\n- A1 Ben Okoro\n"),
    ).toEqual([["Ben to ask the port.", "Ben Okoro"]])
  })
})

test("a task behind what it is about, whoever is charged with it and however", () => {
  for (const [said, text, owners] of [
    [
      "Roof: Mr. Okoro will have the slates replaced.",
      "Okoro will have the slates replaced.",
      "Ben Okoro",
    ],
    [
      "Cem Arslan was tasked with a letter to the port.",
      "Cem Arslan was tasked with a letter to the port.",
      "Cem Arslan",
    ],
    ["Ana Lind took it on to ask the port.", "Ana Lind took it on to ask the port.", "Ana Lind"],
  ] as const)
    expect(
      tasksOf(said).map(([found, whose]) => [found?.endsWith(text), whose]),
      said,
    ).toEqual([[true, owners]])
  for (const said of [
    "Roof: nobody knew when the slates will come.",
    "Cem Arslan will have a limited view of the harbour.",
    "Ana Lind will go to the coast.",
  ])
    expect(tasksOf(said), said).toEqual([])
})
