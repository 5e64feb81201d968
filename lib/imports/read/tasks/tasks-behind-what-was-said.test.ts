import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan, Ifeoma Obi\n\n1. Lamps\n\nThe lamps were counted. Cem thought that they are old.\n\n"
const actionsOf = (said: string) =>
  readReport(
    `${front}${said}\n\n2. Boats\n\nNothing was raised.\n\n3. Any other business\n\nNone.\n`,
    "x.txt",
  ).actions.map(({ text, owners, due }) => [text, owners.join(), due])

const ring = ["call the port", "Ana Lind", "2022-05-03"]
const walk = ["check the pier", "Ben Okoro,Cem Arslan", null]

describe("tasks by their looks behind what was said", () => {
  test.each([
    "- Pier. Two planks are loose. → Ana: call the port by 3 May\n- Lights. → Ben and Cem: check the pier",
    "- Pier: two planks are loose. Ana - call the port by 3 May\n- Lights: Ben and Cem - check the pier",
    "@ana: call the port by 3 May\n\n@ben @cem: check the pier",
  ])("%s", (said) => {
    const found = actionsOf(said).map(([text, owners, due]) => [
      String(text).replace(/ by 3 May$/, ""),
      owners,
      due,
    ])
    expect(found).toEqual([ring, walk])
  })

  test("of several with titles, by handles joined by a word, and of two bodies", () => {
    const titled =
      "Mr. Okoro and Ms. Lind: call the port by 3 May\n\nDr. Arslan and Ms. Obi: check the pier"
    expect(actionsOf(titled).map(([, owners]) => owners)).toEqual([
      "Ben Okoro,Ana Lind",
      "Cem Arslan,Ifeoma Obi",
    ])
    const handles = "@ana and @ben: call the port by 3 May\n\n@cem + @obi: check the pier"
    expect(actionsOf(handles).map(([, owners]) => owners)).toEqual([
      "Ana Lind,Ben Okoro",
      "Cem Arslan,Ifeoma Obi",
    ])
    expect(actionsOf("Port Authority and Town Council are to draw up a list.")).toEqual([
      [
        "Port Authority and Town Council are to draw up a list.",
        "Port Authority,Town Council",
        null,
      ],
    ])
  })

  test("a day that was wrapped is the task's own, and no head of what stands below", () => {
    expect(actionsOf("ACTION Ana & Ben: call the port, by\n3 May\n\nThe tide turned.")).toEqual([
      ["call the port, by 3 May", "Ana Lind,Ben Okoro", "2022-05-03"],
    ])
  })

  test("of a body that nobody told of", () => {
    const said =
      "- Ana: call the port by 3 May\n- Ben: check the pier\n- Grid operator: check the cable"
    expect(actionsOf(said).at(-1)).toEqual(["check the cable", "Grid operator", null])
  })

  test("not what people said, nor a label", () => {
    expect(actionsOf("- Pier. Ana: it is loose.\n- Lights. Ben: they are old.")).toEqual([])
    expect(
      actionsOf("- Harbour: mend nets is the song of the day\n- Sea: the tide was high"),
    ).toEqual([])
  })
})

describe("tasks below lines that head them", () => {
  test.each([
    "Still to do\n\n- Ana: a letter to the port\n- Ben: the new sign",
    "Tasks entrusted\n\n- to Ana: a letter to the port\n- to Ben: the new sign",
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([
      ["a letter to the port", "Ana Lind", null],
      ["the new sign", "Ben Okoro", null],
    ])
  })
})

test("what merely names tasks heads no list of them", () => {
  for (const head of ["Tasks of the harbour master", "Still to come", "Jobs in the port"])
    expect(actionsOf(`${head}\n\n- a letter to the port\n- the new sign`)).toEqual([])
})

describe("tasks by their fields", () => {
  test.each([
    "OWNER: Ana Lind / TASK: call the port / DUE: 3 May\n\nOWNER: Ben, Cem / TASK: check the pier / DUE: open",
    "RESPONSIBLE: Ana. TASK: call the port. BY: 3 May 2022. RESPONSIBLE: Ben, Cem. TASK: check the pier. BY: not fixed.",
  ])("%s", (said) => {
    expect(
      actionsOf(said).map(([text, ...rest]) => [String(text).replace(/\.$/, ""), ...rest]),
    ).toEqual([ring, walk])
  })

  test("without a label for what is to be done", () => {
    expect(actionsOf("Resp.: Ana Lind. Call the port. Deadline: 03/05/2022.")).toEqual([
      ["Call the port.", "Ana Lind", "2022-05-03"],
    ])
    expect(actionsOf("Resp.: Ana Lind. The port is shut. Deadline: none.").flat()).not.toContain(
      "The port is shut.",
    )
  })

  test("in a table whose last column is by whom, or by when", () => {
    const rows = "| Item | Action | By |\n|---|---|---|\n"
    expect(
      actionsOf(
        `${rows}| Port | call the port | Ana, 3 May |\n| Pier | check the pier | Ben, Cem |`,
      ),
    ).toEqual([ring, walk])
    expect(
      actionsOf(
        `${rows}| Port | Ana orders the lamp | 3 May |\n| Pier | Ben and Cem check the pier | 9 May |`,
      ),
    ).toEqual([
      ["Ana orders the lamp", "Ana Lind", "2022-05-03"],
      ["Ben and Cem check the pier", "Ben Okoro,Cem Arslan", "2022-05-09"],
    ])
  })
})
