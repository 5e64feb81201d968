import { namesKind } from "./head/titles"
import type { Likelihood } from "./model"

/** What was found in a text, as far as it tells whether the text reports on a meeting. */
export type Signs = {
  titled: boolean
  numbered: boolean
  dated: boolean
  held: boolean
  led: boolean
  /** Whether it says who took the notes. */
  noted: boolean
  agenda: boolean
  sections: number
  participants: number
  nextMeeting: boolean
  /** How many kinds of outcome it tells: decisions, actions. */
  outcomes: number
  regrets: boolean
  speakers: number
  /** Of those whom a paragraph in front lists, how many come again below it. */
  again: number
  /** The titles of its items. */
  items: readonly string[]
}

/** What is on the agenda of meetings, and of nothing else. */
const PROCEDURE =
  /\b(?:call to order|roll call|adjourn(?:ment)?|any other business|aob|matters arising|(?:approval|adoption|confirmation|review) of (?:the )?(?:agenda|(?:previous |last )?minutes)|minutes of the (?:last|previous))\b/i

/**
 * How much a text looks like the report of a meeting. A single sign proves nothing: decks and
 * charters have headings, dates and names too.
 */
export function likelihoodOf(signs: Signs): Likelihood {
  const weights: [string, number][] = [
    ["titled", signs.titled ? 2 : 0],
    ["dated", signs.dated ? 1 : 0],
    ["held", signs.held ? 2 : 0],
    ["led", signs.led ? 2 : 0],
    ["agenda", signs.agenda ? 2 : 0],
    ["participants", signs.participants >= 2 ? 2 : 0],
    ["next-meeting", signs.nextMeeting ? 1 : 0],
    ["speakers", signs.speakers >= 6 ? 2 : signs.speakers >= 3 ? 1 : 0],
    ["regrets", signs.regrets ? 2 : 0],
    // Short minutes have no more than a day and those who met: what they did is told of them by name.
    ["again", signs.dated || signs.participants >= 2 ? weightOfAgain(signs.again) : 0],
    ["procedure", signs.items.some((title) => PROCEDURE.test(title)) ? 2 : 0],
  ]
  // Decks have numbers and sections, and tell of decisions, without anybody who met.
  const isOfMeeting = weights.some(([, weight]) => weight > 0)
  weights.push(
    ["numbered", signs.numbered ? 2 : 0],
    // A house has a secretary without any meeting; beside those who led or came, one wrote for them.
    ["noted", signs.noted && (signs.led || signs.participants >= 2) ? 1 : 0],
    ["sections", signs.sections >= 2 ? 1 : 0],
    ["outcomes", isOfMeeting ? signs.outcomes : 0],
  )
  return {
    score: weights.reduce((sum, [, weight]) => sum + weight, 0),
    signs: weights.filter(([, weight]) => weight > 0).map(([sign]) => sign),
  }
}

/** One name may come again in any text; two of a list hardly do where they did not meet. */
const weightOfAgain = (people: number) => (people >= 2 ? 3 : people)

/** Whether a line of the title block says that this is a report or the minutes of something. */
export function isTitleOfReport(text: string): boolean {
  const reports =
    /\b(?:minutes|protokoll|niederschrift|acta de|minuta|verbale|notulen|verslag|relevé de décisions|compte[- ]rendu|proc(?:è|e)s[- ]verbal|notes (?:from|of) (?:the )?[^.]{0,60}\b(?:call|meeting|session)|summary report|(?:meeting|call|session|sitting|telecon|teleconference|sync|stand-?up|chat|hangout) (?:notes|report|summary|recap|record|log)|report of the|record of (?:the )?(?:\p{L}{3,14} ){0,2}(?:meeting|session|sitting|call))\b|\b(?:sitzung|réunion|séance|reunión|sesión|reunião|riunione|vergadering|teleconference|telecon|board meeting|committee meeting|call)\b.{0,40}\b(?:19|20)\d\d\b/iu
  return namesKind(text) || reports.test(text.slice(0, 200))
}

