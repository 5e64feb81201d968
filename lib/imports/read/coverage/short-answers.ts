import { anyOf, words } from "../text/stems"

/** "No public minutes for this one.", "Not minuted": it may have been talked about. */
export function saysUnrecorded(sentence: string): boolean {
  return /^\W*(?:no (?:public )?(?:minutes|notes|record)(?: (?:were|was|have been|are) (?:taken|made|kept|published|public))?(?: (?:for|on|of|under) (?:this|it)\b[^.;]{0,20})?|(?:this |the )?(?:\p{Ll}+ )?(?:was |is )?(?:not (?:minuted|recorded|noted down)|off the record))\W*$/iu.test(
    sentence.slice(0, 120),
  )
}

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
