import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan, Ifeoma Obi\n\n1. Lamps\n\nThe lamps were counted. Cem thought that they are old.\n\n"
const actionsOf = (said: string) =>
  readReport(
    `${front}${said}\n\n2. Boats\n\nNothing was raised.\n\n3. Any other business\n\nNone.\n`,
    "x.txt",
  ).actions.map(({ text, owners, due }) => [text, owners.join(), due])

describe("lines that are tasks as the others of their look are", () => {
  const ring = ["ring the port", "Ana Lind", "2022-05-03"]
  const walk = ["walk the pier", "Ben Okoro,Cem Arslan", null]
  test.each([
    ">> Ana: ring the port [3 May]\n>> Ben and Cem: walk the pier\n>> Ifeoma: vet the list",
    "Left with us\n\n* Ana - ring the port (May 3)\n* Ben and Cem - walk the pier\n* Ifeoma - vet the list",
    "- [Ana] ring the port (3 May)\n- [Ben and Cem] walk the pier\n- [Ifeoma] vet the list",
    "What we took home:\nAna - ring the port - 3 May 2022\nBen and Cem - walk the pier\nIfeoma - vet the list",
    "todo Ana: ring the port (by 3 May)\ntodo Ben and Cem: walk the pier\ntodo Ifeoma: vet the list",
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([ring, walk, ["vet the list", "Ifeoma Obi", null]])
  })

  test("a firm or a body among people, where the boxes to tick are theirs", () => {
    const said =
      "- [ ] Ana: ring the port (3 May)\n- [ ] Ben, Cem: count the lamps\n- [ ] Property management: clear the cellar"
    expect(actionsOf(said)[2]).toEqual(["clear the cellar", "Property management", null])
    const topics = "- [ ] Web pages: clear the cellar\n- [ ] Lamp posts: walk the pier"
    expect(actionsOf(topics).map(([, owners]) => owners)).toEqual(["", ""])
  })

  test("counted by letters", () => {
    const said =
      "(i)   Ana to ring the port by 3 May.\n(ii)  Ben and Cem to walk the pier.\n(iii) Ifeoma to vet the list."
    expect(actionsOf(said).map(([, owners]) => owners)).toEqual([
      "Ana Lind",
      "Ben Okoro,Cem Arslan",
      "Ifeoma Obi",
    ])
  })

  test("nor what is said to be so among them", () => {
    const said =
      "* Ana - ring the port (May 3)\n* Ben - two of the lamps have no glass\n* Cem - vet the list"
    expect(actionsOf(said).map(([, owners]) => owners)).toEqual(["Ana Lind", "Cem Arslan"])
  })

  test.each([
    "* Ana: the lamps are old\n* Ben: asks who pays\n* Cem: check the price first",
    ">> Ana: the lamps are old\n>> Ben: order three of them",
    "Ana - chair\nBen - minutes\nCem - notes",
  ])("what people said or are is none: %s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })
})

describe("a day that is all that follows a task", () => {
  test.each([
    "Ana will ring the port. Due 3 May 2022.",
    "Ana will ring the port. Deadline: 3 May. The lamps are old.",
    "Ana shall ring the port.             On or before 03/05/2022",
    "AI-12-1: Ana to ring the port. Due 3 May 2022.",
  ])("%s", (said) => {
    expect(actionsOf(said).map(([, ...rest]) => rest)).toEqual([["Ana Lind", "2022-05-03"]])
  })

  test("not one that something else is told of", () => {
    const said = "Ana will ring the port. On 3 May 2022 the port is shut."
    expect(actionsOf(said)).toEqual([["Ana will ring the port.", "Ana Lind", null]])
  })
})

describe("each with its own label", () => {
  test("brackets one behind the other", () => {
    const said =
      "The lamps are old. (Action: Ana to ring the port) (Action: Ben to walk the pier by 3 May)"
    expect(actionsOf(said).map(([, ...rest]) => rest)).toEqual([
      ["Ana Lind", null],
      ["Ben Okoro", "2022-05-03"],
    ])
  })

  test("a new task, and handles made of names", () => {
    expect(actionsOf("New task for Ana: ring the port.")).toEqual([
      ["ring the port.", "Ana Lind", null],
    ])
    expect(actionsOf("AnaL to ring the port by 3 May.")).toEqual([
      ["AnaL to ring the port by 3 May.", "Ana Lind", "2022-05-03"],
    ])
  })

  test("rows with bars that a mail set apart from one another", () => {
    const said =
      "Open actions\n\nA1-1 | Ana Lind | Document the lamps | 3 May\n\nA1-2 | Ben Okoro | Paint the door | no date\n\nA1-3 | Cem Arslan | Ring the port | 5 May"
    expect(actionsOf(said)).toEqual([
      ["Document the lamps", "Ana Lind", "2022-05-03"],
      ["Paint the door", "Ben Okoro", null],
      ["Ring the port", "Cem Arslan", "2022-05-05"],
    ])
  })
})

test("who begins with the year goes on with the month", () => {
  const dated = (day: string) =>
    readReport(
      `Harbour Light Group\nMeeting 12, ${day}\n\nPresent: Ana Lind, Ben Okoro\n\n1. Lamps\n\nAna will order the lamps by 4/5.\n`,
      "x.txt",
    ).actions.map(({ due }) => due)
  expect(dated("2022/03/23")).toEqual(["2022-04-05"])
  expect(dated("23/03/2022")).toEqual(["2022-05-04"])
})
