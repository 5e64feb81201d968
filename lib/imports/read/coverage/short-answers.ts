import { anyOf, words } from "../text/stems"

/** "No decision was reached", "No consensus": something was talked about. */
const OF_DEBATE =
  /^(?:there (?:is|was|were) )?(?:no|nothing) (?:\p{Ll}+ ){0,2}(?:decisions?|decided|agreed|settled|resolved|concluded|consensus|agreement|conclusions?|votes?|objections?|opposition|quorum|majority|solution|than|but|except|came of)\b/iu
const PEOPLE =
  "(?:members?|public|persons?|people|citizens?|residents?|parishioners?|students?|parents?|visitors?|guests?|speakers?|attendees|audience|press|one|body)"
const CAME =
  "(?:present|came|come|attend(?:ed|ing)?|in attendance|spoke|speak|appeared|signed up|(?:wished|wanted|asked|requested) to|had (?:any|anything|a))"
/** "No members came.", "There were no members of the public in attendance.", "No-one had any other business." */
const NOBODY_CAME = new RegExp(
  `^(?:there (?:was|were) )?(?:no(?:ne|body)?)[ -](?:\\p{L}+ ){0,2}?${PEOPLE}?(?: of the \\p{L}+| from (?:the )?\\p{L}+)?(?: (?:was|were|had been))? ?\\b${CAME}\\b`,
  "iu",
)
/** What stands behind "nothing" where nothing else is said: "Nothing from us this time.", "Nothing sent in." */
const NOTHING_ELSE =
  /^(?:there (?:is|was|were) )?(?:nothing|none)(?: (?:was|is|were|has been|had been))? (?:from|for|under|on|in|at|by|since|to|with|about|this|today|yet|new|more|else|further|urgent|pending|special|sent|(?:brought|put|handed|called) (?:forward|up|in)|\p{L}+(?:ed|ing))\b/iu
/** Of a sentence without a verb of its own. */
const VERBS =
  /\b(?:was|were|is|are|be|been|has|have|had|will|would|can|could|should|may|might|must|do|does|did|went|goes|gets?|got|want(?:s|ed)?|knows?|knew|likes?|liked|needs?|needed)\b/i
/** "No executive session was held.", "No written report has been given." */
const WAS_GIVEN =
  /\b(?:was|were|has been|have been|had been) (?:held|given|received|submitted|made|taken|reported|provided|presented|available|needed|required|scheduled|planned|filed)\b/i
const NO_REPORT =
  /^(?:there (?:is|was|were|are) )?no (?:\p{L}+ )?(?:report|update|news|change|minutes)s?(?: (?:from|by|on|of|for) [^.;]{2,40}|(?: this| last| today)[^.;]{0,20})?\W{0,2}$/iu
/** "Ben was not there, no report." */
const HENCE_NOTHING =
  /^[^.;]{2,50}[,;–—-] ?(?:so )?(?:no|nothing) (?:reports?|updates?|news|to (?:report|add))\W{0,2}$/i
/** "The committee did not meet this month." */
const NOT_MET =
  /^(?:(?:the |this )?[\p{L} ]{2,60} )?(?:(?:did not|didn['’]t) meet|(?:has|have|had)(?: not|n['’]t) (?:yet )?met)(?: (?:yet|again|(?:this|since|in|last|during)[^.;,]{2,40}))?\W{0,2}$/iu
const FEW = 7

/** "No public minutes for this one.", "Not minuted": it may have been talked about. */
export function saysUnrecorded(sentence: string): boolean {
  return /^\W*(?:no (?:public )?(?:minutes|notes|record)(?: (?:were|was|have been|are) (?:taken|made|kept|published|public))?(?: (?:for|on|of|under) (?:this|it)\b[^.;]{0,20})?|(?:this |the )?(?:\p{Ll}+ )?(?:was |is )?(?:not (?:minuted|recorded|noted down)|off the record))\W*$/iu.test(
    sentence.slice(0, 120),
  )
}

