import { plainCase } from "@/lib/check/words"
import { ORGANISATION_WORDS } from "../people/vocabulary"

/** "Our host was Ana Lind", "with thanks to Ben for hosting us": who did stands behind. */
const HOST_IS =
  /\b(?:the|our|today['’]s)\s(?:kind\s|generous\s)?(?:host|hostess|hosts)(?:\s(?:for|of) (?:the|this) (?:meeting|call|evening|day))?,?\s(?:was|were|is|are)\s|\bhosting(?: (?:us|this time|today|tonight))? (?:was|is)\s|\bwith\s(?=\p{Lu}[^.;,]{2,50} as (?:our |the )?hosts?\b)|\bthanks? (?:to|go to|went to)\s(?=[^.;,]{3,60}, (?:our|the) (?:kind )?host)|\bfor hosting(?: (?:us|it|the (?:meeting|call|session)))?,\s|\b(?:hospitality of|guests of|at the (?:kind )?invitation of)\s/iu
const FOR_HOSTING =
  /\b(?:thank(?:s|ed|ing)?)(?: (?:go|went|were due))?(?: (?:to|you,?))?\s(?=[^.;]{3,60}\sfor (?:hosting|having us|the hospitality|opening (?:his|her|their) (?:house|home|doors)))/iu
/** "Ana hosted (and baked)", "Ana Lind was our host": who did stands in front. */
const HOSTED =
  /(?:\s|(?=['’,]))(?:hosted(?=[.,;]|$|\s\(| us\b| it\b| at (?:his|her|their)\b)|(?:was|were|is|are) (?:also )?(?:our|the|today['’]s) (?:kind |generous )?host(?:s|ess)?(?=[.,;)]|$| (?:for|of) (?:the|this) (?:meeting|session|evening|day|call)\b)|(?:was|were) (?:so |very |most )?kind(?: enough)? to host\b|(?:was|were|is|are) hosting(?=[.,;]|$| us\b| (?:the|this) (?:meeting|call|evening)\b)|(?:had )?(?:invited us|opened (?:his|her|their) (?:house|home|doors))(?=[.,;]|$| (?:in)?to\b)|, who (?:\p{Ll}+ly )?(?:was hosting|is hosting|hosted|had us)\b|, (?:(?:our|the|your|today['’]s) (?:kind |generous |gracious )?)?host(?:ess)?(?: (?:(?:of|for|at) )?(?:this|the|today['’]s)(?: [\p{L}]{3,10})?| today| tonight)?(?=[.,;!)]|$)|['’]s? (?:kind )?invitation (?:in|at|to)\b)/iu

/** What others did, up to the comma behind it. */
const DID_ELSE =
  /^.*\b(?:host(?:ed|s)|chair(?:ed|s)|leads?|led|moderate[ds]|facilitate[ds]|preside[ds]|open(?:ed|s)|wrote|writes|scribe[ds]|(?:took|takes|kept|keeps) (?:the )?(?:notes|minutes))(?: (?:today|tonight|this (?:time|week|month)))?(?:,\s(?:and\s)?|(?: it| us| (?:the|this|our) \p{Ll}+)? and (?=\p{Lu}))/u
/** How much in front of what somebody did tells of others: "Ana chaired, Ben wrote, ". */
export const othersDid = (front: string) => DID_ELSE.exec(front)?.[0].length ?? 0

/** `front`: the names are those in front of the verb. */
type Told = { from: number; to: number; front?: true }

/** So much of a sentence is looked at. */
const LONGEST = 600

/** Where a sentence names those who hosted the meeting. */
export function hostsTold(whole: string): Told | null {
  const sentence = whole.slice(0, LONGEST)
  const host = HOST_IS.exec(sentence)
  const thanked = FOR_HOSTING.exec(sentence)
  const hosted = host ?? thanked
  if (hosted) {
    const from = hosted.index + hosted[0].length
    const stop = thanked && !host ? sentence.slice(from).search(/\sfor\s/) : -1
    return { from, to: stop < 0 ? sentence.length : from + stop }
  }
  const did = HOSTED.exec(sentence)
  if (!did) return null
  // "Ana chaired, Ben wrote, Cem was our host": of the others something else is told.
  const front = sentence.slice(0, did.index)
  return { from: Math.max(0, did.index - 80, othersDid(front)), to: did.index, front: true }
}

/** "By the Saint Brannoc Relief Kitchen and": whether a text begins with the name of an organisation. */
export function beginsWithHouse(text: string): boolean {
  const name =
    /^\s*(?:the\s)?(\p{Lu}[\p{L}\p{M}'’&-]*(?:\s(?:(?:of|for|and|de|du|des|la)\s(?:the\s)?)?\p{Lu}[\p{L}\p{M}'’&-]*){1,6})(?=[,.;]|\s(?:and|at|in|on|with)\b|\s*$)/u.exec(
      text.slice(0, 140),
    )?.[1]
  return name !== undefined && namesHouse(name)
}

/** Whether what looks like a name is that of a house, or of where it stands: "Pilot House", "Mill Street", "Guild". */
export const isHouse = (name: string): boolean =>
  name.includes(" ")
    ? /\s(?:House|Inn|Hotel|Lodge|Pub|Street|Road|Avenue|Square|Boulevard)$/.test(name)
    : namesHouse(name)

/** Whether the last word of a name, or the one before "of", is what an organisation is called. */
function namesHouse(name: string): boolean {
  const [first = "", ...others] = name.split(/\s(?:of|for|de|du|des)\s/)
  // "Ana Lind of Quay Council": somebody from there. "Friends of the Port Library" are a house by its end.
  const heads = first.includes(" ") ? [first] : [first, ...others]
  return heads.some((head) => {
    const last = plainCase(head.split(/\s/).at(-1) ?? "")
    return ORGANISATION_WORDS.has(last) || HOUSES.has(last)
  })
}
const HOUSES = new Set(
  "guild library kitchen museum hospital club church parish company society trust theatre theater observatory archive archives cooperative co-operative cathedral abbey port harbour harbor farm brewery mill clinic academy conservatoire gallery zoo gardens choir orchestra school college".split(
    " ",
  ),
)
