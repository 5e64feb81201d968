import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { coverageOf } from "./coverage-words"

describe("nothing on an item, in as few words as notes have", () => {
  test.each([
    "Vikram: Nothing from us this time.",
    "Nothing sent in.",
    "Nothing outstanding.",
    "There was nothing under good of the order.",
    "None was brought forward.",
    "No members came.",
    "There were no members of the public in attendance.",
    "No-one had any other business.",
    "No correspondence received.",
    "No closed session.",
    "No executive session was held.",
    "CHAIR STANTON – There is no report from Admissions today.",
    "No report, chair position is vacant.",
    "Not present, no report.",
    "The committee didn't meet this month.",
    "NA",
    "Nothing sent in.\nResolved\nNothing",
    "Link: https://example.org/4\nLabels: A-teams, nominated\nBen: Nothing new since last time.",
    "None.\nThe next meeting will be held on 9 June 2022. Ana Lind closed the meeting at nine.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("no-update")
  })
})

describe("put off, in as few words", () => {
  test.each([
    "No time",
    "Next time",
    "Table until next month.",
    "Bumped to next week",
    "Punted.",
    "[skipped]",
    "Laid on the table.",
    "Hold until Ben is back.",
    "Pulled from the agenda.",
    "Removed at the request of the applicant.",
    "BR: We have one minute, I suggest next time.",
    "We'll pick this up next week.",
    "It was agreed to postpone this item to the next meeting.",
    "Ben was absent, so this was postponed.",
    "Ben not here, skip.",
    "Ana said that the second quotation has not come yet. Postponed to the next call.",
    "The applicant asked for a postponement. Postponed to October 11, 2017.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("not-reached")
  })
})

describe("what was talked about all the same", () => {
  test.each([
    "No decision was reached.",
    "No consensus.",
    "Nothing was decided, but the mood was good.",
    "No one liked the colour of the lamp.",
    "Nobody knows where the third key is.",
    "No tickets were sold at the pier, and Ben asked why.",
    "No more cheap drills to be bought: motioned by JT, seconded by PS, carried",
    "Nothing came of the two letters, so Ben will phone.",
    "The committee did not meet the target and asked for help.",
    "Ana tabled a paper on the fees; the board adopted it.",
    "Hold the fair in June, Ben said.",
    "Ben proposed to hold it on a ferry.",
    "Defer the payment of fees by a month: agreed.",
    "Next time we should start earlier, said Ana.",
    "We will look at the numbers next week.",
    "Labels were printed for the jars.",
    "Resolved\nNothing will be bought this year.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("discussed")
  })

  test("or of which no minutes are kept", () => {
    expect(coverageOf("No public minutes for this one.")).toBe("not-recorded")
    expect(coverageOf("Link: https://example.org/4\nLabels: A-teams")).toBeNull()
    expect(coverageOf("No minutes to approve.")).toBe("no-update")
  })
})

describe("what came of an item", () => {
  const coverage = (text: string) =>
    Object.fromEntries(readReport(text, "x.md").agenda.map((item) => [item.title, item.coverage]))

  test("stands in a column of the agenda", () => {
    const table = (column: string) =>
      `# Quay call, 12 May 2022\n\nPresent: Ana Lind, Ben Okoro\n\n| Topic | Owner | ${column} |\n|---|---|---|\n| Lamps | Ana Lind | Approved: a lamp of tin |\n| Fees of the pier | Ben Okoro | No time |\n| Boats | Ana Lind | |\n`
    expect(coverage(table("Decision/NextStep"))).toEqual({
      Lamps: "discussed",
      "Fees of the pier": "not-reached",
      Boats: "not-recorded",
    })
    expect(new Set(Object.values(coverage(table("Paper"))))).toEqual(new Set(["not-recorded"]))
  })

  test("is said of it by its name in the last sentence", () => {
    const text = (end: string) =>
      `# Quay Board, 12 May 2022\n\nPresent: Ana Lind, Ben Okoro\n\n## End of the Gangplank project\n\nWHEREAS, nobody has worked on it for two years, now be it resolved that it ends.\n\n${end}\n\n## Lamps\n\nAna Lind showed a lamp.\n`
    const title = "End of the Gangplank project"
    expect(coverage(text(`Special Order 7B, ${title}, was tabled.`))[title]).toBe("not-reached")
    expect(coverage(text("Then a paper on ropes was tabled."))[title]).toBe("discussed")
  })
})