/** Whether a sentence says that there was nothing on an item; `alone` when nothing else is said on it. */
export function saysNothing(sentence: string, alone: boolean): boolean {
  const said = bare(sentence).slice(0, 160)
  if (/^n\.?a$/i.test(said)) return true
  if (!/^(?:no|there)|\bno|n['’]t\b/i.test(said) || isOfDebate(said)) return false
  if (NO_REPORT.test(said) || HENCE_NOTHING.test(said) || NOT_MET.test(said)) return true
  if (!alone || said.length > 100) return false
  if (NOBODY_CAME.test(said)) return true
  const words = said.split(/\s+/).length
  if (words > FEW + (/^there/i.test(said) ? 3 : 0)) return false
  if (NOTHING_ELSE.test(said)) return !/,/.test(said)
  return /^no\s/i.test(said) && !/[,;:]/.test(said) && (!VERBS.test(said) || WAS_GIVEN.test(said))
}

/** Whether a sentence that begins with a negation tells of a debate all the same. */
export const isOfDebate = (sentence: string) => OF_DEBATE.test(sentence)

const NEXT =
  "(?:(?:at|in|for|on|to|until|till) )?(?:the |our )?(?:next (?:time|week|month|call|meeting|session|agenda)|another (?:time|day))"
const THIS =
  "(?:this|that|it|these|them|the (?:agenda )?(?:item|point|topic|matter|subject|question|discussion|report|presentation))"
const PUT =
  "(?:postpone|defer|table|bump|punt|push|shelve|delay|skip|park|leave|hold|move|carry over|hold over|put off|continue)"
/** What is no other deed as well, as "hold it on a ferry" is. */
const PUT_OFF =
  "(?:postpone|defer|table|bump|punt|shelve|delay|skip|park|carry over|hold over|put off)"
const SHORTLY: readonly RegExp[] = [
  // "Table until next month", "Skipping since Ben is not here", "Bumped to next week", not "Tabled a paper".
  /^(?:(?:this |the )?item )?(?:postpone|defer|table|bump|punt|push|shelve|delay|skip|laid on the table|roll over|rolled over|carry over)(?:d|ed|r?red|ped|ping|ring|ing)?(?=\W*$|[,;:(]| [–—-]| (?:to|until|till|over|since|as|because|due|by|for (?:now|the|next|lack|want))\b)(?! (?:the|to) (?!(?:next|list|mailing|august|later|following|end)\b)\p{Ll}+ of\b)/iu,
  /^(?:pulled|removed|struck|withdrawn|taken off)(?: (?:from the (?:agenda|list)|at the request|by the|until))\b/i,
  /^(?:hold|held)(?: over)? (?:until|till|for (?:the )?(?:next|january|february|march|april|may|june|july|august|september|october|november|december))\b/i,
  /^(?:move|moved|carry|carried|push|keep|leave|left)(?: over| forward)? (?:to|until|till|for) (?:the )?next (?:time|week|month|call|meeting|session|agenda)\b/i,
  /^no (?:more )?time(?: (?:for|to|left|today|this)\b|\W*$)/i,
  new RegExp(
    `^(?:[^.;]{2,50}[,;] )?(?:to be |will be )?(?:\\p{L}+ed |taken(?: up)? )?${NEXT}\\W*$`,
    "iu",
  ),
  // "We have one minute, I suggest next time", "Let's do this next week", "We'll pick this up next call".
  new RegExp(
    `^(?:[^.;]{2,60}[,;] )?(?:so )?(?:i|we|let['’]s|let us)(?:['’]ll|['’]d| will| would| can| should)? (?:suggest|propose|say|do|pick|take|discuss|cover|revisit|get to|come back to|return to)(?: (?:we|to) \\p{L}+)?(?: ${THIS})?(?: up| on| again)? ${NEXT}\\W*$`,
    "iu",
  ),
  // "It was agreed to postpone this item to June", "The chair asked to defer it".
  new RegExp(
    `^(?:it was |we |the \\p{L}+ |\\p{Lu}\\p{L}+ )?(?:decided|agreed|resolved|asked|proposed|suggested|wants?|wanted|preferred) (?:to ${PUT_OFF}|that) ${THIS}\\b(?: be (?:postponed|deferred|tabled|put off|held over))?(?! (?:adopted|approved))`,
    "iu",
  ),
  // "Ben was away, so this was postponed", "Ben not here, skip".
  new RegExp(
    `^[^.;]{2,80}[,;–—-] ?(?:so |and |we )?(?:(?:${THIS}|we)(?: (?:was|is|will be|has been))? )?(?:${PUT}(?:d|ed|ped|red)?|next time)(?: ${THIS})?\\W*$`,
    "iu",
  ),
]
const mayPutOffShortly = anyOf(
  words(
    "next |another |postpone|defer|tabl|bump|punt|push|shelv|delay|skip|park|left|leave|hold|held|mov|carr|roll|laid|pulled|removed|struck|withdrawn|taken off|put off|no time|no more time|continue",
  ),
)

/** Whether a short sentence puts its item off, in as few words as notes have. */
export function putsOffShortly(sentence: string): boolean {
  const said = bare(sentence)
  if (said.length > 140 || !mayPutOffShortly(said)) return false
  return SHORTLY.some((pattern) => pattern.test(said))
}

/** Without the signs around it, of which there are few. */
const bare = (sentence: string) => sentence.replace(/^[\W_]{1,20}|[\s\])]{1,20}$/g, "")
