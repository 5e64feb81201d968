import type { Finding, ReportFacts, WrittenStart } from "./model"
import { quoteSpan } from "./quote"

const TIME = /\d\s?(?:[ap]\.?\s?m\b|[:.h]\s?\d\d)|\bnoon\b/i

/** "By 6 May" is a deadline, "the minutes of 6 May" are another meeting's. */
const ANOTHER =
  /(?:\b(?:by|until|till|before|after|since|from|due|deadline:?)|\b(?:minutes|report|notes|summary|letter|decisions?|draft|version) (?:of|from|dated))\s+(?:the\s+|\p{L}{3,9}day,?\s+)?$/iu

/** The starts that title and text give, where the text's is told of this very meeting. */
export function twoStarts({
  starts,
  paragraphs,
}: Pick<ReportFacts, "starts" | "paragraphs">): { title: WrittenStart; text: WrittenStart } | null {
  const title = starts.find((start) => start.where === "title")
  const text = starts.find((start) => start.where === "text")
  if (!title || !text) return null
  return ANOTHER.test(quoteSpan(paragraphs, text.at, text.printed).before) ? null : { title, text }
}

/**
 * The title's day and time in the place of the text's, as the title prints them; nothing where the title
 * has its time on another line, so that one would be lost.
 */
export function startReplaced(
  title: WrittenStart,
  text: WrittenStart,
  paragraphs: ReportFacts["paragraphs"],
): Pick<Finding, "words" | "replacement"> {
  const loses = TIME.test(text.printed) && !TIME.test(title.printed)
  if (loses || /\n/.test(title.printed)) return {}
  return { words: quoteSpan(paragraphs, text.at, text.printed), replacement: title.printed }
}
