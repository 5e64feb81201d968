import { findSentences } from "@/lib/imports/read/text/sentences"
import { type Counted, inlineCount, promisedCounts, sameThings } from "../counts"
import { type Finding, type ParagraphFact, placeAt, quoteAt, type ReportFacts } from "../model"
import { countOf } from "../number-words"
import { shortened } from "../shortened"

const PARTS = new Set(["opening", "discussion", "next", "closing"])
const LONGEST = 10_000
const ATTENDED =
  /(?:\b(?:attended by|joined by|with)\s+(?:a total of\s+)?(\d{1,4})\s+(?:people|participants|attendees|persons)\b|\b(\d{1,4})\s+(?:people|participants|attendees|persons)\s+(?:attended|took part|participated|joined|were present)\b)/i

/**
 * The text promises so many of something, and what follows counts otherwise: the list below it, the
 * enumeration in the sentence, the list of participants, or the same things elsewhere.
 */
export function countMismatch({
  paragraphs,
  participants,
}: Pick<ReportFacts, "paragraphs" | "participants">): Finding[] {
  const findings: Finding[] = []
  const things = new Map<string, number>()
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!PARTS.has(paragraph.part) || paragraph.heading) continue
    const text = paragraph.text.slice(0, LONGEST)
    if (text.trimEnd().endsWith(":")) {
      const count = entriesBelow(paragraphs, index)
      const promised = promisedCounts(text)
      const last = promised.at(-1)
      if (last && count > 1 && promised.every(({ value }) => value !== count)) {
        findings.push(findingOf(paragraph, last, count, "list"))
      }
    }
    for (const { from, to } of findSentences(text)) {
      const sentence = text.slice(from, to)
      const inline = inlineCount(sentence)
      if (inline && inline.value !== inline.count) {
        findings.push(findingOf(paragraph, shifted(inline, from), inline.count, "sentence"))
      }
      for (const thing of sameThings(sentence)) {
        const before = things.get(thing.key)
        if (before === undefined) things.set(thing.key, thing.value)
        else if (before !== thing.value)
          findings.push(findingOf(paragraph, shifted(thing, from), before, "elsewhere"))
      }
    }
    if (paragraph.part === "opening" && participants.length > 0) {
      const said = ATTENDED.exec(text)
      const value = countOf(said?.[1] ?? said?.[2] ?? "")
      if (said && value !== null && value !== participants.length) {
        findings.push({
          rule: "count-mismatch",
          severity: "note",
          place: placeAt(paragraph.place(said.index, said.index + said[0].length), paragraph.item),
          values: { how: "participants", text: said[0], count: participants.length },
        })
      }
    }
  }
  return findings
}

function shifted<T extends Counted>(counted: T, by: number): T {
  return { ...counted, from: counted.from + by, to: counted.to + by }
}

function findingOf(
  paragraph: ParagraphFact,
  { from, to }: Counted,
  count: number,
  how: "list" | "sentence" | "elsewhere",
): Finding {
  const text = shortened(paragraph.text.slice(from, to))
  return {
    rule: "count-mismatch",
    severity: "note",
    ...quoteAt(paragraph, from, to),
    values: { how, text, count },
  }
}

/** How many entries the list right below a paragraph has; what a page break cut in two is one. */
function entriesBelow(paragraphs: readonly ParagraphFact[], index: number): number {
  const above = paragraphs[index]?.entry ?? -1
  const depth = paragraphs[index + 1]?.entry ?? null
  if (depth === null || (above >= 0 && depth <= above)) return 0
  let count = 0
  for (const { entry = null, text, heading } of paragraphs.slice(index + 1, index + 200)) {
    if (entry === null && !heading && /^\p{Ll}/u.test(text)) continue
    if (entry === null || entry < depth) break
    if (entry === depth) count += 1
  }
  return count
}
