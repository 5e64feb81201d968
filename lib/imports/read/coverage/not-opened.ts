import { remembered } from "@/lib/platform/remembered"
import { ONCE } from "../text/once"
import { anyOf, words } from "../text/stems"
import { tellsOfMatter, wasDebated } from "./told"

/*
 * That an item was not opened is said by what became of it (put off, left out, not taken), by when it comes
 * instead, and by what was lacking (time, a speaker). Who or what was put off decides: "this item" and what
 * has no name at all is the item; of anything else it must be said until when. Read in small letters.
 */

const NOUN = `${ONCE}(?:items?|points?|topics?|matters?|questions?|subjects?|discussions?|consideration|presentations?|updates?|talks?)${ONCE}`
const ITEM = `${ONCE}(?:(?:this|that|it|these|those|they|both|all)(?: (?:one|two|three|remaining|agenda|last))?(?: ${NOUN})?|(?:(?:the|this|that|our|today['’]s) )?(?:remaining |agenda |last |whole |same )?${NOUN}(?: of the agenda| \\d{1,2}(?:\\.\\d)?| (?:[a-h]|[ivx]{1,4})(?= (?:was|is|were|has)\\b))?|(?:(?:the|any|further) )?(?:discussions?|consideration) (?:of|on|about) [^.;,]{2,60}?|top \\d{1,2})${ONCE}`
const BE = `(?:(?:is|was|were|are|has|have|had|been|being|be|to|will|would|should|could|must|shall|stands?|stays?|therefore|accordingly|then|thus|\\p{Ll}{3,14}ly) ){0,4}${ONCE}`
const MONTHS =
  "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter"
/** When it comes instead. */
const LATER = `${ONCE}(?:(?:the |our |an? |its |his |her )?(?:next|following|later|coming|future|subsequent|upcoming|special|another(?= (?:time|day|date|week|month|year|occasion|evening|meeting|call|session|sitting|agenda|round|term)\\b|$)|(?:mailing )?list\\b|e-?mail|${MONTHS}|\\p{L}+(?:-\\p{L}+)?(?:th|first|second|third) (?:meeting|session|call|sitting)|(?:meeting|sitting|session|call) (?:(?:in|of|on) |no\\.? )?(?:\\d|${MONTHS})|\\d|\\p{L}{2,6}-?\\d|gm|ga|agm|plenary|assembly))${ONCE}`
const WHEN = `${ONCE}(?:(?:to|until|till|for|onto|in|at|on|by|during) ${LATER}|(?:until|till|when|once|as soon as|pending|next|later|another|again)\\b)${ONCE}`
const NEXT =
  "(?:(?:at|in|for|on|to|until|till) )?(?:(?:the |our )?next (?:time|week|month|call|meeting|session|agenda)|another (?:time|day))"
/** Put off, and nothing else. */
const OFF = `${ONCE}(?:postponed|deferred|tabled|skipped|shelved|parked|bumped|punted|omitted|withdrawn|lapsed|adjourned(?!$| (?:at \\d|by\\b|\\d))|on hold|dispensed with|stepped down|stood down|laid on the table|in abeyance|(?:kept|left|still|remains?|stays?|held) pending|(?:passed|held|carried|laid|stood|stands?|rolled|roll|carry) (?:over|forward)|put (?:off|over|back)|left (?:over|out)|held back|carried forward|(?:kept|held|placed) in abeyance|(?:taken off|dropped from|removed from|struck from|struck off|pulled from|taken from|withdrawn from) (?:the|this|today['’]s) (?:agenda|list|programme|meeting|call|session|order of (?:business|the day)))${ONCE}`
/** Of the item itself this says the same. */
const GONE = "(?:dropped|pulled|removed|struck|delayed|pushed back|moved back|left|kept|held)"
/** What is only put off where it is said until when. */
const MOVED =
  "(?:postponed|deferred|tabled|parked|adjourned|moved|pushed|shifted|rescheduled|relisted|continued|on hold|carried|left|stands? over|(?:carried|left|put|stood|laid|held|moved) (?:over|off|forward|back))"
