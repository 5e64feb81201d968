import { type Finding, placeAt, type ReportFacts } from "../model"
import { quoteSpan } from "../quote"

/** Where more are left, the text was never meant to be shown so; these are enough to see it. */
const MOST = 60

/** A mark of formatting stands in the text as letters: "Track.**". */
export function strayMarkup({
  strays,
  paragraphs,
}: Pick<ReportFacts, "strays" | "paragraphs">): Finding[] {
  return strays.slice(0, MOST).map(({ mark, text, at }) => ({
    rule: "stray-markup",
    severity: "note",
    place: placeAt(at),
    values: { mark, text },
    words: quoteSpan(paragraphs, at, mark),
    // "&amp;" and "<br>" stand for something, which a person puts there.
    ...(/^[*_~]/.test(mark) ? { replacement: "" } : {}),
  }))
}