const SITTING =
  "(?:meeting|session|call|sitting|telechat|teleconference|telecon|conference|assembly|plenary|proceedings)"

/** "Faculty Senate Meeting" above its day: the title says no more than what met. */
const NAMES_MEETING = new RegExp(`\\b${SITTING}s?(?:\\s?\\([^()]{1,40}\\))?$`, "iu")
/** Whether a line of the title block is the name of a meeting, which a deck has as well where no day stands by it. */
export function namesMeeting(text: string): boolean {
  return text.length <= 80 && NAMES_MEETING.test(text.trim())
}

/** "The Chair opened the meeting at 10:00", "I. Call to order - Ana Lind called the meeting to order at 6:32 pm". */
const OPENED = new RegExp(
  `\\b(?:open(?:ed|s)|start(?:ed|s)|beg[ai]ns?|conven(?:ed|es)|call(?:ed|s)?) (?:the |this )?(?:\\p{L}+ ){0,3}?${SITTING}\\b(?: to order)?[^.;]{0,40}?\\bat\\s`,
  "iu",
)
/** "The call began at 15:00 UTC", "<ana> Meeting starts at 15:00", "Minutes: Meeting opened by the chair, Ana Lind, at 16:04". */
const BEGAN = new RegExp(
  `^(?:[^.;:]{1,30}: |<[^<>\\s]{1,30}>\\s{1,3})?(?:the )?(?:\\p{L}+ ){0,3}?${SITTING}\\b[^.]{0,40}\\b(?:beg[ai]ns?|open(?:ed|s)|start(?:ed|s)|commence[ds]|convene[ds]|kicked off|called to order)\\b`,
  "iu",
)
const MAY_BEGIN = /\b(?:open|start|began|begin|conven|call|commenc|going|kicked|welcome)/i

/** "The meeting was declared open at 18:05", "(start of meeting: 15:00 UTC)", "18:05 Ana Lind opens the meeting", "(18:05) Call to order". */
const DECLARED =
  /^\(?(?:start|beginning|opening) of (?:the )?(?:meeting|session|call|sitting)\s?[:–—-]?\s\d|^(?:[^.;]{1,60} )?declared the (?:\p{L}+ ){0,2}(?:meeting|session|call|sitting|assembly) open at \d|^(?:we|the \p{L}+) (?:got (?:going|started|under way)|kicked off) at \d|^\(?\d{1,2}[:.]\d\d\)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?[ –—:-]{1,3}(?:\d{1,2}[.)] )?(?:call(?:ed)? to order|opening|welcome|(?:\p{L}+ ){1,4}(?:open(?:ed|s)|start(?:ed|s)|call(?:ed|s)|welcome[ds]?) )/iu
/** Whether a text tells how the meeting began. */
export function tellsOfBeginning(text: string): boolean {
  const said = text.slice(0, 240)
  return MAY_BEGIN.test(said) && (OPENED.test(said) || BEGAN.test(said) || DECLARED.test(said))
}

/** "I call to order the meeting of Wednesday", "The President called the assembly to order". */
const CALLED = new RegExp(
  `\\bcall(?:ed|s)? (?:to order )?(?:the |this )(?:\\p{L}+ ){0,3}?${SITTING}\\b(?! off)`,
  "iu",
)

/** Whether a paragraph tells that a meeting took place. */
export function tellsOfMeeting(text: string): boolean {
  const said = text.slice(0, 1500)
  if (
    /\bmet (?:on|online|virtually|at|in)\b|\bfand .{0,60}statt\b|\bse reunió\b|\bs['’]est (?:réunie?|tenue?)\b/iu.test(
      said,
    )
  )
    return true
  if (said.includes("to order") && CALLED.test(said)) return true
  const held =
    /\b(?:(?:was|were) (?:held|convened|opened|(?:co-?)?chaired|moderated|presided over)|took place|convened|held (?:on|at|in|\d))\b/i
  const named = said.search(/\b(?:meeting|call|session|teleconference|assembly|sitting)\b/i)
  return named >= 0 && held.test(said.slice(named, named + 260))
}
