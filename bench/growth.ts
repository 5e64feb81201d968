import { checkReport } from "@/lib/check/check"
import { readReport } from "@/lib/imports/read/report"
import { type Figures, median } from "./figures"

const rounds = 3
const short = 60_000

/** Texts made to be slow, as the piece that they repeat and what stands in front of it. */
const hostile: readonly [name: string, piece: string, head?: string][] = [
  ["ordinary prose", "Ana Lind said that the lamp is sound. It was agreed to keep it. "],
  ["stars", "*"],
  ["brackets", "[a]("],
  ["parentheses", "("],
  ["spaces", " "],
  ["commas", "a, ", "Participants: "],
  ["names", "Ana Lind and "],
  ["turned names", "LIND, Ana; ", "Present: "],
  ["rows of a table", "| Ana Lind | Coast |\n", "| Name | Organisation |\n"],
  ["labels", "Chair: Ana. ", "Quay\n"],
  ["numbers in words", "twenty-"],
  ["days in figures", "3/4/2022 "],
  ["months", "July 1 "],
  ["next meetings", "the next meeting "],
  ["hosts", "hosted by "],
  ["decisions", "It was agreed that "],
  ["agenda references", "items 1 and "],
  ["headings of lists", "Participants:\n"],
  ["lines of one letter", "a\n"],
]

/** How much longer a text of four times the length takes to read and check: about four where it is linear. */
export async function measure(): Promise<Figures> {
  const figures: Figures["figures"] = {}
  const ratios: Figures["ratios"] = {}
  for (const [name, piece, head = ""] of hostile) {
    const once = timeOf(head + piece.repeat(short / piece.length))
    const four = timeOf(head + piece.repeat((4 * short) / piece.length))
    figures[`${name}, 240 kB`] = { value: four, unit: "ms" }
    ratios[`${name}, 240 kB to 60 kB`] = four / once
  }
  return { figures, ratios }
}

function timeOf(text: string): number {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    checkReport(readReport(text, "growth.txt"))
    times.push(performance.now() - began)
  }
  return median(times)
}
