import { describe, expect, test } from "vitest"
import { coverageOf } from "./coverage-words"

describe("nothing new on an item", () => {
  test.each([
    "Ms. Lind had no changes to report.",
    "n/c since last week",
    "There being no other business the meeting closed at 4.05 p.m.",
    "Standing item – nil return.",
    "Same as last month.",
    "As before. No fresh information.",
    "Still no word from the insurers.",
    "No advance on the position of June.",
    "No movement, per Dora.",
    "All quiet, nothing for the board today.",
    "We have not any news of it.",
    "Cem writes to them every week, and he has heard nothing from them since Easter.",
    "Dora was asked if there was anything to say about the lamps and answered that there was not.",
    "It was reported that there was nothing to report, and the Chair passed to the next item.",
    "The Chair invited questions. None were offered.",
    "Pas de nouveau sur ce point.",
    "The situation remains unchanged.",
    "No movement here; waiting on the Town.",
    "Es lagen keine weiteren Punkte vor.",
    "Aucun autre point n'étant soulevé, la séance est levée.",
    "Unter Verschiedenes gab es keine Wortmeldungen.",
    "No hay novedades; el punto sigue abierto.",
  ])("%s", (text) => expect(coverageOf(text)).toBe("no-update"))

  test.each([
    "Nothing in the by-laws keeps a child from voting, Dora pointed out.",
    "No comments having been received, the plan was confirmed.",
    "Ana asked for one line to be cut. No other changes.",
    "There were no changes to the agenda.",
    "There was no report of theft this winter, and Priya thanked the watch.",
    "Nobody wants the outer row. Ana will ask the club.",
    "A short film by Cem, no questions",
    "Ben said that there were no reports from two schools, which worries him.",
    "The same as Ana's plan, only cheaper, was chosen.",
  ])("%s was talked about", (text) => expect(coverageOf(text)).toBe("discussed"))
})
