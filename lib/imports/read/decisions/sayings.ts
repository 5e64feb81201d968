import { anyOf, words } from "../text/stems"
import { DECIDED, THING } from "./deciding-words"

/**
 * A way to tell a decision that names nobody who decides: it has one of the `stems` in it, and it looks like
 * `shape`, which is cheaper to see than what it `says`.
 */
type Saying = { stems: readonly string[]; shape?: RegExp; says: RegExp }

const NUMBER =
  "(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}{4,9}teen|twenty)"

const SAYINGS: readonly Saying[] = [
  // "Agreed to buy a lamp", "Approved as amended.", "Voted unanimously to stay", "So ordered."
  {
    stems: words(
      "agree|consensed|decid|resol|concl|determ|approv|adopt|confirm|accept|ratif|carried|passed|voted|so ordered",
    ),
    shape:
      /^\W*(?:unanim|also|further|so |agree|consensed|decid|resol|concl|determ|approv|adopt|confirm|accept|ratif|carried|passed|voted)/i,
    says: new RegExp(
      `^(?:unanimously |also |further )?${DECIDED}(?:\\s+(?:that|to|on|upon|(?:as )?an?(?: \\p{Ll}+){1,4} record)\\b|:)|^voted,? \\d{1,3}\\s?[:–-]\\s?\\d{1,3} (?:for|to|in favou?r of|against)\\b|^(?:approved|adopted|confirmed|accepted|agreed|ratified),? (?:as(?! a (?:true|correct) record:)|by|with|without|unanimously|subject to|nem)\\b|^so (?:agreed|decided|ordered|resolved)\\b|^(?:so )?(?:carried|approved|adopted|passed)(?: unanimously| by (?:consensus|acclamation|a show of hands)|,? \\d+\\s?[-–]\\s?\\d+)?\\W*$|^voted (?:unanimously )?(?:to|in favou?r of|against)\\b|^voted,? [^:.;]{2,40}\\b(?:for|against|in favou?r|to \\w+)\\b[^:.;]{0,40}:\\s`,
      "iu",
    ),
  },
  // "The minutes of May approved", "The report was read and adopted."
  {
    stems: words(
      "adopted|approved|carried|passed|endorsed|confirmed|accepted|ratified|agreed|defeated|lost",
    ),
    says: new RegExp(
      `^(?:the )?(?:\\p{L}+ ){0,3}${THING}(?: (?:(?:of|from|no) (?:(?!that |which |who )[^.;:]){1,40} )?(?:[–—-] )?(?:adopted|approved|carried|passed|endorsed|confirmed|accepted|ratified|agreed(?= and signed| as an? |\\W*$))\\b|\\b.{0,140}\\band (?:was |were )?(?:\\p{Ll}+ly )?(?:confirmed|approved|adopted|accepted|agreed|carried|passed|defeated|lost)\\b(?! with\\b))`,
      "iu",
    ),
  },
  // "… was carried unanimously", "the motion passed", "Moved by Ana, that the report be adopted; CARRIED."
  {
    stems: words("carr|pass|adopt|approv|agreed|resolved|accepted"),
    says: /[;–—] (?:agreed|approved|adopted|carried|accepted)(?: unanimously)?\W*$|^the motion (?:that|to|for)\s[^.;]{3,300}?\s(?:was |is )?(?:\p{Ll}+ly )?(?:carried|passed|adopted|approved)(?:$|[.,]|\s(?:by|with|on|unanim))|\bmotion (?:was |is )?(?:\p{Ll}+ly )?(?:carried|carries|passed|passes|adopted|approved)\b|\b(?:carried|approved|adopted|passed|agreed) (?:unanimously|by (?:all (?:present|members)|consensus|acclamation))\b|^(?:it was )?(?:moved|proposed)\b.{3,300}?(?:[;,.:–—(-]\s?|\band (?:was |were )?)(?:\p{Ll}+ly )?(?:carried|passed|adopted|agreed|approved|resolved)\b(?! (?:over|forward|by))/iu,
  },
  // "Ana moved to buy it, Ben seconded, approved without objection", "a lamp: moved by AL, seconded by BO, carried", "… second by Ben, MCU".
  {
    stems: words("second|2nd"),
    says: /\b(?:mov(?:ed?|es)|motion(?:ed|s)?|proposed?s?)\b.{0,400}\b(?:seconded|seconds|second|2nd)\b[^.]{0,60}?(?:[,;–—-]\s?(?:and )?(?:the )?(?:motion )?(?:was |is )?(?:\p{Ll}+ly )?(?:carried|carries|passed|passes|approved|adopted|accepted|agreed|unanimous|all (?:(?:were|voted|voting) )?(?:in favou?r|ayes?|yes)|(?:no|without|with no) (?:objections?|dissent))\b|[,;.–—-]?\s\(?(?:MCU|MSCU?|MS[PA]|MPU|M\/S\/[CP])\W*$)/iu,
  },
  // "Vance/Yun - hold the event in May - 3 in favour, 1 abstention": who moved and seconded, what, and the votes.
  {
    stems: ["/"],
    shape: /\p{L}\/\p{L}/u,
    says: /(?:^|\s[–—-]{1,2}\s)\p{Lu}[\p{L}'’-]{1,24}\/\p{Lu}[\p{L}'’-]{1,24}\s[–—-]{1,2}\s.{3,300}\s[–—-]{1,2}\s(?:unan\p{L}*|carried|passed|approved|adopted|agreed|\d{1,3} (?:in favou?r|for|yes|ayes?))\b/iu,
  },
  // "The minutes of May approved 6 - 0", "approved 5 to 2".
  {
    stems: words("approved|adopted|passed|carried|accepted|agreed"),
    shape: /(?:approved|adopted|passed|carried|accepted|agreed),? \(?\d/i,
    says: /\b(?<!not )(?:approved|adopted|passed|carried|accepted|agreed),? \(?\d{1,3}\s?(?:[-–:]|to|for|yes)\s?\d{0,3}/i,
  },
  // "Admitted by acclamation.", "Reappointed unanimously."
  {
    stems: words(" by | unanim| without | nem"),
    shape: /^\p{Lu}\p{Ll}+(?:ed|n|t) (?:by|unanim|without|nem)/u,
    says: /^\p{Lu}\p{Ll}+(?:ed|n|t) (?:by (?:(?:general |common |unanimous )?(?:acclamation|consensus|consent)|a show of hands|all present)|unanimously|without (?:objection|dissent|a vote)|nem\b)/u,
  },
  // "Consensus was reached", "A consensus emerged that", "The chairs declared rough consensus on it."
  {
    stems: words("consens|unanimous |agreement|approval|support"),
    says: /\b(?:consensus|agreement) (?:(?:was|has been|is) (?:reached|found|achieved|declared)|emerged (?:that|to|on|for|in favou?r)|(?:was|has been|is) (?:to|that))\b|\b(?:declared?|declares|concluded|found|determined|called|recorded?|established|ascertained|confirmed) (?:an? |the |that there (?:was|is) )?(?:\p{Ll}+ )?consensus\b|\b(?:reached|came to|arrived at) (?:a |an )?(?:\p{Ll}+ )?(?:consensus|agreement)\b|\bthere was (?!no\b|little|limited|less|some|hardly|scarcely|partial)(?:\p{Ll}+ ){0,2}(?:consensus|agreement|approval|support) (?:(?:in|on|among|within|across) (?:the )?\p{L}+(?: \p{Ll}+)? )?(?:to|that|on|for(?! (?:this|that|it)\b)|in favou?r)\b|^by (?:common )?consensus\b|^(?:[^.;:,]{2,60} )?has (?:rough |full |broad )?consensus\b|(?:\b(?:the|it was the) |^)(?:rough |clear |general )?consensus (?:(?:of|in|on|among) (?:the )?\p{L}+ )?(?:was )?(?:to|that|not to)\b|^unanimous (?:consent|consensus|agreement|support) (?:to|for|on|that)\b|^(?:broad |general |rough |full |clear )?consensus (?:to|that)\b/iu,
  },
  // "… by common consent", "taken as read", "stands approved", "the sense of the meeting was that"
  {
    stems: words(
      "consent|accord|assent|by general|by mutual|by unanimous|on the nod|taken as read|stands |stand |stood |the sense of|the feeling of|the mood of|unanimous |ruled that|concluded that|decision|resolutions",
    ),
    says: /\bby (?:common|general|unanimous|tacit|mutual) (?:consent|accord|agreement|assent)(?=[.,;]|$)|^by (?:common|general|unanimous) (?:consent|accord|agreement),? (?:the|it|this|all|we|our)\s|\b(?:passed|agreed|approved|carried|went through) on the nod\b|^(?!.{0,160}\b(?:presented|introduced|gave|submitted|tabled|spoke to)\b.{0,80}taken as read).{0,200}\btaken as read\b|\bst(?:ands?|ood) (?:approved|adopted|agreed|confirmed|accepted|as (?:drafted|read))\b|\bthe (?:sense|feeling|mood) of the (?:meeting|room|group|house) was (?:that|to)\b|\bunanimous (?:view|opinion|wish|will|feeling) of (?:the|all) \p{L}{3,20} (?:was )?(?:that|to)\b|\b(?:chair|facilitator|moderator|president)\b[^.;]{0,40}? (?:then )?(?:ruled|concluded) that\b|\b(?:the )?(?:final )?decision (?:of the \p{L}+ )?(?:was (?:taken|made|reached)|is|was) (?:that|to)\b|^it was the decision of the \p{L}+ (?:that|to)\b|\b(?:took|made|adopted|passed) the following (?:decisions?|resolutions?)\b|\b(?:took|made|passed|reached) (?:\p{Ll}+ ){1,2}(?:decisions|resolutions):|^(?:the )?following (?:decisions?|resolutions?) (?:was|were) (?:taken|made|adopted|passed)\b/iu,
  },
  // "Motion by Ana, seconded by Ben, to accept the accounts: carried.", "On a motion by Ana the hearing was closed, 4-0."
  {
    stems: ["motion"],
    shape: /^(?:on |upon )?(?:an? |the )?motion (?:was )?(?:made )?(?:by|of|from)\b/i,
    says: /^(?:an? |the )?motion (?:was )?(?:made )?(?:by|of|from) .{3,200}?\b(?:to|that)\s(?!.{0,400}:$).{3,300}?[,;:–— ](?:was |is |and )?(?:\p{Ll}+ly )?(?:carried|passed|adopted|approved|agreed)(?=\W*$|[,.;:(]|\s(?:by|with|on|unanim|\d|nem))|^(?:on|upon) (?:an? |the )?motion (?:by|of|from) .{3,200}?\b(?:was|were) (?!discussed|debated|raised|considered|withdrawn|lost|defeated|tabled|told|asked|made|seconded)(?:\p{Ll}+ly )?\p{Ll}{3,}(?:ed|en|nt|it|et|ld)\b/iu,
  },
  // "Moved by Ana, seconded by Ben, and voted 6-1 to use the third draft."
  {
    stems: ["voted"],
    shape: /^(?:it was )?(?:moved|proposed)\b/i,
    says: /^.{3,200}?\bvoted,? (?:unanimously |(?:by )?\d{1,3}\s?[-–:]\s?\d{1,3},? )?(?:to|that|for)\b/iu,
  },
  // "The following was carried with one vote against: …"
  {
    stems: ["the following"],
    says: /^the following (?:\p{Ll}+ ){0,3}(?:was|were) (?:then )?(?:\p{Ll}+ly )?(?:carried|adopted|agreed|resolved|passed|approved)\b[^:]{0,80}:\s+["“«]/iu,
  },
  // "No objections were raised." "Nobody objected, so the paragraph is dropped."
  {
    stems: words("object|comment|remark|correction|dissent|opposition|none|nobody|no one|noone"),
    says: /^no objections?(?: to (?!.{0,120}\b(?:was|were|had)\b)\p{L}|,\s(?!but\b)\p{Ll})|^no objections? (?:was|were|having been|being) (?:raised|made|heard|received)\b|(?:^|\b(?:as|since|and|with|hearing|there (?:was|were|being)) )(?:no ?(?:one|body)|no (?:members?|delegations?|\p{Ll}+ )?(?:objections?|comments?|remarks?|corrections?|dissent)|none|without (?:any )?(?:objections?|dissent|opposition))\b[^.;:]{0,80}?(?:,|\band\b)[^.;:]{1,120}\b(?:(?:is|are|was|were|stands?) (?:\p{Ll}+ly )?(?:dropped|adopted|approved|accepted|agreed|passed|kept|removed|confirmed|deleted|published|carried|elected|closed)|stays?|stands?|goes|remains?)\b/iu,
  },
  // "There was no dissent: the hall is let.", "Nobody was against it, so the hall stays."
  {
    stems: words("dissent|objection|opposition|against|mind"),
    says: /^there (?:was|were) no (?:dissent|objections?|opposition|votes? against)\s?[:;,] (?:and )?(?:so )?(?:the|we|it|this|all|an?)\s|^(?:nobody|no ?one|none)(?: (?:of \p{L}+|present))? (?:was|is|were|spoke|voted|had anything) against (?:it|this|that|the \p{Ll}+),? so \p{L}|^(?:nobody|no ?one) minded,? so \p{L}/iu,
  },
  // "It was voted to keep the hall.", "Nine for, two against, so the hall is kept."
  {
    stems: words("voted |, so |, and so "),
    says: new RegExp(
      `\\bit was (?:\\p{Ll}+ly )?voted (?:unanimously )?(?:that|to)\\b|(?:\\b${NUMBER}(?: votes?)? (?:for|to|in favou?r|yes|ayes?)\\b|\\b(?:vote|poll|ballot)\\b[^.;]{0,40}\\d\\s?[:–-]\\s?\\d)[^.;]{0,60}, (?:and )?so (?:the|we|it|this|that|both|our|an?)\\s\\p{L}`,
      "iu",
    ),
  },
  // "The budget for 2024 passed, seven to one.", "The proposal went through with two against."
  {
    stems: words("passed|carried|went through"),
    says: new RegExp(
      `^(?:the |this |our )?(?:\\p{L}+ ){0,2}${THING}\\b[^.;:,]{0,60} (?:passed|carried|went through),? (?:with|by|unanimously|${NUMBER} (?:votes? )?(?:to|for))\\b`,
      "iu",
    ),
  },
  // "On a show of hands, nine to two, the hall is kept."
  {
    stems: words("show of hands|vote|ballot|poll"),
    says: new RegExp(
      `^(?:on|by) (?:an? )?(?:\\p{Ll}+ )?(?:show of hands|vote|ballot|poll)(?: of)?,? ${NUMBER}\\b[^.;,]{0,40}, (?:the|we|it|this|all|our)\\s`,
      "iu",
    ),
  },
  // "Nobody does, so the retreat is at the university.", "Hearing none, we go on with it."
  {
    stems: words("nobody|no one|noone|hear"),
    says: /(?:^|[.:,] )(?:nobody|no ?one) (?:does|do|objects?|speaks? against it),? so \p{L}|\b(?:I(?:['’]m| am)? hear(?:ing)?|hearing) (?:yes|none|nothing|no (?:\p{Ll}+ )?(?:objections?|dissent|opposition))\b[^.;?]{0,60},? so (?!let\b|we (?:move|go) on\b)\p{L}/iu,
  },
  // "We stay with the old one; nobody was against.", "All were in favour of it.", "The vote was 5 to 2 for it."
  {
    stems: words("against|oppos|favo|the vote "),
    says: /(?:[;(]\s?|[,(]\s?with )(?:nobody|no ?one|none)(?: (?:was|were|being|voting|voted))? (?:against|opposed)\b|^(?:all|everyone|everybody)(?: present)? (?:was|were) in favou?r of\b|^the vote (?:was|went) (?:\d{1,3}|\p{Ll}{3,9}) (?:votes )?to (?:\d{1,3}|\p{Ll}{3,9}) (?:in favou?r of|for|against)\b|^(?:by|with|on) (?:a vote of )?\d{1,3}\b[^.;]{0,50}\b(?:to|against|for|in favou?r)\b[^.;]{0,50}, (?:the |this )?\p{Ll}+ (?:then )?\p{Ll}{2,}(?:ed|t|ew|ose|ave|et)\b/iu,
  },
  // "The club unanimously chose the second site.", "The fee was raised by six votes to two."
  {
    stems: words(
      "unanimously|vote|the poll |majority|passed without|adopted without|carried without",
    ),
    says: new RegExp(
      `\\bunanimously (?:agreed|decided|resolved|adopted|approved|endorsed|accepted|elected|voted|chose|confirmed|rejected)\\b|^(?!.{0,200}\\b(?:lost|defeated|fell|failed|had (?:\\p{Ll}+ly )?(?:agreed|decided|resolved|adopted|approved|voted|elected))\\b).{3,300}\\bby (?:a vote of ${NUMBER} (?:votes )?to|${NUMBER} votes? to) ${NUMBER}\\b|^(?!.{0,200}\\b(?:not|lost|defeated|rejected|had been)\\b).{3,300}\\s(?:is|are|was|were) (?:\\p{Ll}+ly )?\\p{Ll}{2,}(?:ed|en)\\b[^.;:]{0,120}\\bby (?:an? )?unanimous vote\\b|^by a (?:\\p{Ll}+ )?majority\\b[^,.;]{0,40}, |\\b(?:passed|adopted|carried) without (?:dissent|objection|opposition|division|a vote)\\b|^the (?:vote|poll) (?:passed|carried|passes|carries)\\b|\\bput to (?:the|a) vote and (?:\\p{Ll}+ly )?(?:passed|adopted|carried|approved|accepted)\\b`,
      "iu",
    ),
  },
  // "The Chair declared the programme adopted."; of a motion it is said elsewhere what was moved.
  {
    stems: ["declared"],
    says: /\b(?:chair\p{L}{0,8}|president|speaker|mayor|moderator|convenor|convener) (?:then |thereupon |accordingly |therefore )?declared (?!(?:the |that the )?(?:motion|amendment|vote|proposal|meeting)\b)[^.;,]{3,100}?\s(?:\p{Ll}+ly )?(?:adopted|approved|accepted|agreed|passed|(?:re-?)?elected|confirmed)\b/iu,
  },
  // "The council sends Ana to the school committee (unanimous)."
  {
    stems: ["("],
    shape: /\((?:unanim|carried|nem|by consensus|(?:by )?\d{1,3} (?:votes? )?(?:to|for))/i,
    says: /^(?!.{0,300}\b(?:lost|defeated|rejected|fell|failed|had)\b).{3,400}\((?:carried|carried unanimously|unanimous|unanimously|nem\.? con\.?|by consensus|(?:by )?\d{1,3} (?:votes? )?to \d{1,3}|\d{1,3} for,? [^()]{1,40})\)\W{0,2}$/iu,
  },
  // "Each team names one person (5-0)": more for it than against; that of a match is no vote.
  {
    stems: ["("],
    shape: /\(\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\)\W{0,2}$/,
    says: /^(?!.{0,300}\b(?:lost|defeated|rejected|fell|failed|won|wins?|beat|beaten|match|game|scored?|draw|drew|played|pages?|pp|lines?|weeks?|days?|ages?|years?)\b)(?:\S{1,40}\s){4,80}\((?:(?!0)\d{1,3})\s?[-–]\s?[0-9](?:\s?[-–]\s?\d)?\)\W{0,2}$/iu,
  },
  // "By 19 votes to 6, the house fixed the levy."
  {
    stems: words("by |with |on "),
    shape: /^(?:by|with|on) .{0,12}\d/i,
    says: /^(?:by|with|on) (?:a vote of )?\d{1,3}\b[^.;]{0,50}\b(?:to|against|for|in favou?r)\b[^.;]{0,50}, (?:the |this )?\p{Ll}+ (?:then )?\p{Ll}{2,}(?:ed|t|ew|ose|ave|et)\b/iu,
  },
  // "Everybody could live with this.", "… and everyone went along with it.", "…, so steel pipes it is."
  {
    stems: words("live with|along with|it is"),
    says: /\b(?:everyone|everybody|all|the (?:group|meeting|committee|board|team)) (?:could|can) (?:all )?live with (?:this|it|that|the)\b|\b(?:everyone|everybody|all|the (?:group|meeting|committee|board|team)) went along with (?:this|it|that|the)\b|,? so \p{L}[^,.;]{1,50}(?<! than| as) it is\W*$/iu,
  },
  {
    stems: words(
      "conven|résol|arrêt|décid|adopt|approuv|entérin|attribu|recond|élu|élis|convien|recommand|vote|voté|retien|reten|donn|avis|valid|rejet|accept",
    ),
    says: /(?<![\p{L}])les (?:membres|participants|délégués|associés|parties|maires|élus) (?:ont )?(?:\p{L}+ment )?(?:décid|approuv|adopt|conven|convien|élisent|élu|retien|retenu|valid)|(?<![\p{L}])(?:il (?:a été|est|fut) (?:\p{L}+ment )?(?:décidé|convenu|résolu|arrêté)|(?:a|ont|a été|ont été|est|sont) (?:\p{L}+ment )?(?:adoptée?s?|approuvée?s?|entérinée?s?|attribuée?s?|reconduite?s?|élue?s?|décidé|convenu)|(?:le|la|l['’])\s?(?:groupe|comité|conseil|bureau|réunion|assemblée|commission|collège)(?: \p{Ll}+| d['’]\p{Ll}+)?(?:,[^.;:]{2,80},)?\s(?:a )?(?:\p{L}+ment )?(?:décid[eé]|convien|convenu|adopt[eé]|approuv[eé]|recommand[eé]|vot[eé]|retien|reten|donne son (?:accord|aval)|a donné son (?:accord|aval)|émet un avis|valid[eé]|rejett?e|accept[eé]))/iu,
  },
]

export const SAYING_STEMS = SAYINGS.flatMap(({ stems }) => stems)
const MAY_SAY = SAYINGS.map(({ stems, shape, says }) => ({ may: anyOf(stems), shape, says }))

/** Where a saying begins that tells a decision; -1 where there is none. */
export function saysDecided(sentence: string): number {
  for (const { may, shape, says } of MAY_SAY) {
    if (!may(sentence) || (shape && !shape.test(sentence))) continue
    const at = sentence.search(says)
    if (at >= 0) return at
  }
  return -1
}
