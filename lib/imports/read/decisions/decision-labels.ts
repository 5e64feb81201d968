import { type Rich, sliceRich } from "../text/rich"
import { numberInFront } from "../text/sentences"
import { isCarried } from "./motions"
import { DECISION_MARKED } from "./outcome-labels"
import { isOnlyBold } from "./set-off"
import { fateOfVotes } from "./verdict-words"

/** "RESOLVED that …", "AGREED to …": in capitals the word is a label without a colon too. */
const CAPITALS =
  /^(?:(?:[A-Z\d]{1,6}[/.-][A-Z\d]{1,6}\s)?(?:(?:NOW,? )?(?:THEREFORE,? )?(?:BE IT (?:FURTHER )?)?RESOLVED|AGREED|DECIDED|CONFIRMED|APPROVED|ADOPTED|ENDORSED|ACCEPTED|RATIFIED|VOTED)(?:,? UNANIMOUSLY)?[,:]?\s+|(?:M\/S\/[CP]|MS[CP])\s*(?:\([^()]{3,60}\)|[^\s.:]{2,40})?:?\s*)(?=(?:that|to|the|an?|not|THAT|That|TO)\b|(?<=(?:AGREED|DECIDED|RESOLVED):?\s{1,4})(?!(?:with|by|as|on|in)\b)\p{Ll}{3,}\s)/u