const PUT =
  "(?:postpone|defer|table|bump|punt|shelve|delay|skip|park|drop|remove|withdraw|adjourn|omit|pull|pass over|carry over|hold over|put off)(?:d|ed|s|r?red|p?ped|ping|p?ing|r?ring|ting)?|withdrew|passed over|carried over|held over|put off|took off"
const PLACE =
  "(?:move|leave|push|keep|hold|save|take|put|carry|pick|lay)(?:d|ed|s|ing)?|laid|left|kept|held|took|saved|carried|taking|leaving|moving|putting|having"
const OPENED =
  "(?:reached|treated|discussed|addressed|covered|considered|taken(?! (?:as (?:read|given|an?)\\b|into|in|part|place|lightly|seriously))|dealt with)"
/** What may not be done to many another thing as well. */
const BEGUN =
  "(?:opened|heard|called|begun|started|touched|tackled|presented|done|held|got(?:ten)? (?:round )?to)"
/** "Whether the item could be postponed" is a question. */
const ASKS = "(?<!\\b(?:(?:whether|if|could|should|can|may|might)\\b.{0,40}|not (?:to )?))"
const AT = `(?:^|[,;:(] ?|[–—-] |\\b(?:and|so|that|but|thus|as|for) )${ONCE}`
const END = "(?=$|[,.;:!)(]| [–—-])"

