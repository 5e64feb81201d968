import type { WrittenDay } from "./calendar"

/** What is done to a paper: "Minutes approved on 20 April", "Posted: 21 November", "El acta fue aprobada el". */
const DONE_TO_PAPER =
  "approved|adopted|accepted|confirmed|agreed|published|posted|updated|modified|edited|changed|created|submitted|printed|sent|issued|circulated|typed|transcribed|written(?: up)?|drawn up|prepared|compiled|finali[sz]ed|scanned|signed|drafted|revised|generated|uploaded|converted|exported|filed|lodged|tabled|laid|given|archived|corrected|aprobad[ao]s?|publicad[ao]s?|enviad[ao]s?|aprovad[ao]s?|approuvée?s?|publiée?s?|envoyée?s?|diffusée?s?|approvat[oi]|rédigée?s?|établie?s?|redactad[ao]s?|redigid[ao]s?|lavrad[ao]s?|elaborad[ao]s?|redatt[oa]|erstellt|verfasst|genehmigt|veröffentlicht|versandt|verschickt"
const OF_PAPER = new RegExp(
  `(?:(?<!\\p{L})|date)(?:${DONE_TO_PAPER})(?!\\p{L}|,)(?![^.;]{0,24}\\b(?:minutes|meeting|call|session|held)\\b)[^.;)\\d]{0,32}$`,
  "iu",
)
/** "Date of issue:", "Notice:", "Draft date ....:": the label of a paper. */
const LABEL_OF_PAPER =
  /\b(?:notice|issue|publication|approval|adoption|posting|circulation|printing|distribution|draft|these minutes|this (?:draft|paper|version|document))(?: date)?\s?[:|.]{1,12}\s{0,3}$/i
