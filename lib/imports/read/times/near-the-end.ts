import type { WrittenStart } from "@/lib/check/model"
import { ONCE } from "../text/once"
import { anyOf, words } from "../text/stems"
import { readComing } from "./coming"
import { countedDay } from "./counted"
import { findMoments } from "./moments"
import type { OwnName } from "./next-labels"

const MEET = `${ONCE}(?:meetings?|calls?|sessions?|sittings?|assembl(?:y|ies)|conferences?|gatherings?|interims?|rounds?|circles?|forums?|councils?|telechats?|telecons?|teleconferences?|workshops?|ones?|meets?|sits?|gathers?|convenes?|talks?|speaks?|comes? together|see each other|get-togethers?)${ONCE}`
const OTHER_MEET = `${ONCE}(?:r[ée]uni(?:on|ón|ão)e?s?|séances?|sesi[oó]n|sessão|sitzung|treffen|termin|riunione|incontro|seduta|vergadering)${ONCE}`
/** What comes next, and is no meeting. */
const NO_MEETING =
  "(?!(?:\\p{L}+ )?(?:steps?|deadlines?|issues?|releases?|actions?|tasks?|items?|topics?|versions?|milestones?|reports?|payments?|instalments?|elections?|exams?|deliver(?:y|ies)|shipments?|visits?|newsletters?|freezes?|sprints?|drafts?|reviews?|weeks?|months?|years?|days?|trains?|bus|ferry|boats?|dates?|votes?|polls?)\\b)"
/** "Next year's meeting falls on", "the trustees next sit", "we talk again", "the following one", "a follow-up call". */
const TELLS = new RegExp(
  [
    `(?<!\\b(?:before|for|until|prior to|ahead of|in time for) (?:the |our |its )?)\\b(?:next|following|subsequent|follow-?up)(?: [\\p{L}’'-]{1,20}){0,3}? ${MEET}\\b`,
    `\\b${MEET}(?: [\\p{L}’'-]{1,20}){0,3}? (?:next(?! \\p{L}{3,6}day)|again)\\b`,
    `\\bthere (?:will be|is) (?:an?|another) (?:[\\p{L}-]{2,14} )?${MEET}\\b(?! (?:of|with|between|about|for)\\b)`,
    `\\b(?:chosen|set|fixed|agreed|picked|named|proposed|kept|booked|reserved) (?:as|for) (?:the |our |its )?(?:date (?:of|for) (?:the |our )?)?next ${MEET}\\b`,
    `\\d[^.;]{0,24} (?:for|as) (?:the|our|its) next ${MEET}\\b`,
    // "Set the next for Tuesday", "so that the next is on 18 May".
    // "That the session of BNF 32 would be held on 10 May": of what has a name, with a day to come.
    `\\bthat the (?:\\p{L}{3,10} )?${MEET} of \\p{Lu}[^.;]{1,40} (?:would|will) (?:be held|take place) on`,
    "\\bthe next (?:for|is|will be|on|at)\\b",
    `(?<!\\p{L})(?:prochaine?s?|pr[oó]xim[ao]s?|nächste[nrs]?|prossim[ao]|volgende) (?:\\p{L}{2,14} )?${OTHER_MEET}`,
    // "Next huddle 16 December 2020": whatever the meeting is called, with its day right behind.
    `^next ${NO_MEETING}(?:\\p{Ll}[\\p{L}-]{1,16} ){1,3}(?:(?:is|will be|on|at|for)[: ]|: ?|[–—-] )?(?=(?:\\p{L}{3,9},? (?:the )?)?\\d)`,
    "\\bwe(?:['’]re| are| will be) back (?=on|at)|\\b(?:wir (?:treffen|sehen) uns|nos vemos|on se retrouve)\\b",
    `\\b(?:extra|further|additional|special|extraordinary|second|another) (?:${MEET}|sitting) (?:is|will be|has been|was)?(?: called| held| fixed| set)? ?(?:on|for)\\b`,
  ].join("|"),
  "iu",
)
/** "See you all on the first of June", "Until the fourth of May, then!", "Same place and time on Thursday". */
const GREETING =
  /^(?:then |and )?(?:see (?:you|everyone)|until|till|speak|talk|meet|back)(?: (?:all|here|together|again|there|next|then|you)){0,2} (?:on |at |in |next )?|^(?:then |and )?(?:the )?same (?:again|place|time|hour|day|link|room)\b/i
/** "The Forum settled on Wednesday 24 May, 18:00 BST.": a day and its hour, and nothing else that they are for. */
const SETTLED =
  /\b(?:settled|agreed|decided|fixed) (?:on|upon|for) (?=(?:the )?(?:\p{L}{3,9},? )?(?:\p{L}{3,9} )?\d)[^.;]{4,60}$/iu
