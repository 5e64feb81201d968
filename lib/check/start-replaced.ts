import type { Finding, ReportFacts, WrittenStart } from "./model"
import { quoteSpan } from "./quote"

const TIME = /\d\s?(?:[ap]\.?\s?m\b|[:.h]\s?\d\d)|\bnoon\b/i

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