/** "Version 3 of", "Rev. 2,", "First draft". */
const VERSION =
  /\b(?:(?:version|revision|draft|rev|edition|v)\.?\s?\d[\d.]{0,5}(?:\s?[,:(–-]|\s(?:of|from|dated))?|(?:version|revision|draft|edition) (?:of|from|dated|as of)(?: the)?|(?:first|second|third|final|last) draft(?::|,| of)?)\s{1,2}$/i
/** "Comments by", "were due on": when something is asked for. */
const DEADLINE =
  /\b(?:due(?: (?:on|by|at))?|deadline(?: is|:)?|by|before|(?:no|not) later than) (?:the )?$/i
/** "Valid for the season", "Period covered:": from when to when something holds. */
const IN_FORCE =
  /\b(?:valid|in force|effective|period (?:covered|of report)|(?:reporting|review|financial|fiscal) (?:period|year)|(?:for|of) the (?:season|period|term|year))\b[^.;\d]{0,24}(?:\d{1,2}[^.;\d]{1,14}(?:\d{4}\s)?(?:to|until|[-–—])\s)?$/i
/** "…, 11–13 May 2023, registration open": what is advertised. */
const ADVERTISED =
  /^,?[^.;\d]{0,24}\b(?:registration (?:is |now |now is |is now )?open|register (?:now|here|at|by)|tickets\b|early bird|call for papers)/i
const SAVE_THE_DATE = /\bsave the dates?\b[^.;\d]{0,60}$/i
const UNTIL = /^[^\d]{0,200}\b(?:until|till) (?:the )?$/i
const FOUNDED = /\b(?:founded|established|incorporated|chartered|registered|since)(?: on| in|:)? $/i
/** "Moved from", "in place of the call of": the day on which no meeting was. */
const INSTEAD_OF =
  /\b(?:(?:postponed|moved|rescheduled|put off|deferred) from (?:the )?|(?:in place|instead) of\b[^.;\d]{0,40}|replaces\b[^.;\d]{0,40})$/i
/** "… 16 March fell away", "… 2 May, found no quorum". */
const FELL_AWAY =
  /^[^.;\d]{0,40}\b(?:(?:fell|falls?) (?:away|through|on (?:an? |the ))|(?:is|was|were|been|be) (?:cancell?ed|called off|abandoned|postponed|dropped|moved|put off|inquorate)|did not take place|could not be held|(?:had|found|with|for) (?:no|want of) quorum|lacked (?:a )?quorum)\b/i

/** "11 May? No, that clashes with the ferry week.": a day that was not taken. */
const REFUSED =
  /^(?:\s?\([^()]{1,20}\))?(?:,? \d{1,2}[:.]\d\d)?(?:\s?\?|[^.;\d]{0,40}\b(?:clash(?:es|ed)?|does not (?:suit|work|do)|doesn['’]t (?:suit|work)|(?:did not|didn['’]t|will not|won['’]t) (?:suit|work|do)|is (?:a |an )?(?:\p{Ll}+ )?holiday|(?:was|is) (?:taken|too (?:early|late|soon)|out|not possible|impossible|rejected|ruled out)|had been (?:proposed|suggested|planned|thought of))\b)/iu

const SITTINGS = "meetings?|calls?|sessions?|minutes"
/** "Minutes of last meeting held on 22 September", "Next meeting is on 21 May": the day of another meeting. */
const OF_ANOTHER = new RegExp(
  `\\b(?:next|last|previous|following|upcoming) (?:\\S{1,24} ){0,2}(?:${SITTINGS})\\b[^.;\\d]{0,40}$|(?<!\\p{L})(?:nächste|prochaine?|próxim[ao]|letzte|dernière?|última|prossima)(?!\\p{L})[^.;\\d]{0,40}$`,
  "iu",
)
/** "Review of the minutes from 21 May", "that the minutes of 21 May be accepted". */
const OF_EARLIER =
  /\b(?:(?:review|approval|reading|adoption|acceptance|correction|confirmation|ratification) of|approv\p{L}{1,3}|accept\p{L}{0,3}|adopt\p{L}{0,3}|review\p{L}{0,3}|ratif\p{L}{1,4}|that) (?:the )?(?:\p{L}+ ){0,2}(?:minutes|notes)\b[^.;\d]{0,80}$/iu
/** "The minutes of 16 March were on the screen". */
const MINUTES_OF = /\b(?:minutes|notes) (?:of|from) (?:the )?(?:[^.;:,\d]{0,60} )?(?:on |of )?$/i
const ARE_SPOKEN_OF = /^[^.;:|–\n]{0,30}\b(?:were|was|(?:had|have) been)\b/i

const OTHERS = [
  ...[
    OF_PAPER,
    LABEL_OF_PAPER,
    VERSION,
    DEADLINE,
    UNTIL,
    FOUNDED,
    INSTEAD_OF,
    IN_FORCE,
    SAVE_THE_DATE,
  ],
  ...[OF_ANOTHER, OF_EARLIER],
]

/**
 * Whether a day of a text is, by the words around it, not that of this meeting: what became of its paper,
 * by when something is due, another meeting or one that fell away.
 */
export function isOfAnother(text: string, { from, to }: Pick<WrittenDay, "from" | "to">): boolean {
  const front = text.slice(Math.max(0, from - 100), from)
  const behind = text.slice(to, to + 80)
  return (
    OTHERS.some((each) => each.test(front)) ||
    FELL_AWAY.test(behind) ||
    ADVERTISED.test(behind) ||
    (MINUTES_OF.test(front) && ARE_SPOKEN_OF.test(behind))
  )
}

/** "At the previous call, on 2 May": what is said between two semicolons on another meeting. */
const ON_ANOTHER = /\b(?:next|previous|last) (?:\S+ ){0,3}(?:meeting|call|session)\b/i

/** Whether a sentence tells a day of something else, as `isOfAnother`, or of another meeting at all. */
export function isOfOtherMeeting(sentence: string, day: Pick<WrittenDay, "from" | "to">): boolean {
  const from = sentence.lastIndexOf(";", day.from) + 1
  const to = sentence.indexOf(";", day.to)
  return (
    ON_ANOTHER.test(sentence.slice(from, to < 0 ? undefined : to)) || isOfAnother(sentence, day)
  )
}

/** Whether something is due on a day, a meeting fell away that was to be on it, or it was not taken. */
export function isNoMeeting(text: string, { from, to }: Pick<WrittenDay, "from" | "to">): boolean {
  const front = text.slice(Math.max(0, from - 60), from)
  return (
    [DEADLINE, INSTEAD_OF].some((each) => each.test(front)) ||
    [FELL_AWAY, REFUSED].some((each) => each.test(text.slice(to, to + 80)))
  )
}

/** Whether minutes are named by a day: "minutes from 21 May", "the December 19, 2013 minutes". */
export function namesMinutes(text: string, { from, to }: Pick<WrittenDay, "from" | "to">): boolean {
  return (
    /^\s(?:draft )?minutes\b/i.test(text.slice(to)) ||
    MINUTES_OF.test(text.slice(Math.max(0, from - 90), from))
  )
}
