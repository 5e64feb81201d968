import { expect, test } from "vitest"
import { exampleReport } from "@/lib/reports/example"
import { emptyReport, firstMissing, hardReport, longReport, wordsBelow, wordsOf } from "./faults"
import { splitFrontMatter } from "./markdown/front-matter"
import { writeMarkdown } from "./markdown/write"
import { sheetOfReport } from "./report-sheet"
import { writeText } from "./text"

const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }

test.each([
  ["a usual one", exampleReport()],
  ["an empty one", emptyReport()],
  ["one of right-to-left names, emoji, long names and formulas", hardReport()],
  ["one of 100,000 words", longReport(100_000)],
])("text and Markdown hold the whole text in order: %s", (_, report) => {
  expect(firstMissing(wordsOf(report), writeText(sheetOfReport(report, published)))).toBeNull()
  const markdown = writeMarkdown(report, published)
  expect(firstMissing(wordsBelow(report), markdown.replace(/&#(\d+);/g, " "))).toBeNull()
  // Facts and people stand in front of the text, whole.
  const { meeting, chairs, hosts, moderators, noteTaker } = report
  const { attendance, nextMeeting, correction } = report
  expect(splitFrontMatter(markdown)?.facts).toMatchObject({
    ...{ meeting, chairs, hosts, moderators, noteTaker },
    ...{ attendance, nextMeeting, correction },
  })
})

test("a report as text keeps to the measure of mail, and steers no terminal", () => {
  const text = writeText(sheetOfReport(hardReport(), published))
  const short = (line: string) => line.split(/\s+/).every((word) => word.length < 60)
  const wide = text.split("\n").filter((line) => [...line].length > 72 && short(line))
  expect(wide).toEqual([])
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
})

test("a report as text shows where its links lead", () => {
  expect(writeText(sheetOfReport(exampleReport(), published))).toMatch(
    /three priorities\s+<https:\/\/example\.org\/priorities>/,
  )
})