const SURE: readonly RegExp[] = [
  // "Deferred to June", "The item was therefore withdrawn", "so this was put off".
  `${AT}(?:${ITEM}(?: \\([^()]{2,60}\\))? ${BE})${OFF}(?!\\p{L})`,
  `(?:^|: )${BE}${OFF}(?! (?:the|an?|his|her|their|its) (?!request|wish|next))`,
  `${AT}${ITEM} (?:${BE}${GONE}${END}|(?:was|were|is|has been|had been|be) ${GONE} (?:from|at the request|because|since|as)\\b)`,
  `${AT}${ITEM} ${BE}${GONE}(?: over| back)? (?:to|until|till|for) (?:${LATER}|when\\b|\\p{Ll}+ (?:is|are|can|has|could)\\b)`,
  `\\b${NOUN} (?:of \\p{L}{2,20} )?(?:was|is|has been) cancelled${END}`,
  `^(?:pulled|removed|struck|dropped|taken off|left)(?:$|[,;]| (?:from (?:the|this|today)|at the request|by the|until|for lack|for want)\\b)`,
  `^(?:hold|held|kept?|left|mov(?:e|ing)|push(?:ing)?|leav(?:e|ing)|carry)(?: over| forward)? (?:(?:until|till) \\p{L}|(?:to|for) ${LATER})|${AT}${MOVED} (?:to|until|till|for) ${LATER}`,
  // "Skipping.", "Punt to the next call", "Ben not here, skip".
  `^(?!adjourn)(?:${PUT})(?:${END}| (?:to|until|till|over|since|as|because|due|for (?:now|the|next|lack|want))\\b(?! (?:the|to) (?!(?:next|list|mailing|later|following|end)\\b)\\p{Ll}+ of\\b))`,
  `[,;–—-] ?(?:so |and )?(?:we )?(?:(?:${PUT})(?: this| it| that)?|next time)$`,
  // "The Chair removed the item from the agenda", "We leave this for next time".
  `${ASKS}\\b(?:${PUT}) ${ITEM}(?!\\p{L})(?! (?:adopted|approved))`,
  `${ASKS}\\b(?:${PLACE}) ${ITEM} (?:over |off |back |forward |up |on )?(?:${WHEN}|(?<=over |back )${END}|offline\\b|by e-?mail\\b|on the list\\b)`,
  // "Not taken", "The letter was not discussed", "This item was never called", "Unopened".
  `(?:^(?:could )?|${ITEM} ${BE})(?:not|never|n['’]t) (?:be |been |yet |even )?(?:${OPENED})(?!\\p{L})`,
  `^(?:not|never) (?:${BEGUN}${END}|(?:on )?(?:today|tonight|this time)\\b)`,
  `${ITEM} ${BE}(?:not|never) (?:be |been |yet |even )?(?:${BEGUN})(?!\\p{L})`,
  `(?:^|${ITEM} |\\bleft |\\bwith ${ITEM} )(?:unreached|unopened|undiscussed|untouched|untreated|unheard)\\b`,
  `(?:did not|didn['’]t|never|without|could not) (?:having )?(?:get|got|gotten|come|came|reach|reached|touched|getting|coming|reaching|mak(?:e|ing)|made)(?: it)?(?: this far| (?:round |around |down |as far )?(?:to|as) ${ITEM}| ${ITEM}(?: one)?)(?!\\p{L})`,
  `^(?:we|the \\p{L}+) (?:did not|didn['’]t|never|could not) (?:get|got) (?:round|around) to\\b`,
  `^(?:bring|take|come)(?: (?:this|it))? back (?:to|in|at) ${LATER}|\\b(?:do|discuss|cover) ${ITEM} (?:in|at|on) ${LATER}|\\bnot to (?:open|take|discuss|treat|consider) ${ITEM}\\b`,
  `\\b(?:do|did|will|could|shall)(?: not|n['’]t) (?:take|open|discuss|reach|treat|start|consider) ${ITEM}\\b|\\bnothing was said (?:of|on|about) ${ITEM}`,
  `\\b(?:unable|not (?:been )?able) to (?:take|open|discuss|reach|treat|start|consider|cover|address|come to|get to|deal with) ${ITEM}(?!\\p{L})`,
  // "The scheme had to wait for the next meeting": of anything.
  `\\b(?:had|has|have|must|should|will) (?:have )?(?:to )?wait (?:for|until|till) (?:the |our )?(?:next|following|coming) (?:meeting|call|session|sitting|time)\\b`,
  `\\bwithdrew (?:the|this|his|her|their|its) (?:proposal|paper|motion|request|application|item|point)(?: before|$|[,;])`,
  `\\bno (?:discussion|debate)(?: was held| took place| today)|^no discussion$`,
  `\\b(?:this|the) (?:item|point|matter) ${BE}adjourned${END}`,
  `\\bnot possible to (?:come to|get to|take|treat|discuss|reach|cover|consider|deal with)\\b|\\b(?:would|could|can|will) not be (?:held|opened|begun)\\b`,
  // "It waits until May", "This one moves to the next call".
  `${AT}${ITEM} (?:${BE}|has to |can )(?:waits?|stands? over|lies over|rests?|rolls?|goes|went|moves?|moved|stands(?= for)|slips?|slides?|falls?|fell|returns?)(?: over| back| on| off| pending)? (?:${WHEN}|(?:back )?to the (?:top|end|head|back) of|in(?:to)? the queue|off the)`,
  `\\b(?:fell|falls) off the (?:end|agenda|list|day)\\b|${AT}\\S{1,20}(?: \\S{1,20}){0,2} to be (?:taken|discussed|heard|opened) (?:when|once|as soon as)\\b`,
  `${AT}${ITEM} (?:lay|stood|lies|stands) over\\b|^(?:has to|must|will) wait (?:until|till|for) |^over (?:to|until|till) ${LATER}|\\bbefore (?:this|the) ${NOUN}(?: could| was|$)`,
  // "To be taken at the next meeting", "The item would be taken up at a later meeting", "We come to it in May".
  `${AT}(?:${ITEM} )?(?:will |would |should |is to |are to |to )be (?:discussed|taken(?: up)?|considered|addressed|dealt with|revisited|presented|given|scheduled|on the agenda)(?: again)? (?:${WHEN}|of \\d)`,
  `^(?:taken|discussed|considered|heard|treated)(?: up)? (?:at|in) (?:the |our |an? )?(?:next|following|later|coming|future)\\b`,
  // "I suggest next time", "Let's do this next week", "Next time".
  `^(?:[^.;]{2,60}[,;] )?(?:so )?(?:(?:i|we|let['’]s|let us)(?:['’]ll|['’]d| will| would| can| should| shall)? (?:suggest|propose|say|do|pick|take|discuss|cover|revisit|get to|come (?:back )?to|return to)(?: (?:we|to) \\p{L}+)?(?: ${ITEM})?(?: up| on| again)? )?(?:to be |will be |tbd |tbc )?(?:\\p{L}+ed |taken(?: up)? |back )?${NEXT}$`,
].map((each) => new RegExp(each, "u"))

