const ADVERBS =
  "(?:(?:also|further|finally|then|unanimously|generally|broadly|jointly|provisionally|formally|hereby|hence|therefore|thus|all|\\p{Ll}+ly)\\s+){0,2}"
/** A body of people, with up to two words in front: "the Task Team", "Council", "both sides", "TC 88". */
const BODY =
  "(?!(?:several|some|many|most|few|two|three|four|five|six|seven|eight|nine|ten|\\d+|an?|no|other|one|his|her|their)\\b)(?:(?:the|this|our|both|all)\\s+)?(?:\\p{L}[\\p{L}’'-]*\\s){0,2}?(?:groups?|wg|wg[- ]?\\p{L}+|tsc|tc|working party|meeting|participants|attendees|members|delegates|delegations|parties|sides|partners|trustees|directors|committee|commission|co-?chairs|council|board|panel|assembly|conference|plenary|forum|bureau|session|society|secretariat|team|task ?force|sub-?group|sub-?committee|caucus|coalition|network|association|chapter|community|consortium|congress|senate|alliance|federation|union|partnership|club|guild|co-?operative|collective|circle|cluster|crew|jury|cabinet|executive|trust|parliament|delegation|syndicate|league|tribunal|governors|governing body|councillors|councilors|shareholders|owners|residents|volunteers|sabha|panchayat|synod|chamber|college|faculty|agencies|states|governments|experts|representatives|house|body|brigade|branch|lodge|troop|unit|village|choir|mutual|works|floor|section|we|all|everyone|everybody|those present)(?:\\s\\d{1,4})?"
const DECIDED = "(?:agreed|decided|resolved|concluded|determined)"
const ADOPTED =
  "(?:adopted|approved|endorsed|ratified|accepted|confirmed|re-?elected|elected|re-?appointed|appointed|co-?opted|selected|rejected|dismissed|upheld|sanctioned|authori[sz]ed|mandated|nominated|settled on|chose|signed off|opted for|went for|picked|rescinded|revoked|reaffirmed|came down in favou?r of|recommended|admitted|granted|declined|waived|took the view that|concurred (?:that|with)|advised [^.;]{2,60}? (?:to|that|against)|turned down|allowed|(?:gave|granted|withheld|lent) (?:its|their|the) (?:\\p{Ll}+ )?(?:approval|consent|assent|agreement|blessing|endorsement|backing)|(?:was|were) (?:all )?(?:content|happy|willing|minded|satisfied) (?:to|that)\\b)"
const THING =
  "(?:agenda|minutes|motion|summary|notes|report|record|proceedings|leave|transfer|offer|tender|budget|proposal|plan|draft|text|charter|document|recommendation|accounts|amendment|resolution|statement|calendar|schedule|programme|terms|policy|letter|list|version|change|request|complaint|application|appeal)s?"

