import type { WrittenStart } from "@/lib/check/model"
import { readComing } from "./coming"
import { countedDay } from "./counted"

const MEET =
  "(?:meetings?|calls?|sessions?|sittings?|assembl(?:y|ies)|conferences?|gatherings?|interims?|rounds?|circles?|councils?|telechats?|telecons?|teleconferences?|workshops?|meets?|sits?|gathers?|convenes?|talks?|speaks?|comes? together|see each other)"
/** "Next year's meeting falls on", "the trustees next sit", "we talk again", "a call next week". */
const TELLS = new RegExp(
  `(?<!\\b(?:before|for|until|prior to|ahead of|in time for) (?:the |our |its )?)\\bnext(?: [\\p{L}’'-]{1,20}){0,3}? ${MEET}\\b|\\b${MEET}(?: [\\p{L}’'-]{1,20}){0,3}? (?:next|again)\\b|\\bthere (?:will be|is) (?:an?|another) (?:[\\p{L}-]{2,14} )?${MEET}\\b(?! (?:of|with|between|about|for)\\b)`,
  "iu",
)
/** "Next circle", "When we talk again": what a heading is called below which the day stands. */
const HEADING = new RegExp(
  `^(?:next (?!steps?|deadlines?|issues?|releases?|actions?|tasks?|items?|topics?|versions?|milestones?|reports?)(?:[\\p{L}-]{2,16} ?){1,3}|when (?:(?:do|will|shall) )?we (?:next )?${MEET}(?: (?:next|again))?)\\W{0,2}$`,
  "iu",
)
/** "There will be a call next week, Thursday 12 June", wherever it is said. */
export const ANNOUNCED =
  /\bthere will be (?:an?|another) (?:call|meeting|session|teleconference) (?:next|again|in|on) (?=[^.;]{0,40}\d)/i
const MAY_TELL = /next|again|there (?:will be|is) a/i

/** Whether a sentence near the end tells of another meeting, and of a day to come. */
export function tellsNearTheEnd(sentence: string, start: WrittenStart | null): boolean {
  const said = sentence.slice(0, 400)
  return MAY_TELL.test(said) && TELLS.test(said) && hasDayToCome(said, start)
}

/** Whether a heading announces the next meeting, by what stands below it. */
export function headsNextMeeting(
  heading: string,
  below: string,
  start: WrittenStart | null,
): boolean {
  return (
    heading.length <= 60 && HEADING.test(heading.trim()) && hasDayToCome(below.slice(0, 200), start)
  )
}

function hasDayToCome(said: string, start: WrittenStart | null): boolean {
  const date = readComing(said, start)?.date ?? (start && countedDay(said, start)?.date)
  return date != null && (start === null || date > start.date)
}
