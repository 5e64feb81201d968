import { expect, test } from "vitest"
import { readReport } from "../report"
import { visible } from "./invisible"

test("what nobody sees is no part of a name, joiners of other scripts are", () => {
  expect(visible("Mor\u200bandini\u200f, \u202aLin\u202c Zh\u200dao \u2068Otto\u2069\ufeff")).toBe(
    "Morandini, Lin Zhao Otto",
  )
  expect(visible("می\u200cخواهم")).toBe("می\u200cخواهم")
  expect(visible("नि\u200dक")).toBe("नि\u200dक")
})

test("names with characters that nobody sees are read and matched as names", () => {
  const report = readReport(
    `Harbour Forum, call no. 7\n4 May 2023, 15:00 UTC\n\nThe call was hosted by Ilva \u202bMor\u200bandini\u202c.\n\n1. Tides\n\nDawit S\u00adorensen said that the tide rose.\n\n2. Gauges\n\nNothing to report.\n\nParticipants:\n\u200fIlva Morandini\nDawit\u200b Sorensen\u200e (Meridian)\nنور العمراني\u200f (Port)\n`,
    "call.txt",
  )
  expect(report.hosts.map(({ value }) => value)).toEqual(["Ilva Morandini"])
  expect(report.participants.map(({ name }) => name)).toEqual([
    "Ilva Morandini",
    "Dawit Sorensen",
    "نور العمراني",
  ])
  expect(report.mentions.map(({ name }) => name)).toContain("Dawit Sorensen")
  expect(report.words.kept).toBe(report.words.total)
})

test("an address behind a mark that nobody sees stands within the word in front of it, and no word is lost", () => {
  const { words, links } = readReport("Agenda\u200fhttps://tides.example.org/x.\n", "call.txt")
  expect(words.kept).toBe(words.total)
  expect(links).toEqual([])
})
