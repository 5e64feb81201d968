import { type Finding, placeAt, quoteAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"
import { squeezed, wordsOf } from "../words"

/** A shorter paragraph may well be meant twice: "There was no update from the Secretariat." */
const SHORTEST = 12
/** A longer one is named, and a person takes it away. */
const LONGEST = 4_000
const PARTS = new Set(["opening", "discussion", "next", "closing"])

/** A paragraph of some length stands a second time. */
export function repeatedParagraph({ paragraphs }: Pick<ReportFacts, "paragraphs">): Finding[] {
  const seen = new Map<string, number>()
  return paragraphs.flatMap((paragraph): Finding[] => {
    const { text, heading, part, place } = paragraph
    if (heading || !PARTS.has(part) || text.length < 50) return []
    if (wordsOf(text.slice(0, 400)).length < SHORTEST) return []
    const key = squeezed(text)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, place(0, text.length).line)
      return []
    }
    return [
      {
        rule: "repeated-paragraph",
        severity: "warning",
        values: { text: shortened(text), line: first },
        ...(text.length > LONGEST
          ? { place: placeAt(place(0, text.length), paragraph.item) }
          : { ...quoteAt(paragraph, 0, text.length), replacement: "" }),
      },
    ]
  })
}
