import { findSentences } from "@/lib/imports/read/text/sentences"
import { MANDATES } from "../mandates"
import { type Finding, quoteAt, type ReportFacts } from "../model"

const CITED =
  /(?<![\p{L}\p{N}])(?:para(?:graph)?s?\.?|§§?|section)\s?(\d{1,3})(?:\s?\([a-z]\))?(?![\p{L}\p{N}]|[.,]\d|\s(?:lines|words|pages))/giu
/** Sections of a text seldom count so far: "section 93" is a paragraph of a mandate, "section 3" is not. */
const FIRST_SECTION = 20
/** Any other document than those known, by the way in which one is named. */
const OTHER =
  /\b(?:resolution|decision|recommendation) \p{Lu}?\d|\b[A-Z]{1,4}(?:\/[A-Z\d.]+){2,}|\b(?:report|declaration|statement|charter|communiqu[eé]|compact|agenda|resolution|letter|document|draft|paper|annex|plan|strategy|convention|agreement|treaty|terms of reference|outcome)\b/iu
/** "Paragraph 3 of the draft" and "in section 25 above" name it on the spot. */
const ON_THE_SPOT =
  /^[^.;]{0,30}?\b(?:of|in|from|to)\s+(?:the|this|that|our|its|their|his|her|A\/)|^\s+(?:above|below)\b|^\s?,?\s+\p{Lu}/u
const PARTS = new Set(["opening", "agenda", "discussion", "next", "closing"])

/** "The draft" or "the letter" has hardly so many paragraphs; a mandate has. */
const LONGEST_LETTER = 30

type Named = { known: string[]; other: boolean }
/** The last sentence that named a document, and whether it named one alone. */
type Last = { item: string | null; one: boolean } | null

/**
 * A paragraph is cited by its number without its document, where more than one could be meant: the
 * document stands neither in the sentence nor as the only one in the last sentence that named any.
 */
export function citationAmbiguous({ paragraphs }: Pick<ReportFacts, "paragraphs">): Finding[] {
  if (paragraphs.every(({ text }) => text.search(CITED) < 0)) return []
  const findings: Finding[] = []
  const mentioned = new Set<string>()
  let any: Last = null
  let mandate: Last = null
  for (const paragraph of paragraphs) {
    if (!PARTS.has(paragraph.part)) continue
    for (const { from, to } of findSentences(paragraph.text)) {
      const sentence = paragraph.text.slice(from, Math.min(to, from + 3000))
      const named = namedIn(sentence)
      for (const id of named.known) mentioned.add(id)
      for (const match of sentence.matchAll(CITED)) {
        const number = Number(match[1])
        if (/^section/i.test(match[0]) && number < FIRST_SECTION) continue
        const end = match.index + match[0].length
        if (named.known.length > 0 || isNamedHere(sentence, match.index, end)) continue
        const last = number > LONGEST_LETTER ? mandate : any
        if (last?.one && last.item === paragraph.item) continue
        const having = MANDATES.filter(
          ({ id, paragraphs: count }) => mentioned.has(id) && count !== null && count >= number,
        ).map(({ id }) => id)
        findings.push({
          rule: "citation-ambiguous",
          severity: having.length > 1 ? "warning" : "note",
          ...quoteAt(paragraph, from + match.index, from + end),
          values: { text: match[0], count: having.length, mandates: having.join(" ") },
        })
      }
      const { known, other } = named
      const one = known.length === 1 || (known.length === 0 && other)
      if (known.length > 0) mandate = { item: paragraph.item, one }
      if (known.length > 0 || other) any = { item: paragraph.item, one }
    }
  }
  return findings
}

function namedIn(sentence: string): Named {
  return {
    known: MANDATES.filter(({ named }) => named.test(sentence)).map(({ id }) => id),
    other: OTHER.test(sentence),
  }
}

/** Beside the number itself: "paragraph 3 of the draft", "the letter, in paragraph 3". */
function isNamedHere(sentence: string, from: number, to: number): boolean {
  return (
    ON_THE_SPOT.test(sentence.slice(to, to + 80)) ||
    OTHER.test(sentence.slice(Math.max(0, from - 40), from))
  )
}
