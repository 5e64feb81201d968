import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkReport } from "@/lib/check/check"
import { reportAsJson } from "../as-json"
import { readReport } from "./report"

const pieces = [
  "Agenda",
  "Agenda:",
  "1. ",
  "2. ",
  " - a. ",
  "b) ",
  "4.a ",
  "II. ",
  "- ",
  "• ",
  "| ",
  "### ",
  "> ",
  "**",
  "*",
  "_",
  "[table](#)",
  "[",
  "](",
  "<https://tides.example.org/a_b>",
  "https://tides.example.org/x.",
  "The 26th virtual meeting of the group was held on 7 October 2021 at 1 p.m. UTC.",
  "The meeting was hosted and moderated by Ilva Morandini (Vivi).",
  "Dawit Sorensen said that the tide",
  "It was agreed that Lin will send a draft by 3 May.",
  "Participants",
  "Participants: Ilva Morandini, Lin Zhao-Perera (Coast Office), Otto B",
  "Regrets: Noor el Amrani",
  "Annex 1:",
  "Next meeting: ",
  "in two weeks",
  "Remaining agenda items (1-2)",
  "DECISION: ",
  "Topic: ",
  "Item 1 – ",
  "| Item | Presenter | Time |",
  "|---|---|",
  "| Tides | Ilva | 10 min |",
  "Action\tOwner\tDue",
  "Call the maker\tLin\t3 May",
  "14:05–14:20 Tides (Ilva, 10')",
  ">> ILVA MORANDINI: ",
  "<lin> ",
  "[Otto Brandvold] ",
  "LZ: ",
  "Action items",
  "AP1: ",
  "I. ",
  "A. ",
  "1 Tides",
  "2 Gauges",
  "3 Lamps",
  "It was agreed that:",
  "Otto said that he will look.",
  "- [ ] @Lin ",
  "N/A",
  "Page 2 of 3",
  "\\",
  "  ",
  "\t",
  "\u00a0",
  "\u200f",
  "é",
  "潮",
  "words of a line that is long enough to have been wrapped at its end",
]
const line = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(""))
const text = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\f", "\u2028")), {
    maxLength: 40,
  })
  .map((lines) => lines.flat().join(""))

const wordsIn = (value: string) => value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

describe("any text", () => {
  test("keeps every word, and its sections are the source in its order", () => {
    fc.assert(
      fc.property(text, (source) => {
        const report = readReport(source, "any.txt")
        expect(report.words.kept).toBe(report.words.total)
        const { sections } = reportAsJson(report, source, checkReport(report), ({ rule }) => rule)
        expect(wordsIn(sections.map((section) => section.text).join("\n"))).toEqual(wordsIn(source))
      }),
      { numRuns: 400 },
    )
  })

  test("has every value at a place of the source, on the line that it names", () => {
    fc.assert(
      fc.property(text, (source) => {
        const report = readReport(source, "any.txt")
        const spans = [
          report.title?.at,
          report.start?.at,
          report.numbers.canonical?.at,
          report.nextMeeting?.at,
          ...[report.hosts, report.moderators, report.participants, report.regrets]
            .flat()
            .map(({ at }) => at),
          ...[report.decisions, report.actions, report.links, report.mentions]
            .flat()
            .map(({ at }) => at),
        ]
        const endings = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
        for (const span of spans) {
          if (!span) continue
          expect(span.from).toBeLessThanOrEqual(span.to)
          expect(span.to).toBeLessThanOrEqual(source.length)
          expect(source.slice(0, span.from).split(endings)).toHaveLength(span.line)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe("texts made to be slow", () => {
  const long = (piece: string, head = "") => head + piece.repeat(Math.ceil(150_000 / piece.length))
  const hostile: Record<string, string> = {
    stars: long("*"),
    brackets: long("[a]("),
    parentheses: long("("),
    spaces: `${long(" ")}x`,
    commas: long("a, ", "Participants: "),
    "names on one line": long("Ana Lind and "),
    numbers: long("1 "),
    "agenda references": long("items 1 and "),
    addresses: long("http://"),
    hosts: long("hosted by "),
    "numbers in words": long("twenty-"),
    "next meetings": long("the next meeting "),
    "decisions without end": long("It was agreed that "),
    quotes: long('"'),
    dates: long("July 1 "),
    "lists of lists": long("Participants:\n"),
    turns: long("Ana Lind: x\n"),
    "turns of many": long("<ana> b\n>> C D: e\n[F G] h\n"),
    commitments: long("Ana Lind asked the chair to send it and will ask "),
    offices: long("the vice-chair of the working "),
    "tables of actions": long("| Task | Owner | Due |\n| a | Ana Lind | by Friday |\n"),
    "days in words": long("ACTION: Ana to call by the end of the week before Friday\n"),
    cells: long("a\t"),
    motions: long("the minutes of the report "),
    headings: long("Tides\n\nThey turn.\n\n"),
    "Roman numerals": long("I. Tides\n\nA. Gauges\n\n"),
    titles: long("Tides (Ana, 10 min) – led by ", "Agenda\n1. "),
  }
  test.each(Object.keys(hostile))("%s are read within seconds", (name) => {
    const began = performance.now()
    checkReport(readReport(hostile[name] ?? "", "hostile.txt"))
    // Reading takes well under a second; a step that grows with the square takes minutes.
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})
