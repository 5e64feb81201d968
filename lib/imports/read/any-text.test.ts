import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkReport } from "@/lib/check/check"
import type { Span } from "@/lib/check/model"
import { reportAsJson } from "../as-json"
import type { ReadItem, ReadReport } from "./model"
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
  "[Ana Lind][t]",
  "[t]: https://t.example.org",
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
  "Present: LIND, Ana; Okoro, Ben. Apologies: Cem Arslan",
  "Chair: Ana Lind (Coast Office), Scribe: Ben",
  "The Chair, Ms Ana Lind, opened the call, attended by Ben Okoro and Cem Arslan.",
  "| Name | Organisation | Present |",
  "| 1 | Dr. Ana Lind | Coast Office | no |",
  "Coast Office: Ana Lind, Ben Okoro",
  "Ana Lind\tChair\tCoast Office",
  "Meeting 3/2022, Thursday 03/04/2022, 14h00-15h30 (UTC+2)",
  "Prochaine réunion : 3 mars 2022, 13h00",
  "Time zone: CET",
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

const wordsIn = (value: string): string[] => value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Texts of which a word was once left out, or told twice: the word that a heading calls itself by, a line parted in two. */
const lostOnce = [
  "### Topic: The meeting was hosted and moderated by Ilva Morandini (Vivi).\n",
  "\nAgenda Regrets: Noor el Amrani\n\nCoast Office: Ana Lind, Ben Okoro\n\nAgenda>> ILVA MORANDINI: Coast Office: Ana Lind, Ben Okoro\n",
]

describe("any text", () => {
  test("keeps every word, and its sections are the source in its order", () => {
    fc.assert(
      fc.property(text, (source) => {
        const report = readReport(source, "any.txt")
        expect(report.words.kept).toBe(report.words.total)
        const { sections } = reportAsJson(report, source, checkReport(report), ({ rule }) => rule)
        expect(wordsIn(sections.map((section) => section.text).join("\n"))).toEqual(wordsIn(source))
      }),
      { numRuns: 400, examples: lostOnce.map((source) => [source]) },
    )
  })

  test("has every value at a place of the source, on the line that it names", () => {
    fc.assert(
      fc.property(text, (source) => {
        const endings = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
        for (const { at } of valuesOf(readReport(source, "any.txt"))) {
          if (!at) continue
          expect(at.from).toBeLessThanOrEqual(at.to)
          expect(at.to).toBeLessThanOrEqual(source.length)
          expect(source.slice(0, at.from).split(endings)).toHaveLength(at.line)
        }
      }),
      { numRuns: 300 },
    )
  })

  test("has in the place of every value that was read the words of that value", () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { value, at, how } of valuesOf(readReport(source, "any.txt"))) {
          if (how !== "read" || !at) continue
          const there = source.slice(at.from, at.to)
          expect({ value, there, said: says(there, value) }).toMatchObject({ said: true })
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Whether a stretch of the source has the words of a value, though marks may stand between its letters. */
function says(there: string, value: string): boolean {
  const left = [...wordsIn(there)]
  const all = wordsIn(value).every((word) => {
    const index = left.indexOf(word)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
  if (all) return true
  let from = 0
  const letters = wordsIn(there).join("")
  for (const letter of wordsIn(value).join("")) {
    const found = letters.indexOf(letter, from)
    if (found < 0) return false
    from = found + letter.length
  }
  return true
}

type Value = { value: string; at: Span | null; how: string }

/** Every value of a report in words, with where it stands and whether it was read there. */
function valuesOf(report: ReadReport): Value[] {
  const items = (all: readonly ReadItem[]): Value[] =>
    all.flatMap(({ title, at, how, children }) => [{ value: title, at, how }, ...items(children)])
  const people = [...report.participants, ...report.regrets]
  const passages = [...report.decisions, ...report.actions]
  const next = report.nextMeeting
  return [
    ...(report.title ? [report.title] : []),
    ...report.numbers.printed.map(({ printed, at }) => ({ value: printed, at, how: "read" })),
    ...report.starts.map(({ printed, at }) => ({ value: printed, at, how: "read" })),
    ...report.hosts,
    ...report.moderators,
    ...report.scribes,
    ...people.map(({ name, at, how }) => ({ value: name, at, how })),
    ...items(report.agenda),
    ...passages.map(({ text: value, at, how }) => ({ value, at, how })),
    ...(next ? [{ value: next.text, at: next.at, how: "read" }] : []),
    ...report.links.map(({ text: value, at }) => ({ value, at, how: "read" })),
    ...report.mentions.map(({ at }) => ({ value: "", at, how: "inferred" })),
    ...report.aliases.map(({ alias, at }) => ({ value: alias, at, how: "read" })),
  ]
}

describe("texts made to be slow", () => {
  const long = (piece: string, head = "") => head + piece.repeat(Math.ceil(150_000 / piece.length))
  const hostile: Record<string, string> = {
    stars: long("*"),
    brackets: long("[a]("),
    parentheses: long("("),
    spaces: `${long(" ")}x`,
    commas: long("a, ", "Participants: "),
    "names on one line": long("Ana Lind and "),
    "names between semicolons": long("Ana Lind; "),
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
    "names that are turned": long("LIND, Ana; ", "Present: "),
    "rows of a table": long("| Ana Lind | Coast |\n", "| Name | Organisation |\n"),
    "labels on one line": long("Chair: Ana. ", "Quay\n"),
    "days in figures": long("3/4/2022 "),
    weekdays: long("Monday "),
    "open brackets in a list": long("Ana (b, ", "Participants: "),
    "people who chair": long("Ana Lind chaired the "),
    "a line of colons": long("a: "),
    "spaces in a list": `Present: Ana${" ".repeat(150_000)}Ben`,
    "one letter": long("a"),
    "one capital": long("A"),
  }
  test.each(Object.keys(hostile))("%s are read to their end", (name) => {
    const report = readReport(hostile[name] ?? "", "hostile.txt")
    checkReport(report)
    expect(report.words.kept).toBe(report.words.total)
  })

  // Twice as long takes about twice the time: four times would be a look at each pair of names.
  test.each([
    ["Ana Lind and ", ""],
    ["Ana Lind; ", ""],
    ["Ana Lind, ", ""],
    ["Ana Lind    Node Sol\n", "Present\n"],
  ])("%j in time linear in its length", (piece, front) => {
    const sentence = (length: number) => front + piece.repeat(Math.ceil(length / piece.length))
    const timed = (length: number) => {
      const begun = performance.now()
      readReport(sentence(length), "hostile.txt")
      return performance.now() - begun
    }
    timed(20_000)
    const [short, long] = [40_000, 160_000].map((length) => Math.min(timed(length), timed(length)))
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(10)
  })
})
