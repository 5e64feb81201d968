import { anyOf, words } from "../text/stems"
import { CHAIR, HOST, held } from "./office-nouns"

/** What is said of whoever leads or hosts a meeting, in words behind the name. */

const MEETING = "(?:meeting|session|call|discussion|proceedings|sitting|assembly|teleconference)\\b"
const SEAT =
  "the (?:chair|gavel|chairmanship|moderation|facilitation)\\b(?! (?:of (?!the|this)|away|out|home|apart)\\b)"
const TO_LEAD = "(?:chair|moderate|facilitate|preside|lead)"
const END = "(?=[.,;:)]|$|\\s[–—-]\\s)"
/** "Chaired throughout", "chaired and took the notes": nothing is said of what else was chaired. */
const GOES_ON =
  "(?=[.,;:)]|$|\\s[–—-]\\s|\\s(?:and|but|as|on|throughout|both|again|jointly|together|alternately|in turn|remotely|online|virtually|alone|today|tonight|by (?:phone|video|telephone)|via|while|because|since|until|till|up to|from (?!\\d{4})|items?\\b|with|instead|in (?:his|her|their|the) (?:place|stead|absence)|for (?:him|her|them|the first|most|both|all|items?|part|this)|the (?:first|second|opening|last|other|rest|remainder|morning|afternoon)|this time)\\b)"
/** "Was asked", "had agreed", "took turns": how somebody comes to lead. */
const CAME_TO =
  "(?:(?:was|were) (?:then |duly |unanimously |(?:proposed|nominated)(?:, seconded,?)? and )?(?:elected|appointed|chosen|voted|asked|invited|nominated|selected|moved|called|put)|(?:had )?(?:agreed|volunteered|offered|stepped in|kindly agreed))"

/** "Ana moderates today, Ben hosts.": of this meeting, where nothing else is said to be led. */
const NOW = "(?: (?:today|tonight|this (?:time|week|month|round|meeting|call|session)))?(?=[.,;]|$)"

const alternatives = (...each: readonly string[]) => new RegExp(`\\s(?:${each.join("|")})`, "gi")

/** "Was chair", "played host". */
const isOffice = (noun: string) =>
  `(?:was|were|is|are|being|acted as|acting as|serv(?:ed|es|ing) as|(?:stood|stepped|filled) in as|sat as|play(?:ed|ing)) (?:the |our |this meeting['’]s |its |today['’]s )?${held(noun)}(?=[.,;:)]|$|\\s(?!to\\b|in \\d|\\d))`
/** "Kept us to time as facilitator". */
const asOffice = (noun: string) =>
  new RegExp(
    `(?<=[a-z]) as (?:the |our |its )?${held(noun)}(?=[.,;:)]|$|\\s(?:and|die|the|this|at|on)\\b)`,
    "gi",
  )

