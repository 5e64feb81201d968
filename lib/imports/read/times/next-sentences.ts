import { ONCE } from "../text/once"
import { ANNOUNCED, deniesNext } from "./near-the-end"
import { OwnName } from "./next-labels"

/** What a meeting is called. */
export const MEETING = `${ONCE}(?:(?:e-)?meeting|call|session|stand-?up|review|plenary|sitting|assembly|teleconference|telecon|gathering|telco|sync|hui|night|evening|conference|synod|sederunt|audit|interim|telechat|meet-?up|round|diet|mtg)s?${ONCE}`
const BODY = `${ONCE}(?:the |our |this )?(?:\\p{L}[\\p{L}-]*\\s){0,4}?(?:group|committee|council|board|panel|forum|circle|team|task ?force|club|society|association|trust|alliance|network|consortium|commission|we|members|participants|WG)${ONCE}`
/** A sentence on this group's next meeting; "the next MAG meeting" is another body's. */
const SENTENCE = new RegExp(
  `(?:^(?:\\d[\\d.]* )?|that |[,;:] )(?:the |our |its )?(?:(?:\\p{Ll}+ )?date (?:and time )?(?:of|for) (?:the |our )?)?next (?:(?:\\p{Ll}[\\p{L}'’-]*|[\\p{L}-]*(?:WG|Group|Strategy)[\\p{L}-]*|Working|Virtual|Online|Zoom)\\s+){0,4}?${MEETING}(?: of (?:the )?[^,.]{1,80}?)?\\s+(?:is|will|would|shall|should|was|be|has been|takes|to be|to take place|scheduled|planned|set|tentatively|proposed|on|at|date|in|(?=(?:\\p{L}{3,9}[,.]? ){0,2}\\d{1,2}))\\b|(?:^|[.;] )(?:the |our )?[Nn]ext (?:\\p{Ll}+ ){0,2}${MEETING}(?:\\s*:|\\s[–—-]\\s)`,
  "u",
)
/** "The committee meets again on …", "We will reconvene on …", "to meet next on …". */
const AGAIN = new RegExp(
  `(?:^|[,;:] |that |agreed |decided |resolved )(?:${BODY}(?:\\s|(?=['’])))?(?:['’]ll |will |shall |agreed to |is to |are to |decided to |to |intending to |hoping to )?(?:meets? again|sits? again|gathers? again|reconvenes?|meets? next|next meets?|comes? together again|meets? (?:on|at) (?=[^.]{0,60}next\\b))\\b|\\b(?:called|fixed|set|slated|scheduled|appointed|convened|announced) (?:the |our |its )(?:date of the )?next ${MEETING} (?:for|on|to)\\b|\\badjourned (?:the ${MEETING} )?(?:at [^,;]{3,20} )?(?:until|to|till) (?=[^.]{0,60}\\d)|\\bthe (?:following|upcoming|coming) ${MEETING} (?:will|shall|(?:is|are) (?:scheduled|planned|set|on(?= [^.;]{0,30}\\d)))\\b|[;,] the next(?: one| of them)? (?:(?:is|will be|takes place) )?(?:(?:held )?on(?= [^.;]{0,30}\\d)|(?=(?:\\p{L}{3,9},? ){1,2}\\d))|\\d,? (?:is|will be|was (?:set|fixed|agreed|chosen) as) (?:the |our )(?:date (?:of|for) (?:the |our )?)?next (?:\\p{L}+ ){0,3}?${MEETING}\\b|^(?:la prochaine|le prochain) (?:\\p{Ll}+ ){1,4}(?:est fixée?|aura lieu|se tiendra|est prévue?|se réunira)\\b|^(?:la próxima|el próximo|a próxima) (?:\\p{Ll}+ ){1,3}(?:será|se celebrará|tendrá lugar|queda|se realizará|se llevará|terá lugar)|^die nächste (?:\\p{L}+ ){1,2}(?:findet|ist)\\b|\\b(?:will|shall|agreed to|decided to|to) (?:hold|convene) (?:its|the|our|their) (?:next|[\\p{L}-]{2,24}(?:th|first|second|third)|\\d{1,3}(?:st|nd|rd|th)) ${MEETING}\\b`,
  "iu",
)
/** "Next Regular Board Meeting": what is said between the two may name this body. */
const NAMED = new RegExp(`\\bnext ((?:\\p{L}[\\p{L}\\p{N}'’-]{1,20} ){0,3}?)(${MEETING})\\b`, "iu")
const OPENING =
  /(?<=^(?:\d[\d.]* )?)(?:The next|Next|Our next|The date|Date|(?:The )?(?:Tentative|Proposed|Provisional) date)/
