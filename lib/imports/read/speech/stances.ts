import { VERBS } from "./spoken-verbs"

const either = (line: string) => `(?:${line.split(" ").join("|")})`

/** How somebody finds a thing: "was surprised", "is opposed". */
const MOOD = either(
  "adamant against alarmed amused angry annoyed anxious astonished cautious certain concerned confident content convinced critical curious delighted disappointed dissatisfied doubtful dubious eager enthusiastic fine glad grateful happy hopeful impressed keen opposed optimistic pessimistic pleased proud puzzled relieved reluctant satisfied sceptical shocked skeptical sorry sure surprised sympathetic torn uncomfortable comfortable unconvinced undecided uneasy unhappy unsure wary willing worried",
)
const MATTER = either(
  "concerns? difficult(?:y|ies) doubts? issue misgivings objections? problems? quarrel questions? reservations? sympathy",
)
const LIKES = either("accept agree favou?r imagine like prefer rather see support welcome")
const LY = "(?:\\p{Ll}+ly )?"
/** What somebody thinks or would like, said of them without a verb of speech. */
const HOLDS = new RegExp(
  `^(?:\\s*\\([^()]{1,80}\\))?(?:,[^,.;:]{2,80},)?\\s(?:${[
    "(?:(?:was|is|were) )?(?:strongly )?in favou?r\\b",
    "(?:was|were) (?:then |also )?heard\\b",
    `(?:is|are) (?:not ${LY}${MOOD} (?:with|about|by|that|to|of)\\b|${LY}${MOOD} (?:with|about|by|that|to)\\b|(?:all )?for (?:the|an?|this) )`,
    "did(?: not|n[’']t) (?:\\p{Ll}+ly )?(?:think|believe|see|want|like|know|agree|accept|support|share|understand|feel|find|wish|mind|expect|consider)\\b",
    `(?:was|were)(?:n[’']t)? (?:of the (?:\\p{Ll}+ )?(?:view|opinion|mind)\\b|not ${LY}${MOOD}\\b|${LY}${MOOD}\\b|(?:all )?for (?:the|an?|this|it|\\p{Ll}\\))(?!\\p{L}))`,
    `(?:would|could|can|might)(?: not|n[’']t)? ${LY}(?:${LIKES}|live with)\\b`,
    `(?:would|could|might) have ${LY}(?:liked|preferred|wished|favou?red|welcomed|wanted|supported|accepted)\\b`,
    `(?:had|has) ${LY}(?:gone through|looked (?:at|into|through)|heard|seen|spoken)\\b`,
    `ha(?:s|ve|d) (?:no )?(?:\\p{Ll}+ )?${MATTER}\\b`,
    "ha(?:d|s) (?:little|much|nothing|something|a lot|plenty) (?:\\p{Ll}+ )?to say\\b",
    "sees? (?:no|an?|the|some)\\b",
  ].join("|")})`,
  "u",
)
export const holds = (behind: string) => HOLDS.test(behind)

/** "Ana has a copy, but said that she sees no need for it", "Ben is its author and walked us through it". */
const THEN_SAID =
  /^\s(?:has|had|is|was|did|does|do)(?=[\s,])[^.;:]{0,100}?,?\s(?:but|and)\s(?:also\s|then\s|therefore\s)?(\p{Ll}+)\s/u
/** "Was elected and thanked": the second is what was done to them, too. */
const PASSIVE = /^\s(?:is|was)\s\p{Ll}+ed\s/u
function saidThen(behind: string): boolean {
  const verb = THEN_SAID.exec(behind)?.[1] ?? ""
  return VERBS.has(verb) && !(verb.endsWith("ed") && PASSIVE.test(behind))
}
/** What somebody of the list did, whatever the verb: "Ana counted eleven keys", "Ben had measured", "BO q’d it". */
const DID = /^\s(?:(?:had|has) )?(?:\p{Ll}+ly )?(?:\p{Ll}{2,}ed|\p{Ll}{1,8}['’]d)(?=[\s.,:;]|$)/u
/** "Ana has three offers", "Ben had the impression", "Cem has the map ready": what somebody tells the others of. */
const HAS =
  /^\s(?:(?:has|had)\s(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,4}|several|some|many)|had\s(?:the|an?)|has\s(?:the|an?)(?=\s[^.;,]{3,60}\s(?:ready|finished|done)\b))\s(?!(?:\p{Ll}+\s)?(?:actions?|tasks?|floor|chair|papers?|lead|pen|casting|votes?|proxy|proxies|seats?|right|turn)\b)\p{L}/u
const IDLE =
  /^(?:re-?elected|elected|appointed|absent|excused|arrived|entered|departed|returned|rejoined|stepped|recused|connected|joined|left|attended|presided|chaired|moderated|hosted|retired|resigned|needed|expected|supposed|scheduled|born|named|based|been|tasked|asked|invited|requested|mandated|instructed|assigned|charged|entrusted|agreed|offered|volunteered|promised|proposed)$/
/** Whether what somebody known did is told here as what they brought in, by this verb or a later one. */
export const acts = (behind: string, verb: string) =>
  saidThen(behind) || HAS.test(behind) || (DID.test(behind) && !IDLE.test(verb))

/** Who took the minutes, or took part, said nothing by it. */
const SILENT =
  /^(?:,[^,.;:]{2,60},)?\s(?:also )?(?:(?:took|takes|kept|keeps|wrote|writes|recorded) (?:down )?(?:the |these |this )?(?:minutes|notes|record)|(?:took|takes) part)\b/u
export const isSilent = (behind: string) => SILENT.test(behind)

/** What somebody does who opens or leads a meeting, which is no word on its subject. */
const PRESIDES = /^(?:chair|host|moderate|facilitate|le[ad]|organi[sz]e|convene)/
export const presides = (verb: string) => PRESIDES.test(verb)

/** "Was wondering", "is against". */
export const isAsking = (verb: string, object = "") =>
  /^(?:was|is)$/.test(verb) &&
  /^(?:against|asking|concerned|opposed|proposing|saying|suggesting|unsure|wondering)$/.test(object)
