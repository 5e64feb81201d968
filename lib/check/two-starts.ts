import type { Finding, ReportFacts, WrittenStart } from "./model"
import { quoteSpan } from "./quote"

const TIME = /\d\s?(?:[ap]\.?\s?m\b|[:.h]\s?\d\d)|\bnoon\b/i

/** "By 6 May" is a deadline, "the minutes of 6 May" are another meeting's. */
const ANOTHER =
  /(?:\b(?:by|until|till|before|after|since|from|due|deadline:?)|\b(?:minutes|report|notes|summary|letter|decisions?|draft|version) (?:of|from|dated))\s+(?:the\s+|\p{L}{3,9}day,?\s+)?$/iu

/** "It was decided to hold the forum on 6 May": what is to come is no start of this meeting. */
const TO_COME =
  /\b(?:decided|agreed|resolved|planned|proposed|wants?|hopes?|will|would|shall|should|is going)\s/i

/** The starts that title and text give, where the text's is told of this very meeting. */
export function twoStarts({
  starts,
  paragraphs,
}: Pick<ReportFacts, "starts" | "paragraphs">): { title: WrittenStart; text: WrittenStart } | null {
  const title = starts.find((start) => start.where === "title")
  const text = starts.find((start) => start.where === "text")
  if (!title || !text) return null
  const { before } = quoteSpan(paragraphs, text.at, text.printed)
  return ANOTHER.test(before) || TO_COME.test(inFront(text, paragraphs)) ? null : { title, text }
}

/** The words of its sentence in front of a start. */
function inFront({ at, printed }: WrittenStart, paragraphs: ReportFacts["paragraphs"]): string {
  const own = paragraphs.find(({ text, place }) => {
    const whole = place(0, text.length)
    return at !== null && at.from >= whole.from && at.to <= whole.to
  })
  const front = own?.text.slice(0, Math.max(0, own.text.indexOf(printed))) ?? ""
  return front.slice(-160).split(/[.;]/).at(-1) ?? ""
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