/** "The tenth session will be held", "Plenary no. 9 is on", "that its tenth session was scheduled to begin on". */
const NUMBERED = new RegExp(
  `^(?:the )?(?:(?:\\p{L}{3,5} hundred (?:and )?)?[\\p{L}-]{0,14}(?:th|first|second|third)|\\d{1,3}(?:st|nd|rd|th)) (?:\\p{L}+ ){0,2}${MEETING}(?: (?:of|in) (?:the |this |our )?\\p{L}{3,20})?(?:\\s(?:is|will be|would be|will take|would take|takes|shall|holds|sits|meets|convenes|opens|begins|starts|follows)\\b|:\\s)|(?:^|[.;] )${MEETING} \\d{1,4} (?:(?:is|will be|takes place|will take place) (?:held |called |convened |planned |set |scheduled )?(?:on|for)|(?:starts|begins|opens|follows) on) (?=[^.;]{0,60}\\d)|^(?:the )?[ivxlc]{1,8} (?:\\p{L}+ ){0,2}${MEETING} (?:is|will|shall|holds|sits|meets|convenes)\\b|^(?:\\p{L}+ )?${MEETING} (?:no\\.?\\s|number\\s|#\\s?)?\\d{1,4}(?:/\\d{2,4})?:\\s|\\b(?:its|our) (?:[\\p{L}-]{0,14}(?:th|first|second|third)|\\d{1,3}(?:st|nd|rd|th)) ${MEETING} (?:is|was|will be|has been|would be) (?:scheduled|planned|due|set|expected|to be held|held)(?: to (?:begin|open|start|take place|be held))? (?:on|for|from) (?=[^.;]{0,60}\\d)|^(?:the )?(?:regular|ordinary|monthly|quarterly|annual) ${MEETING} (?:is|will be|takes place|will take place) on\\b|^\\p{Lu}{2,8}[- ]?\\d{1,3} (?:will (?:take place|be held)|is|takes place) on\\b|^(?:the )?${MEETING} (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ivxl]{1,7}) (?:is|will|takes)\\b|^(?:the )?next (?:\\p{L}+ ){1,3}(?:shall|will|is to|are to) (?:meet|sit|gather|convene|come together)\\b|^(?:the )?(?:\\p{L}+ ){0,2}(?:plenary|${MEETING}) (?:no\\.?\\s|number\\s|#)\\s?\\d{1,4} (?:is|will|takes)\\b`,
  "iu",
)
/** "The spring meeting is on 18 April", "The December meeting will be held on": called by its time of year. */
const SEASONAL =
  /^(?:the )?(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|michaelmas|coming) (?:meeting|call|session|assembly|gathering|conference) (?:is|will be|takes place|will take place) (?:held )?on\b/i
/** "The Trustees meet again on 1 July": the others whom a body may consist of. */
const PEOPLE_AGAIN =
  /^(?:the |all )?(?:trustees|governors|directors|delegates|councillors|elders|officers|partners|bureau|secretariat|assembly|parties|union|federation|guild|faculty|senate|court|chapter) (?:will |shall |are to |is to )?(?:meets? again|meets? next|next meets?|reconvenes?|sits? again)\b/i
/** "The next Council meets on 11 March": whatever the meeting is called, with a day behind it. */
const NAMED_NEXT =
  /^(?:the |our |its )?next (?:\p{Ll}[\p{L}-]* ){0,2}(?:\p{Ll}[\p{L}-]{2,20}|council|board|committee|assembly|synod|conference|forum|congress|executive|bureau|circle|plenary) (?:meets|sits|gathers|convenes|(?:will |shall )(?:meet|sit|gather|convene|take place|be held|be)|takes place|is(?: held| planned| scheduled| set| fixed)?)(?: again)?,? (?:on|for|at|in) (?=[^.;]{0,60}\d)/iu
/** "The board will meet on Tuesday June 21 at 9 am instead": with no name, it is this body. */
export const WE_MEET =
  /(?:^|\bthat )(?:we|the (?:board|council|committee|group|commission|club|panel|society|association)) (?:will|shall|are to|is to) (?:next )?(?:meet|convene|gather) (?:next |again )?(?:on|at) (?=[^.;]{0,60}\d)|^again on (?=[^.;]{0,30}\d)/i

/** "5.1 The tenth session will be held": the number of its paragraph. */
const PARAGRAPH = /^\d{1,3}\.\d{1,2}(?:\.\d{1,2})?[.)]?\s{1,4}(?=\p{Lu})/u
/** So much of a sentence is looked at. */
const LONGEST = 1500

/** Whether a sentence tells when this group meets next, whoever says it. */
export function tellsOfNext(all: string, own = new OwnName([])): boolean {
  const sentence = all.slice(0, LONGEST).replace(PARAGRAPH, "")
  const told = sentence
    .replace(OPENING, (words) => words.toLowerCase())
    .replace(NAMED, (all, name, meeting) =>
      own.names(name) ? `next ${meeting.toLowerCase()}` : all,
    )
  if (own.isOther(told) || own.isOfCommittee(sentence) || deniesNext(sentence)) return false
  const patterns = [
    SENTENCE,
    AGAIN,
    NUMBERED,
    SEASONAL,
    PEOPLE_AGAIN,
    NAMED_NEXT,
    WE_MEET,
    ANNOUNCED,
  ]
  return patterns.some((each) => each.test(told))
}
