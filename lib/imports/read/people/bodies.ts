/** What bodies of people are called, and those of whom there are several. */
const NOUN =
  "committees?|sub-?committees?|commissions?|councils?|boards?|panels?|groups?|sub-?groups?|teams?|crews?|squads?|task ?forces?|working part(?:y|ies)|offices?|departments?|divisions?|units?|sections?|secretariats?|bureau|desk|faculty|faculties|schools?|college|library|museum|council|company|companies|firms?|bank|guild|union|federation|league|club|society|societies|association|foundation|trust|kitchen|institute|ministry|agency|agencies|services?|authority|municipality|parish|chapters?|branches|branch|lodge|brigade|choir|orchestra|party|parties|networks?|chairs|co-?chairs|leaders|leads|heads|members|representatives|delegates|coordinators|co-ordinators|officers|organi[sz]ers|organi[sz]ations|organisations|circles?|cells?|caucus|clusters?|clinics?|cent(?:re|er)s?|shelters?|laborator(?:y|ies)|volunteers|helpers|wardens|stewards|teachers|parents|coaches|captains|trainers|editors|authors|maintainers|reviewers|owners|partners|nodes|sites|regions|stations|districts?|villages|wards|zones|states|countries|delegations|captains|managers|directors|trustees|governors|councillors|residents|users|alliances?|coalitions?|cooperatives?|co-operatives?|consortium|collectives?|sigs?|hospitals?|embassy|inspectorate|registry|participants|attendees"
const ENDS_IN_BODY = new RegExp(`(?:^|[\\s-])(?:${NOUN})$`, "iu")
/** Characters of the longest of them. */
const LONGEST_NOUN = 40
const DETERMINED = /^(?:the|all|our|each|every|both)\s/i
const WORD = /^[\p{L}\d][\p{L}\p{M}\d.’'&-]{0,24},?$/u
const NO_WORD =
  /^(?:from|to|by|in|at|on|that|this|will|shall|is|are|was|were|has|have|had|who|which|not|no|a|an)$/i
const FRIENDS =
  /^(?:the\s)?(?:Friends|Patrons|Sons|Daughters|Companions)\sof\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}$/u
/** What stands in the place of an owner where there is none. */
const NOBODY =
  /^(?:[-–—.?/]{0,20}|tb[cda]|none|nil|nobody|no one|n\/?a|open|ongoing|vacant|unassigned|various|done|closed|completed?|pending|standing|asap|as (?:needed|required|above)|see (?:above|below|text))\W{0,8}$/i

/** Whether a text is the name of a body of people: to be asked of what may be anything else. */
export function isBody(text: string): boolean {
  if (text.length < 3 || text.length > 70) return false
  if (FRIENDS.test(text)) return true
  const rest = text.replace(DETERMINED, "")
  const determined = rest.length < text.length
  const [head = "", tail, more] = rest.split(/\s(?:of|for|on)\s/)
  if (!ENDS_IN_BODY.test(head.slice(-LONGEST_NOUN)) || more !== undefined) return false
  if (tail !== undefined && (tail.split(/\s+/).length > 4 || !tail.split(/\s+/).every(isWord)))
    return false
  const words = head.split(/\s+/).slice(0, -1)
  // A sentence may end in such a word: most words of a name are written large.
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && word !== "and").length
  // "Tell the school of the works": somebody is to.
  if (!determined && /\s(?:the|an?|our|all)\s\p{Ll}\S*$/u.test(head)) return false
  if (words.length > 5 || small > (determined ? 2 : 1) || !words.every(isWord)) return false
  return determined || /^\p{Lu}/u.test(head)
}

const isWord = (word: string) => word === "&" || (WORD.test(word) && !NO_WORD.test(word))

/** Whether a text that stands where an owner is asked for may be the name of one, whatever it is. */
export function mayBeOwner(text: string): boolean {
  if (text.length > 60 || NOBODY.test(text) || /[.!?:]\s|https?:/.test(text)) return false
  return /\p{L}{2}/u.test(text) && text.split(/\s+/).length <= 6 && !/^\d/.test(text)
}