/** "AGREED", "Decision no. 5/2022" alone, above what was decided. */
const ALONE =
  /^(?:(?:Decisions?|Agreed|Resolved):|AGREED|RESOLVED|DECIDED|DECISIONS?|(?:Decision|DECISION|Resolution|RESOLUTION) (?:[Nn]o\.? |n° |# ?)?[A-Z\d./-]{0,8}\d[A-Z\d./-]{0,8}(?: \((?:agenda )?(?:item|point) [^()]{1,12}\))?)$/
/** "**Resolved**" in bold and alone, above a list of what was. */
const ALONE_IN_BOLD =
  /^(?:agreed|resolved|decided|decisions?|resolutions?|conclusions?|outcomes?|agreements?|consensus|ruling|verdict)[.:]?$/i
/** "Proposed by Ana, seconded by Ben, and RESOLVED: that …", "RESOLVED, by four votes to one: that …". */
export const WITHIN =
  /\b(?:RESOLVED|AGREED|DECIDED)(?:,? [^.:]{2,60})?:\s+(?=\p{Ll})|\[(?:Decided|Decision|Agreed|Resolved|DECIDED|AGREED)\]\s+(?=\p{L})|\bit(?: is| was|['’]s) (?:then |so )?(?:agreed|decided|resolved|settled):\s+(?=\p{Ll})|,? so (?:it is )?(?:agreed|decided|resolved):\s+(?=\p{Ll})/u
/** "[Decided] …", "Decision XIV/1." and "Decision 21/2022 (IX. 6.)" in front of what was decided, without a colon. */
const NUMBERED =
  /^(?:[#*\s✔✓☑✅→]*)(?:\[(?:decided|decision|agreed|agreement|resolved|consensus|approved)[^\][]{0,20}\]:?\s+|(?:decision|resolution|agreement|conclusion|ruling|determination)\s(?:no\.?\s?)?(?:[A-Z]{1,6}[/.-])?\d{1,4}(?:[/.-]\d{1,4}){0,2}\.?(?:\s\([^()]{1,30}\))?\s+(?=\p{Lu}))/iu
/** "M: Ana Lind  S: Ben Okoro  That the report be accepted.  CARRIED": who moved, who seconded, what. */
const MOVED =
  /^(?:(?:M|Mov(?:ed|er)|Motion|Proposed|Proposer)(?: by)?\s?[:/]\s?[^:]{2,60}?\b(?:S|2nd|Sec|Second(?:ed|er)?)|Second(?:ed|er))(?: by)?\s?[:/]\s?[^:]{2,60}?(?:\s{2,}|[,.:;–-]\s|\s)(?=(?:That|To|that|to)\s)/u
/** "Buy one printer  M: Lind, S: Okoro  10/0/1 Approved": who moved and seconded behind what was moved. */
const MOVED_BEHIND =
  /[\s.;(](?:M|Mov(?:ed|er)|Proposed|Proposer)(?: by)?\s?:\s?\p{Lu}[^:]{1,40}?[\s,;/](?:S|2nd|Sec|Second(?:ed|er)?)(?: by)?\s?:\s?\p{Lu}/u
/** "Approved: the minutes of May"; "Approved: 3 June" is a day. */
const APPROVED =
  /^(?:unanimously |provisionally )?(?:approved|adopted|accepted|carried|endorsed|passed|voted)(?: unanimously)?:\s+(?=(?:the|that|to|an?|our|all)\s)/i
/** "Approved: purchase of two ladders", "Adopted: Each vault has an alarm."; a name or "see below" is nothing that was. */
const APPROVED_THING =
  /^(?:Approved|APPROVED|Adopted|Accepted|Endorsed|Ratified|Passed|Carried)\s?:\s+(?!(?:[Ss]ee|[Yy]es|[Nn]one|[Nn]ot|[Nn]obody|[Aa]fter|[Bb]efore|[Oo]n|[Bb]y|[Ii]n)\b)(?=\p{Ll}{3,}\s\S|\p{Lu}\p{Ll}+ (?:of|for) |\p{Lu}\p{Ll}+(?: \p{Ll}[\p{L}’-]*){3,}[^:;]{0,200}\.\W*$)/u
/** "#agreed keep the hall": what is said to a bot that keeps the minutes. */
const TAGGED = /^#(?:agreed?|accepted|decision|decided|resolved|resolution)\s+(?=\S)/i
/** "Passed as amended: …", "Motion carried (7-0): …", "MOTION 21-31 CARRIED: …": how it went, in front of what. */
const HOW_IT_WENT =
  /^(?:(?:the )?(?:motion|resolution|proposal|vote|recommendation|amendment|measure)\s(?:(?:no\.?\s?)?[A-Z]{0,4}\d[A-Z\d./-]{0,9}\s)?(?:was |is )?(?:unanimously )?(?:approved|adopted|accepted|carried|endorsed|passed|agreed)[^:.]{0,40}|(?:approved|adopted|accepted|carried|endorsed|passed|agreed),? (?:unanimously|as (?:amended|presented|proposed|revised)|in principle|nem\.? con\.?|without (?:objection|dissent|a vote)|by (?:consensus|acclamation|all|(?:a )?(?:\p{Ll}+ )?(?:majority|vote|show of hands)|unanimous (?:consent|vote))|\(?\d{1,3}\s?[-–:/]\s?\d{1,3}[^:.]{0,20})):\s+(?=["“\p{L}])/iu
/** "D3 Partners close their accounts in June.": a number of decisions, where it is set off in bold. */
const LETTERED = /^D-?\d{1,2}[.:]?(?=\s\p{Lu})/u
/** "RES 12/1 The agenda is adopted.", "D2/3 Theses have an embargo.": a number of decisions alone; "Dec 12" is a day. */
const CODED =
  /^(?:(?:RES|Res)\.?\s?(?:[A-Z]{1,6}[/.-])?\d{1,4}(?:[/.-]\d{1,4}){0,2}|(?:DEC|Dec|D|R)[.-]?\s?\d{1,4}(?:[/-]\d{1,4}){1,2})[.:]?\s+(?=["“«]?\p{Lu}[\p{L}’' -]*\p{Ll})/u

/** "So, decision: …", "OK then: agreed: …": what people say before they say what was decided. */
const SPOKEN_FRONT =
  /^(?:(?:so|ok(?:ay)?|well|right|then|fine|good|thus|therefore|and|now),?\s){1,2}(?=\p{L}{5,12}:)/iu

/** The label of a decision in front of a sentence, wherever in a paragraph it stands; empty where there is none. */
export function labelOf(sentence: string): string {
  const said = SPOKEN_FRONT.exec(sentence.slice(0, 40))?.[0] ?? ""
  const front = sentence.slice(said.length, 80)
  const label =
    (DECISION_MARKED.exec(front) ??
      CODED.exec(front) ??
      HOW_IT_WENT.exec(sentence.slice(0, 140)))?.[0] ?? ""
  return label && said + label
}

/** Where what was moved ends in front of those who moved it, where it was carried; 0 for any other text. */
export function endOfCarried(text: string): number {
  if (text.length > 600 || !/\b(?:S|2nd|Sec|Second(?:ed|er)?)(?: by)?\s?:/.test(text)) return 0
  const behind = MOVED_BEHIND.exec(text)
  if (!behind || behind.index < 8) return 0
  const told = text.slice(behind.index)
  return isCarried(told) || (!/\p{Ll}+ed\W*$/u.test(told) && fateOfVotes(told) === "carried")
    ? behind.index
    : 0
}

/** "**Conclusion** The proposal is rejected.": a label without a colon, set off in bold. */
function boldLabel({ text, marks }: Pick<Rich, "text" | "marks">): number {
  const mark = marks.find(({ kind, from, to }) => kind === "bold" && from === 0 && to <= 20)
  if (!mark || !ALONE_IN_BOLD.test(text.slice(0, mark.to))) return 0
  return /^\s+(?=["“\p{Lu}])/u.test(text.slice(mark.to, mark.to + 4)) ? mark.to + 1 : 0
}

/** "20:28\tTilda\t", "[20:28] ", "19:07:02 <ana> ": the hour in front of a line, and whose it is where tabs part the columns of a log. */
const LOGGED =
  /^[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\])]?\t(?:[^\t]{1,40}\t)?|[\])]\s{1,3}|\s{1,3}(?=<))(?:<[^<>\s]{1,30}>\s{1,3})?(?=\S)|^<[^<>\s]{1,30}>\s{1,3}(?=\S)/

/** Where what was decided begins behind its label; null for a text without one. */
export function markOf(rich: Rich): number | null {
  const { text } = rich
  // "3.3 RESOLVED: That …": the paragraph is numbered, and its label stands behind that.
  const front = numberInFront(text) || (LOGGED.exec(text.slice(0, 60))?.[0].length ?? 0)
  const own = markIn(rich)
  if (own !== null || front === 0) return own
  const behind = markIn(sliceRich(rich, front))
  return behind === null ? null : front + behind
}

function markIn({ text, marks }: Pick<Rich, "text" | "marks">): number | null {
  const lettered = LETTERED.exec(text.slice(0, 8))?.[0].length
  if (lettered !== undefined && marks.some((mark) => isOnlyBold(mark, lettered))) return lettered
  const front = text.slice(0, 80)
  if (ALONE_IN_BOLD.test(text) && marks.some((mark) => isOnlyBold(mark, text.length)))
    return text.length
  const bold = boldLabel({ text, marks })
  if (bold > 0) return bold
  const moved = MOVED.exec(text.slice(0, 160))
  if (moved) return isCarried(text.slice(-100)) ? moved[0].length : null
  const numbered = NUMBERED.exec(front)?.[0] ?? ""
  // "Resolution 5 was read" speaks of it.
  const speaks = /^\p{Ll}/u.test(text.slice(numbered.length)) && !numbered.endsWith("] ")
  if (numbered && !speaks) return numbered.length
  const match =
    DECISION_MARKED.exec(front) ??
    CODED.exec(front) ??
    HOW_IT_WENT.exec(text.slice(0, 140)) ??
    CAPITALS.exec(front) ??
    (text.length <= 40 ? ALONE.exec(text.trim()) : null) ??
    APPROVED.exec(front) ??
    APPROVED_THING.exec(text.slice(0, 300)) ??
    TAGGED.exec(front)
  return match ? match[0].length : null
}
