import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "./check"
import { loadSpeller } from "./dictionary"
import { type CheckContext, NO_CONTEXT } from "./model"
import { sound } from "./rules/cases/case"

let context: CheckContext = NO_CONTEXT
beforeAll(async () => {
  context = {
    meetings: [{ number: 9, day: "2022-04-07", name: "" }],
    people: [{ name: "Lin Zhao-Perera", aliases: ["Lin"] }],
    words: ["Tidewater"],
    links: new Map(),
    speller: await loadSpeller(),
  }
})

const pieces = [
  "last November, ",
  "on March 10th ",
  "30 May - 2 June ",
  "next week ",
  "para. 93 ",
  "of the Roadmap and Our Common Agenda. ",
  "seven aims - one; two; three. ",
  "three aims:",
  "the 32 members of the board ",
  "the 30 members of the board ",
  "The HPA (",
  ") [",
  "] ",
  "recieved teh gauges ",
  "lin@tides.example.org ",
  "+41 22 917 12 34 ",
  "Passcode: 4fT9 ",
  "https://zoom.example.org/j/1?pwd=x ",
  "ACTION: buy ",
  "- ",
  "1. ",
  "**",
  "é",
  "潮",
  "\u00a0",
]
const text = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      fc.constantFrom("\n", "\n\n", "\r\n"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => sound.replace("Lin asked for", `${parts.join("")}\n\nLin asked for`))

describe("any text", () => {
  test("is checked, each finding at a place of it, with the words that stand there", () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { place, words, replacement } of checkReport(
          readReport(source, "any.txt"),
          context,
        )) {
          const { from, to } = place
          if (from === null || to === null) continue
          expect(from).toBeLessThanOrEqual(to)
          expect(to).toBeLessThanOrEqual(source.length)
          if (replacement === undefined || !words) continue
          const letters = (some: string) => some.match(/[\p{L}\p{N}]+/gu)?.join("") ?? ""
          // Between them stand at most marks of formatting and the ends of lines.
          expect(letters(source.slice(from, to))).toContain(letters(words.there))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe("texts made to be slow", () => {
  const hostile = [
    "para. 93 ",
    "the 32 members of the ",
    "two aims two aims ",
    "seven aims - a; ",
    "1 1 1 1 ",
    "ABC ABCD ",
    "(ABC) ",
    "[(",
    "a@",
    "a.b-c@d.",
    "+1 1 1 1 1 1 ",
    "tel: 1 1 ",
    "password: ",
    "meeting id: 1 1 ",
    "https://a?",
    "?pwd=",
    "last November ",
    "30 May - ",
    "misspeld",
    "qzx qzy ",
    "Farah M\n",
    "Lin Zhao-Perera, of\n",
  ]
  test.each(hostile)(
    "%j without end is checked within seconds",
    (piece) => {
      const long = piece.repeat(Math.ceil(150_000 / piece.length))
      const source = `${sound.replace("Lin asked for", `${long}\n\nLin asked for`)}${long}`
      const report = readReport(source, "hostile.txt")
      const began = performance.now()
      checkReport(report, context)
      // It takes well under a second; a rule that grows with the square takes minutes.
      expect(performance.now() - began).toBeLessThan(15_000)
      // Twenty times the longest report, read before it is checked, on a machine that does other work.
    },
    60_000,
  )
})
