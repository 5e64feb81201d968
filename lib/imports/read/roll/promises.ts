import type { Span } from "@/lib/check/model"
import type { Rich } from "../text/rich"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"

const LIST =
  /\b(?:list|names) of (?:the )?(?:participants|attendees)\b|\bparticipants?['’]? list\b|\battendance list\b/i
const REQUEST = /\b(?:up)?on request\b|\bcan be requested\b|\bby request\b/i
const ANNEXED = /\b(?:annexed|appended|attached|enclosed|annex|appendix|at the end of|below)\b/i

/** What the opening says of the list of participants: annexed, or to be had on request. */
export function readPromise(
  paragraphs: readonly Rich[],
  locate: Locator,
): { says: "annexed" | "on-request"; at: Span } | null {
  for (const rich of paragraphs.slice(0, 12)) {
    const text = rich.text.slice(0, 4000)
    for (const { from, to } of findSentences(text)) {
      const sentence = text.slice(from, to)
      if (!LIST.test(sentence)) continue
      const says = REQUEST.test(sentence) ? "on-request" : ANNEXED.test(sentence) ? "annexed" : null
      if (says) return { says, at: locate.span(rich, from, to) }
    }
  }
  return null
}