/** "Next circle", "NEXT", "When we talk again": what a heading is called below which the day stands. */
const HEADING = new RegExp(
  `^\\W{0,3}(?:next(?=\\W{0,3}$)|next ${NO_MEETING}(?:[\\p{L}-]{2,16} ?){1,3}|when (?:(?:do|will|shall) )?we (?:next )?${MEET}(?: (?:next|again))?)\\W{0,2}$`,
  "iu",
)
/** "Remaining meetings of 2023", "Dates for the rest of the year:": a list whose first day to come is next. */
const LIST =
  /^(?:(?:the )?(?:remaining|further|other|all|planned|future|our) )?(?:(?:meetings?|mtgs?|calls?|sessions?)(?: dates?| schedule| calendar)?|dates(?: (?:of|for) (?:the )?(?:\p{L}+ )?(?:meetings|calls|sessions))?)\b[^.;\d]{0,40}(?:\b(?:19|20)\d\d|\b(?:year|season|term|half|autumn|fall|winter|spring|summer|ahead|to come))\b/iu

/** "NM: 17 May", "Forthcoming: …", "Dates for your diary – 4 June". */
const LABEL =
  /^(?:nm|d\.?o?\.?n\.?m|n\.m|nxt (?:mtg|meeting|call)|next|forthcoming|upcoming|coming up|to come|(?:(?:key|diary|further|future|other|remaining|agreed|next|planned|coming|meeting) )?dates(?: (?:for|in) (?:the|your|our) (?:diary|calendar)s?)?|(?:for )?(?:the |your )?diary|save the dates?)(?:\.?\s?[:–—-]\s?(?=[^.]{0,60}\d)|\s{2,}(?=\d)|\t\s{0,9}(?=\d))/i
/** "It will not meet again", "There will be no further meeting." */
const DENIED =
  /\b(?:not|never|no longer) (?:\p{Ll}+ )?(?:meet|sit|convene|gather|reconvene)\b|\bno (?:further|more|other|next) (?:\p{Ll}+ )?(?:meetings?|calls?|sessions?|sittings?)\b|\b(?:met|sat|meeting) for the last time\b/iu
/** Whether a sentence says that the body does not meet any more. */
export const deniesNext = (sentence: string) => DENIED.test(sentence)

/** "There will be a call next week, Thursday 12 June", wherever it is said. */
export const ANNOUNCED =
  /\bthere will be (?:an?|another) (?:call|meeting|session|teleconference) (?:next|again|in|on) (?=[^.;]{0,40}\d)/i
const MAY_TELL = anyOf(
  words(
    "next|again|there will be|there is a|follow|subsequent|see you|see everyone|until|till |same |speak|talk|meet|sit|gather|conven|come together|settled|agreed|decided|fixed|prochain|proxim|próxim|nächst|prossim|volgend|extra|further|special|another|one|dates|diary|forthcoming|upcoming|coming up|to come|nm|n.m|nxt|back|continu|resum|wir |nos |retrouve|be held|take place",
  ),
)

/** Whether a sentence near the end tells of another meeting of this body, and of a day to come. */
export function tellsNearTheEnd(
  sentence: string,
  start: WrittenStart | null,
  own: OwnName,
): boolean {
  const said = sentence.slice(0, 400).replace(/[.!\s]+$/, "")
  if (!MAY_TELL(said) || deniesNext(said) || own.isOther(said) || own.isOfCommittee(said))
    return false
  const tells =
    TELLS.test(said) ||
    GREETING.test(said) ||
    own.meets(said) ||
    LIST.test(said) ||
    LABEL.test(said) ||
    (SETTLED.test(said) && hasHour(said))
  return tells && hasDayToCome(said, start)
}

/** "Time of next meeting: 15:00 UTC" above the day, "We start at 09:30 this time." behind it. */
export const tellsHourOfNext = (said: string) =>
  /^\W{0,4}(?:time|hour)(?:\s?:| (?:of|for) (?:the |our )?next\b)|^(?:we|it|the \p{L}{3,12}) (?:will |shall )?(?:start|begin|open|meet)s? (?:at|from)\b/iu.test(
    said,
  )

const hasHour = (said: string) => findMoments(said).times.length > 0

/** Whether a heading announces the next meeting, by what stands below it. */
export function headsNextMeeting(
  heading: string,
  below: string,
  start: WrittenStart | null,
): boolean {
  return (
    heading.length <= 60 &&
    (HEADING.test(heading.trim()) ||
      (LIST.test(heading) && findMoments(heading).days.length === 0)) &&
    hasDayToCome(below.slice(0, 200), start)
  )
}

function hasDayToCome(said: string, start: WrittenStart | null): boolean {
  const date = readComing(said, start)?.date ?? (start && countedDay(said, start)?.date)
  return date != null && (start === null || date > start.date)
}
