import { residue } from "../head/titles"
import { isTitleOfReport } from "../likelihood"
import type { FinishedBlock } from "../text/finished"
import type { Rich } from "../text/rich"
import { findMoments } from "./moments"

/** So many blocks from the top may say when the meeting was, and with no word of it so many. */
const LABELLED_WITHIN = 40
const ALONE_WITHIN = 10
const LONGEST = 160
const LABEL =
  /^(?:(?:meeting|call|session) )?(?:(?:start(?:ing)? )?(?:date|time)s?|day|when|start(?:s|ed)?|began|begins?|opened|convened|call(?:ed)? to order|datum|fecha|heure|hora|uhrzeit|wann)(?:(?: and | ?& ?| ?\/ ?)(?:date|time|place|venue|location)s?){0,2}\s*(?:::?|[|–-])/i
const MEETING_ALONE =
  /^(?:(?:team|group|board|chat|project|regular|weekly|monthly) )?(?:meeting|call|session)$/i
/** "Sixth meeting", "Call 12": what is left of "Sixth meeting, Thursday 6 October 2022, 10:00 EAT". */
const COUNTED_MEETING =
  /^(?:the )?(?:(?:[\p{L}-]{2,12}(?:th|st|nd|rd)|second|third|\d{1,3}(?:st|nd|rd|th)) (?:\p{L}+ ){0,3}(?:meeting|call|session|sitting|assembly)|(?:meeting|call|session) (?:no )?\d{1,3})$/iu
const DURATION = /(?<![:.\d])\d{1,3}\s?(?:min(?:ute)?s?|h(?:ou)?rs?)\b\.?/gi
const NEXT = /\b(?:next|upcoming|following) (?:\S+ ){0,2}(?:meetings?|calls?|sessions?)\b/i

/** What a line says besides its day, without its marks. */
const bare = (text: string) =>
  residue(text)
    .replace(/[\W_]+/g, " ")
    .trim()

/**
 * Lines near the top that say when it was and little else ("Time: 15:00 UTC", "8 November 2017",
 * "Minutes of the meeting of 29 March 2022"), in whatever list or section they were taken. `dated`: the title has a day.
 */
export function linesOfWhen(finished: readonly FinishedBlock[], dated = false): Rich[] {
  const lines: Rich[] = []
  /** "# Pantry Task Force Meeting 2025-10-22", "# October 12, 2020 Attendees:": what the report begins with. */
  const begun = (index: number) =>
    finished.slice(0, index).every(({ block }) => block.kind !== "heading")
  for (const [index, { block, rich }] of finished.slice(0, LABELLED_WITHIN).entries()) {
    if (block.part === "next" || NEXT.test(rich.text.slice(0, 80))) break
    if (block.part === "title" || rich.text.length > LONGEST || !/\d/.test(rich.text)) continue
    const text = rich.text.replace(/^[\W_]{1,6}/, "")
    // "2. Minutes of the meeting of 10 November" is an item of a meeting whose day is known.
    const isItem = dated && block.part === "discussion" && block.marker !== null
    const named = !isItem && index < ALONE_WITHIN && isTitleOfReport(text) && !text.endsWith(".")
    const alone = () =>
      index < ALONE_WITHIN && residue(text.replace(DURATION, " ")).replace(/[\W_]/g, "") === ""
    // "# Meeting 2025-05-09" below the template that every meeting begins with.
    const headed = () =>
      !dated &&
      block.kind === "heading" &&
      (begun(index) ||
        MEETING_ALONE.test(bare(text)) ||
        (index < ALONE_WITHIN && COUNTED_MEETING.test(bare(text))))
    if (!named && !LABEL.test(text) && !alone() && !headed()) continue
    const { days, times } = findMoments(rich.text)
    if (days.length + times.length > 0) lines.push(rich)
  }
  return lines
}
