import { anyOf, words } from "../text/stems"

/** Verbs for being there: "could not …", "unable to …". */
export const COME =
  "(?:attend|join|come|appear|participate|take part|make it|be (?:present|there|here|with (?:us|them)|in attendance|at (?:the|this) meeting)|dial in|log (?:in|on)|connect|get (?:here|there|in|through|away))"
/** Words that say, of those named beside them, that they were there. */
export const THERE =
  /\b(?:(?:also |those |members |people )?present|in attendance|attended|attending|took part|taking part|participated|(?:a)?round the (?:table|hall)|consisted of|comprised|(?:was|were) represented by|were joined by|joined (?:us|by|from|in|the)|listened in|dialled in|dialed in|called in|followed the \p{L}+|joined as|as (?:an? )?observers?|we had|(?:was|were|sat) (?:there|on (?:the (?:call|line|phone)|for)|in the (?:room|chair)|at the table)|sat|came from|had come|(?:wrote|took|kept) (?:the |this |these )?(?:minutes|notes|record)|who also wrote this)\b/iu
/** Those that say it outright. */
export const ALONE =
  /\b(?:present|attendance|attended|took part|taking part|participated|(?:a)?round the table|consisted of|comprised|represented by|joined by|listened in|dialled in|sat|we had)\b/iu
/** Words that say of those named beside them that they were not there. */
export const AWAY =
  /\b(?:apologi[sz]ed|apolog(?:y|ies)|regrets?|excused|absent|absence(?! of (?:the|our)\b)|not (?:with us|there|present|able)|unable|could (?:not|n[o’']t)|couldn[’']t|cannot (?:come|attend)|neither of (?:them|whom) could|sorry to miss|missing (?:were|was)|away (?:were|was)|kept away|sent word|on (?:\p{L}{1,12} )?leave|stuck (?:on|in|at)|had written to say|(?:prevented|detained))\b/iu
const mayBeUnexcused = anyOf(
  words("without|with no|no |no-|noshow|unexcus|not |nothing|sin |sans |non excus"),
)
const UNEXCUSED =
  /\b(?:absent|absence|absentees?|away|not present|did not attend)\b(?:.{0,20}\b(?:without|with no)|,(?: and)? no) (?:(?:an?|any|prior|previous|due|having (?:sent|given)) ){0,2}(?:apolog(?:y|ies)|excuses?|notice|leave|permission|explanation|reason|cause|word|regrets?)\b|\bunexcused\b|^no apolog(?:y|ies)\b|\b(?:not heard from|(?:nothing|no word)(?:(?: was| has been) (?:heard|received))?(?: heard| received)? (?:from|of)|no word received)\b|^sin (?:aviso|excusa)\b|^sans (?:excuse|nouvelles)\b|^not excused\b|\bno-?shows?\b|\babsente?s? (?:non excusée?s?|sans excuse)(?!\p{L})|\bausentes? sin (?:excusa|aviso|justificar|justificación)\b/iu
/** Whether it says of those beside it that they were away and had not said so: they stand in neither list. */
export const isUnexcused = (text: string): boolean => mayBeUnexcused(text) && UNEXCUSED.test(text)
/** Of whom something else is told: that they came late, left early, or were out for one item. */
export const PARTLY =
  /\b(?:late|later)(?=[.;,]|$| (?:and|because|due|as|for the meeting)\b)|\bminutes late\b|\b(?:arriv|join|com)(?:e|ed|ing) (?:\p{Ll}+ ){0,2}late\b|\b(?:leav(?:e|ing)|left|go(?:ing)?|depart(?:ed|ing)?) (?:\p{Ll}+ ){0,2}(?:early|at|after|before)\b|\bfor (?:the )?(?:first|last|start|opening|beginning|end|second half|items?|parts?|a (?:few|while|moment|minute)|\p{L}+ minutes)\b|\b(?:when|while) the\b|\bduring (?:the (?:vote|item|discussion|debate)|items?)\b|\bfrom the (?:room|table|vote|chair)\b|\bin (?:the )?minutes\b|\b(?:this|that|the) (?:item|topic|point|matter|presentation)\b/iu
/** Who came late or left early was there. */
export const LATE =
  /^apolog(?:y|ies) for (?:lateness|late arrival|being late|leaving early|early departure)\b/i
const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:spring|summer|autumn|winter|christmas|easter) \\p{L}+)"
const MAY_BE_LATER = anyOf(words("next|coming|future|forthcoming|in advance| for "))
const LATER = new RegExp(
  `\\b(?:for|at|from) (?:the |our )?(?:next|(?:up)?coming|future|forthcoming)\\b|\\bin advance for\\b|(?:regrets|apologies|invited|expected|guests?|speakers?|visitors?)\\b[^:]{0,20} for (?:the |our )?(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}|visit|excursion)\\b|^(?:guests?|speakers?|visitors?|those|people) expected\\b`,
  "iu",
)
/** "Regrets for the next meeting", "Speakers invited for June": whom a label names need not be missing today, or here. */
export const isOfAnotherMeeting = (label: string): boolean =>
  MAY_BE_LATER(label) && LATER.test(label)