const CHAIRED = alternatives(
  isOffice(CHAIR),
  `is the ${CHAIR} (?=(?:and [^.;,]{3,60} )?of (?:the|this) (?:[a-z-]+ ){0,3}(?:meeting|call|session|assembly)\\b)`,
  `(?:took|was in|is in|in|being in|held|had|occupied|filled|assumed|resumed|shared|kept) ${SEAT}`,
  `${CAME_TO} (?:in)?to(?: take| fill| occupy)? ${SEAT}`,
  `${CAME_TO}(?: as| to be| to)? (?:the )?(?:acting )?chair(?:man|woman|person)?s? (?:(?:of|for) )?(?:the|this) (?:meeting|call|session|evening|day|assembly)\\b`,
  `${CAME_TO} to ${TO_LEAD}(?:${END}|(?= (?:when|while|until|and (?:accepted|agreed|did)|(?:the|this) (?:meeting|call|session))\\b))`,
  `(?:(?:took|taking) (?:it in )?)?turns? (?:to |at |in |as )?(?:the )?(?:${TO_LEAD}|chairing|moderating|facilitating)\\b`,
  `(?:deputi[sz]ed|substituted|(?:stood|stepped|filled|sat) in) for (?:the|our) (?:usual |regular )?(?:${CHAIR})\\b`,
  `(?:did|does) the chairing\\b`,
  `(?:chairing|facilitating|moderating|presiding)(?=[.,;]|$)`,
  `(?:co-?)?(?:chaired|moderated|facilitated)\\b(?: (?:it|us))?${GOES_ON}`,
  `(?:co-?)?(?:chaired|moderated|facilitated|ran|runs|chairs|moderates) (?:the|this|our|today['’]s) ${MEETING}(?! (?:on|about|for|of|with)\\b)`,
  `presided\\b`,
  `(?<!\\b(?:the|our|all|some|new|more|of|these|old|as)\\s)(?:co-?)?(?:chairs|moderates|facilitates|presides)${NOW}`,
  `led\\b(?: it| us)?(?=[.;]|$)`,
  `who chaired (?:the|this|our) (?:meeting|call|session)\\b`,
  `opened the (?:meeting|session|call) as (?:the )?${CHAIR}\\b`,
  `call(?:ed|s) (?:(?:the|this|our) )?(?:[a-z-]+ ){0,3}(?:meeting|session|call|board|committee|council|conference|assembly|senate)(?: (?:no\\.? ?|number |#)?\\d{1,4})?(?: of (?:the )?[^.;,]{3,60}?)? to order`,
  `(?:took|led|guided|steered|walked) (?:us|everyone|everybody|all|the (?:group|meeting|members|participants|committee|board|council)) through (?:the|our|an?) (?:[a-z]+ )?(?:agenda|meeting|session|proceedings|business|evening|day|call|items)\\b`,
  `(?:ran|guided|conducted|steered|directed) (?:the|this|our) (?:[a-z]+ )?${MEETING}(?! (?:on|about|for|of|with)\\b)`,
)
const HOSTED = alternatives(isOffice(HOST), `(?:co-?)?hosts${NOW}`)
const [AS_CHAIR, AS_HOST] = [asOffice(CHAIR), asOffice(HOST)]

/** "Was nominated as chair", "thanked for her years as chair": told of the office, not of this meeting. */
const OF_OFFICE =
  /\b(?:elect(?:ed|ing)?|re-?elect\w*|nominat\w+|propos\w+|appoint\w+|years|term|tenure|stand(?:s|ing)? (?:again )?|stood|step\w* down|resign\w*|retir\w+|continu\w+|remain\w*|succeed\w*|thank\w*|role|work|seat|served|used)(?: [a-z']+){0,3}$/i
/** "Would be chair", "who usually chairs": not now. */
const NOT_NOW =
  /\b(?:would|will|shall|may|might|could|normally|usually|used to|was to|were to|down to)\b(?: [a-z]+){0,2}$/i

const tellsOfOffice = anyOf(
  words(
    "chair|gavel|moderat|facilitat|presid|conven|host|led|to order|through|ran |guid|conduct|steer|direct",
  ),
)

/** "The next meeting will be", "last month's meeting was": another meeting than this. */
const OTHER_MEETING =
  /\b(?:next|last|previous|preceding|following|coming|earlier|future|other|past) (?:[a-z'’]+ ){0,2}(?:meeting|call|session|year|month|week|time)s?\b[^.;]{0,20}$|\b(?:will|shall|would|to|should|could) be (?:co-?)?$/i
export const isOfOtherMeeting = (front: string): boolean => OTHER_MEETING.test(front)

type Told = { office: "hosts" | "moderators"; index: number }

/** Where a sentence says of somebody named in front that they led or hosted the meeting. */
export function toldOfNames(sentence: string): Told[] {
  if (!tellsOfOffice(sentence)) return []
  const now = (at: number) => {
    const front = sentence.slice(Math.max(0, at - 60), at)
    return !NOT_NOW.test(front) && !isOfOtherMeeting(front)
  }
  const places = (pattern: RegExp) =>
    [...sentence.matchAll(pattern)].map(({ index }) => index).filter(now)
  const as = (pattern: RegExp) =>
    places(pattern).filter((at) => !OF_OFFICE.test(sentence.slice(Math.max(0, at - 60), at)))
  return [
    ...[...places(CHAIRED), ...as(AS_CHAIR)].map((index) => ({
      office: "moderators" as const,
      index,
    })),
    ...[...places(HOSTED), ...as(AS_HOST)].map((index) => ({ office: "hosts" as const, index })),
  ]
}
