import { ONCE } from "../text/once"
import { anyOf, words } from "../text/stems"
import { ADVERBS, DECIDED } from "./deciding-words"

/** What a body of people calls itself, and people who decide together. */
const NOUN = `${ONCE}(?:(?:sub|inter)-?)?(?:groups?|bo[dg]|wg|wg[- ]?\\p{L}+|tsc|tc|working party|meeting|participants|attendees|members|delegates|delegations|parties|sides|partners|trustees|directors|committee|commission|co-?chairs|council|board|panel|assembly|conference|plenary|forum|bureau|session|society|secretariat|team|task ?force|caucus|coalition|network|association|chapter|community|consortium|congress|senate|alliance|federation|union|partnership|club|guild|co-?operative|collective|circle|cluster|crew|jury|cabinet|executive|trust|parliament|delegation|syndicate|league|tribunal|governors|governing body|councillors|councilors|commissioners|ministers|mayors|parents|farmers|growers|tenants|skippers|shareholders|owners|residents|volunteers|sabha|panchayat|synod|chamber|college|faculty|agencies|states|governments|experts|representatives|house|body|brigade|branch|lodge|troop|unit|village|choir|mutual|works|floor|section|co-?op|vestry|presbytery|consistory|moot|select ?board|regents|supervisors|elders|fellows|orchestra|ensemble|maintainers|calls?|teleconference|telecon|hearing|seminar|webinar|workshop|round ?table|presidium|praesidium|directorate|gathering|sitting|room|table|floor|judges|we|all(?: present)?|everyone|everybody|those present)${ONCE}`
/** "several members" are not the body. */
const SOME =
  "(?:every ?thing|anything|nothing|what(?:ever)?|several|some|many|most|few|two|three|four|five|six|seven|eight|nine|ten|\\d+|an?|no|other|one|his|her|their)\\b"
/** With up to two words in front, a second such noun and a number: "the Task Team", "both sides", "TC 88". */
const BODY = `(?!${SOME})(?:(?:the|this|our|both|all)\\s+)?(?:\\p{L}[\\p{L}’'-]*\\s){0,2}?${NOUN}(?:\\s${NOUN}){0,2}(?:\\s\\d{1,4}|\\sof the\\s(?:\\p{L}[\\p{L}’'-]*\\s){0,3}?${NOUN})?`
/** Behind what a body may begin to speak: the front of a sentence, a comma, "and", "after discussion". */
const LEAD = `(^(?:\\(\\w\\)\\s)?|^(?:in|after|at|on|upon|following|by|with) [^,.;:]{2,50}? |[,;:]\\s|\\b(?:and|so|that|then|discussion|debate|exchange|consideration|deliberation)\\s)${ONCE}`
const SUBJECT = new RegExp(`${LEAD}(${BODY})\\s+`, "giu")

const ADOPTED = `${ONCE}(?:adopted|approved|endorsed|ratified|accepted|confirmed|re-?elected|elected|re-?appointed|appointed|co-?opted|selected|rejected|dismissed|upheld|sanctioned|authori[sz]ed|mandated|nominated|settled on|chose|signed off|opted for|went for|picked|rescinded|revoked|reaffirmed|came down in favo of|recommended|admitted|granted|declined|waived|took the view that|concurred (?:that|with)|(?:consented|assented|acceded) to|voted (?:down|through)|took the decision (?:to|that)|advised [^.;]{2,60}? (?:to|that|against)|turned down|allowed|backed|awarded|(?:established|set up|created|formed)(?= (?:an?|the|this|two|three)\\b)|(?:carried|passed)(?= (?:the|this|both|all)\\b)|plumped for|sided with|came out (?:for|against|in favou?r of)|objected to|(?:raised|made) no objections? to|ruled (?:that|in favou?r|against)|held that|retained|scrapped|lifted|imposed|suspended|overturned|reinstated|amended|repealed|abolished|dissolved|disbanded|supported(?= (?:the|this|an?)\\b)|(?:gave|granted|withheld|lent) (?:(?:its|their|the) )?(?:\\p{Ll}+ )?(?:approval|consent|assent|agreement|blessing|endorsement|backing)|(?:was|were) (?:all )?(?:content|happy|willing|minded|satisfied) (?:to|that)\\b)${ONCE}`
/** A stem of every verb above and below. */
export const BODY_STEMS = words(
  "agree|consensed|decid|resol|conclud|determin|adopt|approv|endors|ratif|accept|confirm|elect|appoint|opted for|opts for|select|reject|dismiss|upheld|sanction|authori|mandat|nominat|settle|chose|choos|signed off|went for|picked|rescind|revok|reaffirm|down in favou?r|recomm|admit|grant|declin|waive|the view that|concur|consented|assented|acceded|took the decision|advis|turned down|allow|support|approval|consent|assent|blessing|back|award|plump|sided|came out|object|ruled|held that|retain|scrap|lifted|impos|suspend|overturn|reinstat|amend|repeal|abolish|dissolv|disband|content|happy|willing|minded|satisfied|vote|of one mind|unanim|at one|in agreement|in full agreement|back to|directed that|set the|set its|set a|set next|fixed|raised|lowered|reduced|extended|follow|without|dispens|refrain|alloc|commission|aside|free hand|go-ahead|green light|moves the|establish|set up|created|formed",
)
const mayDecide = anyOf(BODY_STEMS)
const HAVE = "(?:have |has )?"
const OBJECT = "(?!by\\b|in \\d)[\\p{L}\\d$€£]"
const VOTES = "(?:\\d{1,4}|\\p{Ll}{3,9}|\\p{Ll}{3,9} votes)"