/** "The lease was moved to May", "The motion was tabled": of anything, where no more is told of it. */
const OF_ANYTHING: readonly RegExp[] = [
  `(?:\\bnot|\\bnever|n['’]t) (?:be |been |yet |even )?(?:${OPENED})(?!\\p{L})(?! (?:yet|by (?:the|an?))\\b)`,
  `\\b${MOVED} (?:to|until|till|for) ${LATER}`,
  `\\bwill be (?:heard|taken(?: up)?|dealt with) ${WHEN}`,
  `^[^.;,]{1,60} (?:was|were) (?:tabled|deferred|postponed|skipped|held over|passed over|put off)(?:${END}| (?:because|as|since|for|at|due|owing|in)\\b)`,
].map((each) => new RegExp(each, "u"))

const TIME: readonly RegExp[] = [
  /\bout of (?:time|evening|hours)\b/u,
  /\b(?:lack|shortage|want|constraints?|absence) of time\b|\btime constraints?\b|\b(?:due|owing) to (?:the )?(?:limited )?time\b/u,
  /^(?:no|not enough|insufficient) (?:more )?time(?:$|[,;.]| (?:for|to|left|any ?more|at all|remaining|today|this|remained|was)\b)|\b(?:no|not enough|insufficient) time (?:was |were )?(?:left|remained|for (?:this|that|it|the|an|discussion)\b|to\b)|\bthere (?:was|being|is) (?:no|not enough|insufficient) time$|\bnot have (?:the )?time\b/u,
  /\btime (?:had |has |was |is )?(?:expired|ran out|run out|elapsed|up|short|getting on|used up|did not (?:permit|allow)|didn['’]t (?:permit|allow)|does not (?:permit|allow))\b|\bfinished the time\b/u,
  /\b(?:late hour|lateness of the hour|because of the hour|the hour being|(?<!(?:five|ten|quarter|twenty|minutes?|\d) )(?:at|past|over) the hour)\b|\b(?:overran|ran over|(?:are|were|was|is|running) over time)\b/u,
]
const ELSEWHERE: readonly RegExp[] = [
  // French
  /^(?:(?:ce |le |la )?(?:point|sujet|question) )?(?:est |a été |sera )?(?:reportée?s?|ajournée?s?|renvoyée?s?|remise?(?= (?:à|au)))(?!\p{L})/u,
  /\b(?:ce point|ce sujet|cette question|le point|la question) (?:est|a été|sera) (?:reporté|ajourné|renvoyé|traité)e? (?:à|au|lors)|\bnon traitée?\b|\bpas (?:été )?(?:traitée?|abordée?|évoquée?|ouverte?)(?!\p{L})|\b(?:faute|manque) de temps\b|\b(?:reporté|renvoyé)(?:e|s|es)? à (?:la|une) (?:prochaine|séance)/u,
  // Spanish, Portuguese, Italian
  /(?<!\p{L})(?:se (?:posterga|postergó|pospone|pospuso|aplaza|aplazó|difiere|traslada)|no se (?:alcanzó|llegó|pudo|trató|abordó)|queda (?:pendiente|aplazad[oa]|para (?:la|otra) (?:próxima|siguiente|reunión|sesión))|se retira del orden del día|por falta de tiempo)(?!\p{L})/u,
  /(?:^|\b(?:foi|foram|fue|queda|quedó|punto|ponto|item|punto è stato|viene) )(?:adiad|aplazad|pospuest|rinviat|postergad|diferid|retirad)[oa]s?(?!\p{L})|\b(?:aplazad|pospuest|adiad|rinviat)[oa] (?:para|hasta|a|al|alla|até)(?!\p{L})|\bse dejó (?:para|hasta)|(?<!\p{L})(?:não (?:foi|houve tempo)|non (?:è stato )?(?:trattato|discusso)|falta de tempo|mancanza di tempo)(?!\p{L})/u,
  // German, Dutch
  /\b(?:wird|wurde|werden|wurden) [^.;]{0,60}\b(?:vertagt|verschoben|zurückgestellt)\b|^(?:vertagt|verschoben|zurückgestellt|entfällt|abgesetzt|uitgesteld|aangehouden)\b|\bvon der tagesordnung (?:abgesetzt|genommen)\b|\b(?:uitgesteld|doorgeschoven|verschoven) naar\b|\b(?:vertagt|verschoben) auf\b|\bnicht (?:behandelt|besprochen|aufgerufen)\b|\baus zeitgründen\b|\bniet behandeld\b/u,
]
/** What is put off may be a step of an item that was talked about. */
const STEP =
  /\b(?:decision|vote|election|approval|adoption|choice|further discussion|final \p{L}+|deadline|publication|launch|start|opening|closure|inspection|installation|visit|report|votación|decisión|elección|abstimmung|entscheidung|décision|decisão)s? (?:on \p{L}+ |of [^.]{3,40} |between [^.]{3,40} |for \p{L}{1,20} |se )?(?:was|were|is|be|has been|(?<=se )\p{L}+|wurde|est|a été|foi)(?!\p{L})/u
const NAMED = /\b(?:the|this) (?:item|point|topic|matter)\b/u
/** "Only two clauses were gone through for want of time". */
const SOME = /\b(?:only|the first (?:two|three|four|half)|part of|most of|half|started)\b/u
/** "Yusuf said that there was no time in the schedule": of another time than that of the meeting. */
const OF_ANOTHER = /\b(?:said|says|reported|complained|explained|feared)\b/u

const mayPutOff = anyOf(
  words(
    "not |n't|didn|couldn|never|skip|over|off|postpone|defer|tabl|adjourn|pull|drop|remov|tak|withdr|omit|laps|cancel|bump|punt|push|shelv|delay|park|left|leave|hold|held|mov|carr|roll|laid|struck|next|another|unreached|unopened|undiscussed|untouched|untreated|unheard|without|no discussion|no debate|wait|stands|stood|stay|remain|goes|falls|fell|rest|slip|slid|return|be discussed|be considered|be addressed|be dealt|be revisited|be presented|be given|be on the|pending|abeyance|dispens|stepped|on hold|shift|reschedul|relist|continu|kept|keep|save|reserv|put |time|hour|evening|temps|report|ajourn|renvoy|remis|trait|abord|posterg|pospon|pospus|aplaz|difier|traslad|no se |queda|adiad|rinviat|retirad|não |non |vertagt|verschoben|zurück|nicht|zeitgr|entfällt|abgesetzt|tagesordnung|uitgesteld|doorgeschoven|verschoven|aangehouden|niet |retira |before |schedul|offline|be heard|bring|tbd|tbc|went|come back|discuss",
  ),
)

/** Whether a sentence says that its item was put off, and not a step of it. */
export const isPutOff = (sentence: string) => mayPutOff(sentence) && putsOff(sentence)

/** The same sentence is asked of for the item that it stands in and for those it may name. */
const putsOff = remembered(putsOffAtLength)

function putsOffAtLength(sentence: string): boolean {
  // "Reporté / Postponed.": the same in two tongues.
  const [, one, other] = /^([^/.]{3,30})\s\/\s([^/.]{3,30})\.?$/.exec(sentence) ?? []
  if (one && other) return isPutOff(one) || isPutOff(other)
  const said = bare(sentence)
  return (
    [...SURE, ...ELSEWHERE].some((pattern) => {
      const match = pattern.exec(said)
      if (match === null || wasDebated(said.slice(0, match.index))) return false
      if (NAMED.test(match[0])) return true
      return !STEP.test(said.slice(0, match.index + match[0].length))
    }) ||
    OF_ANYTHING.some((pattern) => {
      const front = said.slice(0, pattern.exec(said)?.index ?? 0)
      return (
        pattern.test(said) &&
        !/\bnot (?:be |been )?$/.test(front) &&
        !STEP.test(said) &&
        !tellsOfMatter(front)
      )
    }) ||
    lacksTime(said)
  )
}

function lacksTime(said: string): boolean {
  return TIME.some((each) => each.test(said)) && !SOME.test(said) && !OF_ANOTHER.test(said)
}

/** Without the signs around it, of which there are few, in small letters. */
const bare = (sentence: string) =>
  sentence.replace(/^[^\p{L}\p{N}]{1,20}|[\s\])*_.!…|]{1,20}$/gu, "").toLowerCase()
