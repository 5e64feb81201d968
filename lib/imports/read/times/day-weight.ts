import { isTitleOfReport } from "../likelihood"
import type { WrittenDay } from "./calendar"

/** "Minutes approved on 20 April", "Posted: 21 November", "dateCreated: …": what became of the paper. */
const OF_PAPER =
  /(?:\b|date)(?:approved|adopted|accepted|confirmed|published|posted|updated|modified|edited|changed|created|submitted|printed|sent|issued|circulated|signed|drafted|generated|uploaded|converted|exported)\b(?![^.;]{0,24}\b(?:minutes|meeting|call|session|held)\b)[^.;]{0,24}$/i
/** "2014-05-10T03:12:44.018Z", "Fri, 1 Apr 2022 16:02:10 -0400": a machine tells when it wrote. */
const STAMP = /\d\d:\d\d:(?:\d\d\.\d|(?!00)\d\d)|\d\d:\d\d:\d\d [+-]\d{4}/
/** "Date: …", "When – …", "| Date | … |". */
const LABEL =
  /^\W{0,4}(?:(?:meeting|call|session) )?(?:date|day|when|held(?: on)?|datum|fecha|data|wann)\b[^:|–\d]{0,24}(?:[:|–]|$)/i
/** "Meeting started by Ana at 2025-05-07 14:01:38": a machine tells of the meeting itself. */
const STARTED = /^[\W_]{0,4}(?:the )?(?:meeting|session|call) (?:was )?(?:started|opened|began)\b/i
const MEETING =
  /\b(?:minutes|notes|meeting|session|sitting|call|teleconference|telecon|conference|assembly|plenary|title:)(?![\p{L}])/iu

/** "Minutes of last meeting held on 22 September", "Next meeting is on 21 May": the day of another meeting. */
const OF_ANOTHER =
  /\b(?:next|last|previous|following|upcoming) (?:\S{1,24} ){0,2}(?:meetings?|calls?|sessions?|minutes)\b[^.;\d]{0,40}$/i

/** "Review of the minutes from 21 May", "that the minutes of 21 May be accepted". */
const OF_EARLIER =
  /\b(?:(?:review|approval|reading|adoption|acceptance|correction|confirmation|ratification) of|approv\p{L}{1,3}|accept\p{L}{0,3}|adopt\p{L}{0,3}|review\p{L}{0,3}|ratif\p{L}{1,4}|that) (?:the )?(?:\p{L}+ ){0,2}(?:minutes|notes)\b[^.;\d]{0,80}$/iu
/** Whether the day at a place of a line is, by the words in front of it, that of another meeting. */
export function isOfAnother(text: string, from: number): boolean {
  const front = text.slice(Math.max(0, from - 120), from)
  return OF_ANOTHER.test(front) || OF_EARLIER.test(front)
}

/** The weight of a day that a machine wrote, which any other day of the meeting outweighs. */
export const STAMPED = 1

/**
 * How much a day in the lines of a title tells when the meeting was: least as that of the paper, more
 * as a day alone, most behind its label or beside the name of the meeting.
 */
export function dayWeight(text: string, { from, to }: Pick<WrittenDay, "from" | "to">): number {
  if (OF_PAPER.test(text.slice(Math.max(0, from - 60), from))) return 0
  if (STARTED.test(text)) return 3
  if (STAMP.test(text.slice(from, to + 28))) return STAMPED
  return LABEL.test(text) || isTitleOfReport(text) || MEETING.test(text.slice(0, 200)) ? 3 : 2
}