/** What a body does in the past, wherever in a sentence it begins to speak. */
const DECIDES_ON = new RegExp(
  `^${HAVE}${ADVERBS}${DECIDED}\\s+(?:unanimously\\s+|in principle\\s+)?(?:that|to|on|upon|not|by|in favou?r|against|an?|the|its|their|two|three|four|\\d|(?!(?:with|about|in|as|and|but|or|between|when|how|where|what|why|which|who|whose|it|there|here|so|because|since|among|for|at|of|too|whether|if|from|after|before|during|more|over|both|all|\\p{Ll}+ly)\\b)\\p{Ll}{3,}\\s)\\b`,
  "iu",
)
const ADOPTS = new RegExp(
  `^(?:${HAVE}${ADVERBS}(?:${ADOPTED}\\s+${OBJECT}|voted,?\\s+(?:unanimously\\s+|(?:by\\s)?${VOTES}\\s?(?:[-–]|to)\\s?${VOTES},?\\s+(?:\\(?with [^,.;()]{3,30}\\)?,?\\s+)?)?(?:to|not to|in favou?r|for|against)\\b)|(?:all )?concurred\\b)`,
  "iu",
)

/** What it does at the front of a sentence, where nothing leads up to it. */
const ALONE = new RegExp(
  `^(?:${[
    // "The board was of one mind: …"
    "(?:was|were|is|are) (?:all )?(?:of one mind|unanimous|at one|in (?:full )?agreement|agreed)(?: (?:that|on|to|in)\\b|:)|(?:is|are|was|were) unanimously in favou?r of",
    // "The board took note of the report and approved the budget."
    `\\p{Ll}[\\p{L}-]*\\s[^.;:]{0,200}?\\b(?:and|then|but|yet)\\s${HAVE}${ADVERBS}(?:${ADOPTED}\\s+${OBJECT}|${DECIDED}\\s+(?:that|to|on|upon|not|against)\\b)`,
    // "Senate referred it back to the faculty.", "The Council also directed that a part be set aside."
    "(?:\\p{Ll}+ly |further |then |also )?(?:(?:referred|sent|remitted|returned)\\s[^.;:]{3,80}\\sback to\\b|directed that\\b)",
    // "The Board awarded the finals to Port Amelie by four votes to three."
    "(?:\\p{Ll}+ly |further |then |also )?\\p{Ll}{3,20}(?:ed|ose|ent|ave|eft)\\s[^.;:]{2,160}\\bby (?:\\d{1,3}|\\p{Ll}{3,9}) votes? (?:to|against)\\b",
    // "The Board set the levy at 14."
    "(?:then |also |unanimously )?(?:set|fixed|raised|lowered|reduced|extended) (?:the|its|an?|next year['’]s) (?:\\p{Ll}+ ){0,3}?(?:rates?|fees?|dues|price|levy|precept|budget|subscriptions?|quorum|limit|deadline|target|date|contributions?|tariffs?|mandates?|terms?|contracts?|leases?|trials?|pilots?)\\b",
  ].join("|")})`,
  "iu",
)
/** The same of a body with a name: what "all" and "we" do so is as often no decision. */
const NAMED = new RegExp(
  `^(?:therefore |hereby |unanimously |also )?(?:${[
    // "The working group recommends a minimum size.", "The TSC appoints Ana Lind."
    "(?:agrees?|decides?|resolves?|adopts?|approves?|endorses?|supports?|recommends?|appoints?|elects?|confirms?|accepts?|rejects?|ratif(?:y|ies)|nominates?|establish(?:es)?|concludes?)\\s(?!with\\b)[\\p{L}\\d]",
    // "The board follows the proposal.", "The council sets aside 300 crowns."
    "(?:(?:follows|followed) the (?:proposal|recommendation|advice|motion|suggestion)|(?:does|did) without|(?:dispenses|dispensed) with|(?:refrains|refrained) from|waives|grants|granted|allocates|allocated|authori[sz]es|commissions|(?:sets|set) aside|(?:settles|settled) on|chooses|(?:opts|opted) for|votes (?:to|for|against)|(?:gives|gave) (?:its|the|\\p{L}+(?: \\p{Ll}+)?) (?:approval|consent|assent|go-ahead|green light|a free hand)|moves the (?:date|meeting|visit|event|deadline))\\b",
  ].join("|")})`,
  "iu",
)
/** "Ben suggested we adopt it": no body with a name either. */
const UNNAMED = /^(?:all|everyone|everybody|we)\b|\swe$/i
/** "The clubs agreed to …", "both towns have resolved that …": others who decide together. */
const PEOPLE = new RegExp(
  `(?:^|[,;] |\\band )(?:the|all|both) (?:\\p{Ll}+ )?\\p{Ll}{3,}s (?:have )?${ADVERBS}(?:agreed|decided|resolved) (?:unanimously )?(?:that|to|on)\\b`,
  "iu",
)
/** "The hui resolved that": a word for a body that nobody lists; people by themselves do not resolve in minutes. */
const RESOLVES = new RegExp(
  `^the (?:[\\p{L}’'-]+ ){1,3}(?:have |has )?${ADVERBS}resolved (?:unanimously )?(?:that|to)\\b`,
  "iu",
)
const TOGETHER = new RegExp(
  `^(?:it ${ADVERBS}${DECIDED}\\s+(?:that|to|on|upon|not)\\b|they (?:also |then |further |unanimously )?(?:decided|resolved) (?:unanimously )?(?:to|that|on)\\b|we (?:therefore |all |also |now )?(?:agree(?:d)? (?:to|that|on|we|not)\\b|approve\\b|accept(?! that)\\b|appoint\\b|adopt\\b|resolve\\b|decide\\b|ratify\\b|nominate\\b|confirm\\b|endorse\\b))`,
  "iu",
)
/** "The fee stays at 30, the assembly decided." */
const AT_END = new RegExp(
  `,\\s(?:the|our) (?:[\\p{L}-]+ ){0,2}?${NOUN} (?:decided|agreed|resolved)(?: unanimously)?\\W*$`,
  "iu",
)
/** "The Board decided:" in front of a list. */
const LEADS_IN = new RegExp(
  `^(?:[\\p{L}-]+ ){0,6}?${BODY}\\s+${HAVE}${ADVERBS}${DECIDED}(?: as follows| the following)?\\s?:`,
  "iu",
)
/** Characters behind a body in which it is told what it does. */
const REACH = 260

/** Where a body begins to decide in a sentence; -1 where none does. */
export function bodyDecides(sentence: string): number {
  if (!mayDecide(sentence)) return -1
  for (const match of sentence.matchAll(SUBJECT)) {
    const [whole, lead = "", body = ""] = match
    const end = match.index + whole.length
    const said = sentence.slice(end, end + REACH)
    const is = (pattern: RegExp) => pattern.test(said)
    if (is(DECIDES_ON) || (!/^(?:so|that)\s$/i.test(lead) && is(ADOPTS))) return match.index
    if (match.index > 0 || lead.length > 4) continue
    if (is(ALONE) || (!UNNAMED.test(body) && is(NAMED))) return 0
  }
  if (TOGETHER.test(sentence) || (/[dnsg]\s?:/.test(sentence) && LEADS_IN.test(sentence))) return 0
  if (
    /(?:decid|agre|resolv)ed(?: unanimously)?\W*$/.test(sentence.slice(-40)) &&
    AT_END.test(sentence)
  )
    return 0
  return RESOLVES.test(sentence) ? 0 : sentence.search(PEOPLE)
}
