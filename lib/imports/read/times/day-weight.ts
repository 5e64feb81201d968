import { isTitleOfReport } from "../likelihood"
import type { WrittenDay } from "./calendar"

/** "2014-05-10T03:12:44.018Z", "Fri, 1 Apr 2022 16:02:10 -0400": a machine tells when it wrote. */
const STAMP = /\d\d:\d\d:(?:\d\d\.\d|(?!00)\d\d)|\d\d:\d\d:\d\d [+-]\d{4}/
/** "Date: …", "When – …", "| Date | … |". */
const LABEL =
  /^\W{0,4}(?:(?:meeting|call|session) )?(?:date|day|when|held(?: on)?|datum|fecha|data|wann)\b[^:|–\d]{0,24}(?:[:|–]|$)/i
/** "Meeting started by Ana at 2025-05-07 14:01:38": a machine tells of the meeting itself. */
const STARTED = /^[\W_]{0,4}(?:the )?(?:meeting|session|call) (?:was )?(?:started|opened|began)\b/i
/** "Held at the Institute on 18 November": that outweighs the day of the paper. */
const HELD = /^\W{0,4}(?:(?:was )?held|met|convened|took place) (?:at|in|on|by|via|from)\b/i
const MEETING =
  /\b(?:minutes|notes|meeting|session|sitting|call|teleconference|telecon|conference|assembly|plenary|title:)(?![\p{L}])/iu

/** The weight of a day that a machine wrote, which any other day of the meeting outweighs. */
export const STAMPED = 1

/**
 * How much a day in the lines of a title tells when the meeting was: least where a machine wrote it,
 * more as a day alone, yet more behind its label or beside the name of the meeting, most where it was held.
 */
export function dayWeight(text: string, { from, to }: Pick<WrittenDay, "from" | "to">): number {
  if (HELD.test(text)) return 4
  if (STARTED.test(text)) return 3
  if (STAMP.test(text.slice(from, to + 28))) return STAMPED
  return LABEL.test(text) || isTitleOfReport(text) || MEETING.test(text.slice(0, 200)) ? 3 : 2
}
