import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const report = (said: string) => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

Present: Ana Lind (Pilots' Guild), Ben Okoro (Town of Skarn), Cem Arslan (Sol Networks), Dora Weiss (Coast Guard)

1. Lamps

${said}

2. Any other business

Nothing was raised.
`
const speakersOf = (said: string) =>
  readReport(report(said), "speech.txt")
    .mentions.filter(({ speaks }) => speaks)
    .map(({ name }) => name)

describe("a word credited to somebody", () => {
  test.each<[string, string[]]>([
    ["The doubt was repeated by Ben.", ["Ben Okoro"]],
    ["On the motion of Ms Weiss the plan was referred back.", ["Dora Weiss"]],
    ["In Ana's view it is dark; in Ben's, it is not.", ["Ana Lind", "Ben Okoro"]],
    ["Cem's objection was answered by Dora.", ["Cem Arslan", "Dora Weiss"]],
    ["The group heard from Ana that two are out.", ["Ana Lind"]],
    ["It was Cem who raised the matter.", ["Cem Arslan"]],
    ["Auf Antrag von Cem wird der Punkt vertagt.", ["Cem Arslan"]],
    ["Sur proposition de Dora Weiss, le point est reporté.", ["Dora Weiss"]],
    [
      "Introduction by Mr Okoro, comments by Ms Weiss and Mr Arslan.",
      ["Ben Okoro", "Dora Weiss", "Cem Arslan"],
    ],
    ["— It is dark, — said Ana.", ["Ana Lind"]],
    ['"Never again", Cem muttered.', ["Cem Arslan"]],
    ["The floor was given to Dora Weiss.", ["Dora Weiss"]],
    ["As Ben put it, a lamp is no moon.", ["Ben Okoro"]],
    ["Ana Lind (Guild) and Ben Okoro (Town) both spoke against it.", ["Ana Lind", "Ben Okoro"]],
    ["Ana, Ben and Cem all argued for a later start.", ["Ana Lind", "Ben Okoro", "Cem Arslan"]],
    ["Ana spoke up for the bathers, Ben for the boats.", ["Ana Lind", "Ben Okoro"]],
  ])("%s", (said, names) => {
    expect(speakersOf(said)).toEqual(names)
  })

  test.each([
    "The lamp drawn by Ben was hung on the wall.",
    "Ana to answer Ben's question by Friday.",
    "Cem's proposal will be read in May.",
    "Nothing was heard from Dora.",
    "The point was put off because Ana, who asked for it, is ill.",
  ])("or none of theirs: %s", (said) => {
    expect(speakersOf(said)).toEqual([])
  })
})

describe("those who stand in brackets or in a list of those who spoke", () => {
  test.each<[string, string[]]>([
    ["Questions on depth (Ben), on noise (Ana).", ["Ben Okoro", "Ana Lind"]],
    ["Concern was voiced (Ben, Dora).", ["Ben Okoro", "Dora Weiss"]],
    ["Presentation: “Old lamps” (Cem Arslan, 15 min).", ["Cem Arslan"]],
    ["Interventions: Lind, Okoro.", ["Ana Lind", "Ben Okoro"]],
    ["The pilots (Ana) see no need.", ["Ana Lind"]],
  ])("%s", (said, names) => {
    expect(speakersOf(said)).toEqual(names)
  })

  test.each([
    "The motion is to be presented in May (Ben).",
    "Proposals for the lamps (Ben).",
    "Questions: none by Friday.",
  ])("nobody: %s", (said) => {
    expect(speakersOf(said)).toEqual([])
  })
})

describe("those who are named by where they are from", () => {
  test.each<[string, string[]]>([
    ["Sol Networks asked for a week’s notice.", ["Cem Arslan"]],
    ["The Guild of Pilots said that it needed two.", ["Ana Lind"]],
    ["The pilots’ representative pointed out that it is dark.", ["Ana Lind"]],
    ["We were told by the Town that there is a fee.", ["Ben Okoro"]],
    ["A short talk by our Coast Guard colleague followed.", ["Dora Weiss"]],
  ])("%s", (said, names) => {
    expect(speakersOf(said)).toEqual(names)
  })

  test.each([
    "The Coast Guard repaired two lamps.",
    "The pilots asked for it last year.",
    "The Town of Skarn Rowing Club asked for it.",
    "Sol Networks runs the lamps.",
  ])("nobody: %s", (said) => {
    expect(speakersOf(said)).toEqual([])
  })

  test("two from one house are nobody", () => {
    const text = report("The Pilots' Guild asked for it.").replace("Sol Networks", "Pilots' Guild")
    expect(readReport(text, "x.txt").mentions.filter(({ speaks }) => speaks)).toEqual([])
  })
})

describe("in other languages", () => {
  test.each<[string, string[]]>([
    ["Frau Weiss hat nach den Kosten gefragt.", ["Dora Weiss"]],
    ["Anschließend berichtet Frau Weiss über die Lampen.", ["Dora Weiss"]],
    ["Auf Nachfrage von Herrn Okoro stellt Frau Lind etwas klar.", ["Ben Okoro", "Ana Lind"]],
    ["Toma la palabra Ben Okoro.", ["Ben Okoro"]],
    ["Herr Okoro fragt Frau Lind.", ["Ben Okoro"]],
    ["Interviene la Sra. Weiss para aclarar el plazo.", ["Dora Weiss"]],
    ["M. Okoro lui répond que rien ne commence.", ["Ben Okoro"]],
    ["A Dora Weiss apresentou as lâmpadas.", ["Dora Weiss"]],
    ["Ana ergänzt, dass die Werft den Kran stellt.", ["Ana Lind"]],
    ["Frau Weiss wird zur Beobachterin bestellt.", []],
  ])("%s", (said, names) => {
    expect(speakersOf(said)).toEqual(names)
  })
})

describe("a few lines of a chat within a report", () => {
  test("are turns, with their hours in front", () => {
    const said = "14:31 ben: is it lit?\n14:32 dora: yes\n14:32 ben: thanks"
    expect(speakersOf(said)).toEqual(["Ben Okoro", "Dora Weiss"])
  })

  test("are none where the hours are planned", () => {
    expect(speakersOf("14:30 Lamps: all of them\n14:45 Keys: none of them")).toEqual([])
  })
})