/** Prose that decides: "It was agreed that", "the group decided to", "consensus was reached". */
const DECIDES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:it|this) (?:was|is|has been)\\s+(?:so\\s+)?${ADVERBS}(?:${DECIDED}|approved|endorsed|ordered|directed|settled|ruled)\\b(?!\\s+with\\b(?!\\s(?:an?|one|two|three|four|five|no|\\d{1,3})\\s(?:abst|diss|vote|oppos|objec|excep)))`,
    "iu",
  ),
  new RegExp(
    `(?:^|[,;] |\\band )(?:the|all|both) (?:\\p{Ll}+ )?\\p{Ll}{3,}s (?:have )?${ADVERBS}(?:agreed|decided|resolved) (?:unanimously )?(?:that|to|on)\\b`,
    "iu",
  ),
  new RegExp(`^it ${ADVERBS}${DECIDED}\\s+(?:that|to|on|upon|not)\\b`, "iu"),
  new RegExp(
    `^(?:the |this |both |all )?(?:\\p{Ll}+ ){0,2}${THING}\\b[^.;]{0,60}\\b(?:is|are) (?:\\p{Ll}+ly )?(?:approved|adopted|agreed|accepted|confirmed|carried)\\b`,
    "iu",
  ),
  new RegExp(
    `^(?:the )?(?:\\p{Ll}+ ){0,3}${THING}\\b.{0,140}\\band (?:was |were )?(?:\\p{Ll}+ly )?(?:confirmed|approved|adopted|accepted|agreed|carried|passed|defeated|lost)\\b(?! with\\b)`,
    "iu",
  ),
  /\b(?:an?|the) (?:[\p{L}-]+ ){1,3}(?:is|was|were) (?:\p{Ll}+ly )?agreed\b(?! (?:with|by)\b)|^(?:approved|adopted|confirmed|accepted|agreed|ratified),? (?:as(?! a (?:true|correct) record:)|by|with|without|unanimously|subject to|nem)\b|^no objections? (?:was|were|having been|being) (?:raised|made|heard|received)\b|\b(?:and|which|it|this) (?:it )?was (?:\p{Ll}+ly )?carried\b|\b(?:committee|board|council|group|meeting|members|panel|commission|forum|assembly) (?:all )?concurred\b|^by (?:common )?consensus\b|\btaken as read\b/iu,
  /\b(?:is|are) (?:therefore|hereby|thus|now|accordingly) (?:adopted|approved|accepted|endorsed|agreed|elected)\b|\b(?:is|are) (?:hereby|thus|accordingly) \p{Ll}{2,}(?:ed|en|t)\b|\b(?:is|are) (?:\p{Ll}+ly )?(?:re-?elected|elected|(?:re-?)?appointed|co-?opted)\b(?! (?:by (?:the members|those)|every|each|annually))|^so (?:agreed|decided|ordered|resolved)\b/iu,
  // "The board was of one mind: …", "By 19 votes to 6, the house fixed the levy."
  new RegExp(
    `^${BODY}\\s(?:was|were|is|are) (?:all )?(?:of one mind|unanimous|at one|in (?:full )?agreement|agreed)(?: (?:that|on|to|in)\\b|:)`,
    "iu",
  ),
  /^(?:by|with|on) (?:a vote of )?\d{1,3}\b[^.;]{0,50}\b(?:to|against|for|in favou?r)\b[^.;]{0,50}, (?:the |this )?\p{Ll}+ (?:then )?\p{Ll}{2,}(?:ed|t|ew|ose|ave|et)\b/iu,
  // "The board follows the proposal.", "The council sets aside 300 crowns.": what a body does by deciding.
  new RegExp(
    `^(?!all\\b|everyone\\b|everybody\\b|we\\b)${BODY}\\s(?:therefore |hereby |unanimously |also )?(?:(?:follows|followed) the (?:proposal|recommendation|advice|motion|suggestion)|(?:does|did) without|(?:dispenses|dispensed) with|(?:refrains|refrained) from|waives|grants|granted|allocates|allocated|authori[sz]es|commissions|(?:sets|set) aside|(?:settles|settled) on|chooses|(?:opts|opted) for|votes (?:to|for|against)|(?:gives|gave) (?:its|the|\\p{L}+(?: \\p{Ll}+)?) (?:approval|consent|assent|go-ahead|a free hand)|moves the (?:date|meeting|visit|event|deadline))\\b`,
    "iu",
  ),
  /,\s(?:which|and this|a proposal that) (?:was|is|were) (?:then )?(?:\p{Ll}+ly )?(?:agreed|accepted|approved|adopted|endorsed)\b/iu,
  /^(?:the|this|it|these|they|both|all)\b[^,;]{0,40}\b(?:was|were) (?:\p{Ll}+ly )?accepted\b/iu,
  new RegExp(`^(?:unanimously |also |further )?${DECIDED}(?:\\s+(?:that|to|on|upon)\\b|:)`, "iu"),
  new RegExp(
    `(?:^(?:(?:in|after|at|on|upon|following|by|with) [^,.;:]{2,50}? )?|[,;:]\\s|\\b(?:and|so|that|then|discussion|debate|exchange|consideration|deliberation)\\s)${BODY}\\s+(?:have |has )?${ADVERBS}${DECIDED}\\s+(?:unanimously\\s+|in principle\\s+)?(?:that|to|on|upon|not|by|in favou?r|against|an?|the|its|their|three|two|four|\\d)\\b`,
    "iu",
  ),
  // "The Board decided:" in front of a list.
  new RegExp(`^(?:[\\p{L}-]+ ){0,6}?${BODY}\\s+(?:have |has )?${ADVERBS}${DECIDED}\\s?:`, "iu"),
  // "The working group recommends a minimum size.", "The TSC appoints Ana Lind.": in the present tense.
  new RegExp(
    `^(?:\\(\\w\\)\\s)?(?!all\\b|everyone\\b|everybody\\b|we\\b)${BODY}\\s(?:therefore |hereby |unanimously |also )?(?:agrees?|decides?|resolves?|adopts?|approves?|endorses?|supports?|recommends?|appoints?|elects?|confirms?|accepts?|rejects?|ratif(?:y|ies)|nominates?|establish(?:es)?|concludes?)\\s(?!with\\b)[\\p{L}\\d]`,
    "iu",
  ),
  // "… and hope was chosen as the topic."
  /\b(?:was|were) (?:then |\p{Ll}+ly )?(?:chosen|picked|nominated|designated|named) (?:as|to|for)\b/iu,
  // "The board took note of the report and approved the budget."
  new RegExp(
    `^${BODY}\\s(?:\\p{Ll}[\\p{L}-]*\\s)[^.;:]{0,90}?\\b(?:and|then|but|yet)\\s(?:have |has )?${ADVERBS}(?:${ADOPTED}\\s+(?!by\\b|in \\d)[\\p{L}\\d]|${DECIDED}\\s+(?:that|to|on|upon|not|against)\\b)`,
    "iu",
  ),
  // "Nobody objected, so the paragraph is dropped." "As no comments were received they were approved."
  /(?:^|\b(?:as|since|and|with|hearing|there (?:was|were|being)) )(?:no ?(?:one|body)|no (?:members?|delegations?|\p{Ll}+ )?(?:objections?|comments?|remarks?|corrections?|dissent)|none|without (?:any )?(?:objections?|dissent|opposition))\b[^.;:]{0,80}?(?:,|\band\b)[^.;:]{1,120}\b(?:(?:is|are|was|were|stands?) (?:\p{Ll}+ly )?(?:dropped|adopted|approved|accepted|agreed|passed|kept|removed|confirmed|deleted|published|carried|elected|closed)|stays?|stands?|goes|remains?)\b/iu,
  /\bstands? (?:approved|adopted|agreed|confirmed|accepted|as (?:drafted|read))\b|\b(?:approval|consent|assent|permission) (?:was|is|has been) (?:given|granted)\b(?! by\b)|\bthe (?:sense|feeling|mood) of the (?:meeting|room|group|house) was (?:that|to)\b|\bunanimous (?:view|opinion|wish|will|feeling) of (?:the|all) \p{L}{3,20} (?:was )?(?:that|to)\b|\b(?:chair|facilitator|moderator|president)\b[^.;]{0,40}? (?:then )?(?:ruled|concluded) that\b/iu,
  new RegExp(
    `(?:^(?:(?:in|after|at|on|upon|following|by|with) [^,.;:]{2,50}? )?|[,;:]\\s|\\b(?:and|then|discussion|debate|exchange|consideration|deliberation)\\s)${BODY}\\s+(?:have |has )?${ADVERBS}${ADOPTED}\\s+(?!by\\b|in \\d)[\\p{L}\\d]`,
    "iu",
  ),
  new RegExp(
    `(?:^(?:(?:in|after|at|on|upon|following|by|with) [^,.;:]{2,50}? )?|[,;:]\\s|\\b(?:and|then|discussion|debate|exchange|consideration|deliberation)\\s)${BODY}\\s+(?:have |has )?${ADVERBS}voted,?\\s+(?:unanimously\\s+|(?:by\\s)?(?:\\d{1,4}|\\p{Ll}{3,9}|\\p{Ll}{3,9} votes)\\s?(?:[-–]|to)\\s?(?:\\d{1,4}|\\p{Ll}{3,9}),?\\s+)?(?:to|in favou?r|for|against)\\b`,
    "iu",
  ),
  /\b(?:a|the|general|broad|rough|full)?\s?consensus (?:was|has been|is) (?:reached|found|achieved|to)\b|\b(?:reached|came to) (?:a |an )?(?:\p{Ll}+ )?(?:consensus|agreement)\b|\bthere was (?:\p{Ll}+ ){0,2}(?:consensus|agreement|approval|support) (?:(?:in|on|among|within|across) (?:the )?\p{L}+(?: \p{Ll}+)? )?(?:to|that|on|for|in favou?r)\b/iu,
  /\b(?:was|were|has been|have been) (?:then |also |all )?(?:unanimously |formally |hereby |duly |provisionally |accordingly )?(?:adopted|approved|endorsed|ratified)\b(?! for this)/iu,
  new RegExp(
    `\\b${THING}\\b[^.;]{0,60}\\b(?<!\\bwhich )(?:was|were) (?:then |\\p{Ll}+ly )?(?:accepted|agreed|confirmed|carried(?! (?:forward|over))|passed|upheld|refused|turned down|allowed|sustained|dismissed|rejected|granted|declined|followed(?! by\\b)|taken as (?:read|a true record|correct))\\b`,
    "iu",
  ),
  new RegExp(
    `^(?:the )?(?:\\p{Ll}+ ){0,3}${THING} (?:(?:of|from|no) [^.;:]{1,40} )?(?:adopted|approved|carried|passed|endorsed|confirmed|accepted|ratified)\\b`,
    "iu",
  ),
  /\bmotion (?:was |is )?(?:\p{Ll}+ly )?(?:carried|carries|passed|passes|adopted|approved)\b|^(?:so )?(?:carried|approved|adopted|passed)(?: unanimously| by (?:consensus|acclamation|a show of hands)|,? \d+\s?[-–]\s?\d+)?\W*$|\b(?:carried|approved|adopted|passed|agreed) (?:unanimously|by (?:all (?:present|members)|consensus|acclamation))\b/iu,
  /(?<!\bwho )\b(?:was|were) (?:then )?(?:\p{Ll}+ly )?(?:re-?elected|elected|(?:re-?)?appointed|co-?opted)\b/iu,
  /\b(?:the )?(?:final )?decision (?:was (?:taken|made|reached)|is|was) (?:that|to)\b/iu,
  /(?<![\p{L}])(?:il (?:a été|est|fut) (?:\p{L}+ment )?(?:décidé|convenu|résolu|arrêté)|(?:a|ont|a été|ont été|est|sont) (?:\p{L}+ment )?(?:adoptée?s?|approuvée?s?|entérinée?s?|attribuée?s?|reconduite?s?|élue?s?|décidé|convenu)|(?:le|la|l['’])\s?(?:groupe|comité|conseil|bureau|réunion|assemblée|commission|collège)(?: \p{Ll}+| d['’]\p{Ll}+)?(?:,[^.;:]{2,80},)?\s(?:a )?(?:\p{L}+ment )?(?:décid[eé]|convien|convenu|adopt[eé]|approuv[eé]|recommand[eé]|vot[eé]|retien|reten|donne son (?:accord|aval)|a donné son (?:accord|aval)|émet un avis|valid[eé]|rejett?e|accept[eé]))/iu,
  // "Moved by Ana, seconded by Ben, that the report be adopted; CARRIED."
  /^(?:it was )?(?:moved|proposed)\b.{3,300}?(?:[;,.:–—(-]\s?|\band (?:was |were )?)(?:\p{Ll}+ly )?(?:carried|passed|adopted|agreed|approved|resolved)\b(?! (?:over|forward|by))/iu,
  /^voted (?:unanimously )?(?:to|in favou?r of|against)\b|^voted,? [^:.;]{2,40}\b(?:for|against|in favou?r|to \w+)\b[^:.;]{0,40}:\s/i,
  // "We stay with the old one; nobody was against.", "All were in favour of the second.", "The vote was 5 to 2 for it."
  /(?:[;(]\s?|[,(]\s?with )(?:nobody|no ?one|none)(?: (?:was|were|being|voting|voted))? (?:against|opposed)\b|^(?:all|everyone|everybody)(?: present)? (?:was|were) in favou?r of\b|^the vote was (?:\d{1,3}|\p{Ll}{3,9}) (?:votes )?to (?:\d{1,3}|\p{Ll}{3,9}) (?:in favou?r of|for|against)\b|\b(?:so|therefore|thus) (?:the|this|both|it) (?:[^.,;:]{0,40} )?(?:is|are|was|were) (?:accepted|adopted|approved|agreed|carried|rejected)\b|\btook the following decisions?\b/iu,
  // "Subscriptions were left as they are, by common consent.", "Consensus to meet in the Old House."
  /\bby (?:common|general|unanimous|tacit) consent(?=[.,;]|$)|^(?:broad |general |rough |full |clear )?consensus (?:to|that)\b/i,
  // "Ana Lind was confirmed as treasurer."
  /\b(?:was|were) (?:\p{Ll}+ly )?confirmed as (?:the |our |its |his |her )?(?:\p{Ll}[\p{Ll}-]* )?(?:co-?chairs?|chair(?:s|man|woman|person)?|vice-?chairs?|presidents?|vice-?presidents?|treasurers?|secretar(?:y|ies)|clerk|auditors?|editors?|co-?ordinators?|coordinators?|conven[eo]rs?|delegates?|representatives?|members?|trustees?|directors?|hosts?|organi[sz]ers?|officers?|librarian|webmaster|scribe|captain|rapporteurs?|moderators?|facilitators?)\b/iu,
  // "Senate referred it back to the faculty.", "The Council also directed that a part be set aside.",
  // "The Board awarded the finals to Port Amelie by four votes to three."
  new RegExp(
    `^${BODY}\\s(?:\\p{Ll}+ly |further |then |also )?(?:(?:referred|sent|remitted|returned)\\s[^.;:]{3,80}\\sback to\\b|directed that\\b|\\p{Ll}{3,20}(?:ed|ose|ent|ave|eft)\\s[^.;:]{2,160}\\bby (?:\\d{1,3}|\\p{Ll}{3,9}) votes? (?:to|against)\\b)`,
    "iu",
  ),
  // "All eleven were admitted to membership."
  /\b(?:was|were) (?:then |all )?(?:\p{Ll}+ly )?admitted (?:to membership|as (?:an? )?(?:\p{Ll}+ )?members?\b|to the (?:association|federation|network|union|society|board|group|club|guild)\b)/iu,
  // "The Board set the levy at 14."
  new RegExp(
    `^${BODY}\\s(?:then |also |unanimously )?(?:set|fixed|raised|lowered|reduced|extended) (?:the|its|an?|next year['’]s) (?:\\p{Ll}+ ){0,3}?(?:rates?|fees?|dues|price|levy|budget|subscriptions?|quorum|limit|deadline|target|date|contributions?|subscription|tariffs?)\\b`,
    "iu",
  ),
  /^they (?:also |then |further |unanimously )?(?:decided|resolved) (?:unanimously )?(?:to|that|on)\b/i,
  /^we (?:therefore |all |also |now )?(?:agree(?:d)? (?:to|that|on)\b|approve\b|accept(?! that)\b|appoint\b|adopt\b|resolve\b|decide\b|ratify\b|nominate\b|confirm\b|endorse\b)/iu,
]
const FOREIGN =
  /\bes wurde (?:\p{L}+ ){0,3}?(?:beschlossen|vereinbart|entschieden)|\b(?:beschließt|beschloss|beschlossen|einigte sich|vereinbarte?n?)\b|(?<!\p{L})se (?:acordó|acuerda|decidió|decide|aprobó|aprueba|resolvió)(?!\p{L})|\b(?:angenommen|genehmigt|aprobad[oa]s?|approvat[oa])\b/iu
const DENIED =
  /^(?:both|all|these|the (?:two|three|four|five)) (?:the )?(?:resolutions|motions|amendments|proposals) (?:was|were) (?:then )?(?:\p{Ll}+ly )?(?:carried|passed|put)\b|\b(?:not|never|no|nobody|without)\s+(?:yet\s+)?(?:been\s+)?(?:formally\s+|finally\s+)?(?:agreed|decided|resolved|adopted|approved|endorsed|accepted|elected|appointed|carried|reached|taken|consensus|agreement|decision)\b|\bif (?:it|this|the \p{Ll}+) (?:was|is|were)\b|\bno (?:clear |final |formal )?(?:consensus|decision|agreement)\b|\b(?:did|could|can|does|do) not (?:yet )?(?:agree|decide|approve|adopt|reach|endorse)\b|\bfailed to (?:reach|agree)\b|\bn['’]a pas été\b|\baucune décision\b/iu
/** What was decided elsewhere or before is only recalled. */
const RECALLED =
  /\b(?:recalled|reminded|remembered|noted|explained|mentioned|reported|stressed|said|asked|wondered)\b[^.]{0,80}\b(?:that|whether|if|how|what)\b|\bhad (?:already |previously |been )|\b(?:last (?:year|month|week|time)|years? ago|earlier this year|in (?:19|20)\d\d)\b|\bwhether\b/iu

/** Characters of a sentence that are looked at. */
const LONGEST = 1500
/** What every sentence that decides has in it, to pass over all others at once. */
const MAY_DECIDE =
  /thus|against|directed|permission|rescind|revok|reaffirm|\b(?:fixed|raised|lowered|reduced|extended) (?:the|its)\b|unanimous|\bso (?:the|this|both|it)\b|\bback to\b|\bset (?:the|its|an?|next)\b|hereby|accordingly|one mind|at one|follow|without|dispens|refrain|waive|alloc|commission|aside|choos|opts|gives|gave|moves|agree|decid|decis|resolv|order|adopt|approv|endors|ratif|accept|confirm|elect|appoint|conclud|determin|consensus|vote|carr|pass|settl|reject|refus|turned|allow|sustain|advis|dismiss|upheld|uphold|favou?r|admit|grant|declin|unanim|taken as|compulsory|convenu|convien|décid|résol|arrêt|entérin|adoptée|attribu|recond|élu|recomm[ae]nd|beschl|beschloss|vereinbar|einigte|entschieden|object|comment|content|happy|willing|minded|consent|assent|sanction|author|mandat|signed off|concur|opted|sense of|support|nomina|establish|chose|picked|designat|named|stand|ruled|dissent|opposition|retien|avis|donne|valid|rejet|acord|acuerd|aprob|aprueb|resolvi|genehmigt|angenommen/i

/** "CARRIED." says of the sentence before it that it was decided. */
export function isVerdict(sentence: string): boolean {
  if (/^MOTION (?:CARRIED|PASSED|APPROVED|ADOPTED)[^.]{0,40}\.?$/.test(sentence.slice(0, 80)))
    return true
  return /^(?:so )?(?:carried|approved|adopted|passed|agreed|decided|resolved|ordered|accepted|all (?:were )?in favou?r|unanimous(?:ly)?(?: agreed)?|vote: unanimous)(?: at \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?| unanimously| by (?:consensus|acclamation|all)| as (?:presented|proposed|amended)| without (?:dissent|objection|a vote)|,? \(?(?:nobody|no ?one|none|\d+ (?:votes? )?to \d+|\d+ (?:votes? )?(?:in favou?r|for|yes|against|opposed)|all in favou?r)[^.]{0,80})?[\W\d]*$/i.test(
    sentence.slice(0, LONGEST),
  )
}

/** Whether a sentence tells a decision of this meeting: no proposal, question, denial or memory. */
export function decides(whole: string): boolean {
  // "The MPG agreed", "ISB/TC 418 decides": a body by the letters of its name.
  const sentence = whole
    .slice(0, LONGEST)
    .replace(
      /(?:^|\b[Tt]he )(?!RESOLVED|AGREED|DECIDED|CARRIED)(?:(?<=[Tt]he )[A-Z]{2}|[A-Z]{3,8})(?:[/ -][A-Z\d]{1,6}){0,3}(?=\s\p{Ll})/u,
      "The group",
    )
  const plain = sentence
    .replace(/^[^\p{L}\p{N}("“]{1,8}/u, "")
    .replace(/\b([Nn]o)\.\s?(?=\d)/g, "$1 ")
    .replace(VOTED, " ")
  return decidesPlainly(plain)
}

/** How the votes fell, in the middle of a sentence: ", with 4 yes to 1 no and 1 abstention,". */
const VOTED =
  /(?:,\s\(?\d{1,4}\s?(?:to|[-–]|votes? to|for and)\s?\d{1,4}(?: with [^,.;]{3,40})?\)?,\s|,\s(?:with|by) [^,.;]{0,60}\b(?:votes?|yes|no|for|against|abst\p{L}{1,8}|oppos\p{L}{2,6}|dissent\p{L}{0,7}|majority)\b[^,.;]{0,40},\s)(?=(?:to|that|not|on)\b)/iu

function decidesPlainly(sentence: string): boolean {
  if (!MAY_DECIDE.test(sentence)) return false
  if (/\?["”)]?$/.test(sentence.slice(-3)) || DENIED.test(sentence)) return false
  if (FOREIGN.test(sentence)) return true
  const pattern = DECIDES.find((each) => each.test(sentence))
  if (!pattern) return false
  const at = pattern.exec(sentence)?.index ?? 0
  // What was recalled in front of a semicolon is another matter.
  return !RECALLED.test(sentence.slice(sentence.lastIndexOf("; ", at) + 1, at + 12))
}
