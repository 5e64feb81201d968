import type { Coverage } from "@/lib/check/model"
import { countWords } from "@/lib/check/words"
import { TURN } from "../speech/turns"
import { remembered } from "../text/remembered"
import { findSentences, numberInFront } from "../text/sentences"
import { anyOf, words } from "../text/stems"
import { answersNothing, putsOffInShort } from "./in-short"
import { saysNothing } from "./nothing-new"
import { saidOnItem } from "./said-on-item"
import { putsOffShortly, saysUnrecorded } from "./short-answers"
import { isOfDebate } from "./told"

const LATER =
  "(?:(?:to|until|till|for)\\s+(?:the |our |a |its )?(?:next|(?:mailing )?list|email|following|later|coming|future|another|\\p{L}+(?:-\\p{L}+)?(?:th|first|second|third) (?:meeting|session|call|sitting)|\\p{Lu}{2,6}-?\\d|autumn|spring|summer|winter|subsequent|january|february|march|april|may|june|july|august|september|october|november|december|\\d|special|upcoming)|à la prochaine|hasta la próxima|para la próxima|para a próxima|auf die nächste)"
const MOVED =
  "(?:postponed|deferred|parked|on hold|held back|moved|put off|left over|stood over|laid over|aplazad[oa]|pospuest[oa]|adiad[oa]|vertagt|verschoben|carried over|carried forward|carried|left|held over|tabled|adjourned|pushed|shifted|rescheduled|continued|reporté(?:e|s|es)?|renvoyé(?:e|s|es)?)"
const NOT_REACHED: readonly RegExp[] = [
  /\b(?:(?:was|were|could|has been|have been) not (?:be )?(?:reached|treated|discussed|addressed|covered|taken up|considered|taken|dealt with)|^(?:we|i|we['’]ll) (?:will )?skip(?:ped)? (?:this|it|that)\b|not (?:reached|treated|dealt with|discussed|considered|covered|addressed|opened|taken up|taken)\b|\bstands? over (?:to|until|till)\b|\b(?:did not|didn['’]t|never) (?:get|got|come|came) (?:round |around )?to (?:this|that|it|the item)\b)/i,
  /\b(?:(?:ran|running|run|were|was) )?out of (?:time|evening|hours)\b|\b(?:leave|left|keep|kept|save|saved|hold|held) (?:this|it|that|these|them) (?:over |back )?(?:for|to|until) (?:the )?(?:next|another|a later)\b|\b(?:lack|shortage|want|constraints?|absence) of time\b|\btime constraints?\b|\btime (?:did|does) not (?:allow|permit)\b|\b(?:due|owing) to (?:the )?(?:limited |lack of )?time\b|\bno time (?:was )?(?:left|remained|for)\b|\bthere was (?:no|not enough) time\b|\b(?:not enough|insufficient) time\b|\bnot have (?:the )?time\b|\blate hour\b|\bfaute de temps\b|\bmanque de temps\b/i,
  /\b(?:was|is) not possible to (?:take|treat|discuss|reach|cover|consider|deal with)\b|\bse (?:pospuso|aplazó|pospone|aplaza|dejó)\s+(?:para|hasta)\b|\bfoi adiad[oa]\b/iu,
  /^(?:(?:ce |le |la )?(?:point|sujet|question) )?(?:reportée?|ajournée?|renvoyée?|remise?(?= (?:à|au)))(?!\p{L})/iu,
  /\b(?:would|could|can|will) not be (?:held|opened|taken up|begun)\b|\bwithout (?:having )?(?:come|got(?:ten)?|reached|touched|coming|getting|reaching)\b/i,
  /\b(?:this|it|the (?:item|point|topic|matter|question)) (?:stands|stood|lies|lay) over\b/i,
  /^(?:held )?over (?:to|until|till) (?:the |our )?(?:next|following|coming)\b/i,
  /^(?:left|kept|saved|held|reserved) (?:over )?for (?:the |our |an? |another )?(?:(?:next|later|following|coming|\p{Lu}\p{L}+) )?(?:meeting|session|call|sitting|time)\b/iu,
  /^(?:left out|not (?:presented|done|heard|held|started|begun|taken up|got(?:ten)? (?:round )?to))(?=[,.;]|$)/i,
  // "Dolores has the papers, so this one waits until May."
  /\b(?:this|that|it|the (?:item|point|topic|matter|question))(?: one)? (?:waits|will wait|must wait|can wait) (?:until|till|for|to)\b/i,
  // "In the absence of Kwesi Boateng this item was postponed."
  /^(?:in|due to|because of|owing to|on account of|for|at|with|without)\b[^.;]{3,100}? (?:this|the) (?:item|point|topic|matter|subject|question) (?:was|is|has been|had to be) (?:\p{Ll}+ly )?(?:postponed|deferred|put off|withdrawn|held over|adjourned|skipped|dropped|left out)\b/iu,
  /^no time\W*$|\bno discussion (?:was held|took place)\b|[;,–—-]\s*(?:deferred|postponed|tabled|skipped)\W*$/i,
  new RegExp(`\\b${MOVED}\\s+${LATER}`, "iu"),
  /\b(?:ce point|ce sujet|cette question|le point|la question) (?:est|a été|sera) (?:reporté|ajourné|renvoyé|traité)e? (?:à|au|lors)|\bnon traitée?\b|\bpas (?:été )?(?:traitée?|abordée?)\b|\bfaute de temps\b/iu,
  /\bse (?:posterga|postergó|pospone|aplaza|difiere|traslada)(?!\p{L})|\bno se (?:alcanzó|llegó|pudo|trató|abordó)(?!\p{L})|\bqueda (?:pendiente|aplazad[oa]|para la próxima)(?!\p{L})/iu,
  /\b(?:wird|wurde|werden|wurden) [^.;]{0,60}\b(?:vertagt|verschoben|zurückgestellt)\b|\bnicht behandelt\b|\baus zeitgründen\b/iu,
  /\b(?:we|let['’]s|let us|i) (?:will |shall |have to |must |had to )?(?:move|leave|postpone|defer|push|park|skip|carry over|hold over) (?:this|that|it|the (?:item|point|topic|matter))\b|\bhas to wait (?:until|till|for)\b/iu,
  /\b(?:the|this) (?:item|point|matter|topic|question|subject) (?:would|will|should|is to) be (?:discussed|taken up|considered|addressed|dealt with|revisited) (?:at|in|during|on) (?:the |our |a |its )?(?:next|following|later|future|subsequent)\b/iu,
  /^[^.;,]{3,60}\bwas tabled\W*$/iu,
  /^(?:this|the) (?:item|point|topic|matter) stands (?:deferred|adjourned|postponed)\b/i,
  /^(?:the )?(?:discussion|consideration) (?:of|on|about) [^.;,]{2,60} (?:was|were|is|has been) (?:postponed|deferred|put off|adjourned|held over)\b/i,
  /^(?:(?:(?:this|the) (?:item|point|topic|agenda item|matter|discussion|presentation|update)|this|it) (?:was|is|has been|will be) )?(?:postponed|deferred|tabled|skipped|put off|left over|stood over|held over|carried (?:over|forward)|held back|on hold|parked|withdrawn|stepped down|stood down|(?:kept|left|still|remains?) pending|(?:kept|held|placed) in abeyance|adjourned(?! (?:at \d|by\b))|(?:taken off|dropped from|removed from|struck from|struck off) the (?:agenda|list|programme|order of (?:business|the day))|put off until|reportée?)\b/i,
  /^(?:this|the) (?:item|point|topic|matter|discussion|presentation|update) will be (?:discussed|taken up|considered|addressed|presented|given) (?:at|in|during|on) (?:the |our |a )?(?:next|following|later|future)\b/i,
  /,\s(?:so |and )?(?:the|this) (?:item|point|topic|subject|matter) (?:was|is|has been|had to be) (?:\p{Ll}+ly )?(?:postponed|deferred|put off|withdrawn|held over|adjourned|skipped|dropped)\b/iu,
  /^(?:to be (?:discussed|taken(?: up)?|considered|addressed|dealt with)|will be (?:discussed|dealt with|taken(?: up)?|considered)) (?:at|in|during|on) (?:the |our |a )?(?:next|following|later|future)\b/i,
]
/** What is put off may be a step of an item that was talked about. */
const STEP =
  /\b(?:decision|vote|election|approval|adoption|further discussion|final \p{L}+|deadline|publication|launch|start|report)s? (?:on \p{L}+ |of [^.]{3,40} )?(?:was|were|is|has been)\b/iu
/** Somebody spoke on the item before it was put off, so it was discussed. */
const TALK =
  /\b(?:present|report|discuss|ask|explain|note|suggest|propose|summari[sz]e|want|introduce|raise|comment)(?:s|ed|d)?\b|\b(?:said|says|gave|gives|read)\b/i
/** "There was no time for discussion and the point was postponed." */
const NO_TIME =
  /^(?:there was no time|for lack of time|as time had run out|time had run out|we ran out of time)\b/i
/** A statement of absence is short; longer text says something. */
const SHORT = 45

const SETTLED = /^(?:decided|agreed|resolved|decision|resolution|agreement|approved|adopted)\s?:\s/i
/** What a section's text says of its item, null when there is no text. */
export function coverageOf(text: string): Coverage | null {
  // Lines drawn between the sections say nothing.
  const whole = withoutTurn(
    saidOnItem(text)
      .replace(/^[-–—=_*~\s]{3,200}$/gm, "")
      .trim(),
  )
  const trimmed = whole.slice(numberInFront(whole))
  if (/^\(?no notes(?: were)?(?: taken)?[.)]{0,2}$/i.test(trimmed)) return null
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return /^[-–—]+$/.test(trimmed) ? "no-update" : null
  if (trimmed.length > 600 || countWords(trimmed) > SHORT) return "discussed"
  const sentences = findSentences(trimmed).map(({ from, to }) => trimmed.slice(from, to))
  const [first = trimmed] = sentences
  const later =
    (!TALK.test(first) && sentences.slice(1, 3).some((each) => isPutOff(each) && isOnItem(each))) ||
    (sentences.length === 2 &&
      ((NO_TIME.test(sentences[1] ?? "") && !/\bremaining\b/i.test(sentences[1] ?? "")) ||
        isMissing(first, sentences[1] ?? "")))
  // "No comments came. Decided: …": something was settled all the same.
  if (sentences.slice(1).some((each) => SETTLED.test(each))) return "discussed"
  if (isPutOff(first) || putsOffShortly(first) || later) return "not-reached"
  if (isOfDebate(first)) return "discussed"
  if (sentences.length < 2 && saysUnrecorded(first)) return "not-recorded"
  if (saysNothing(first, sentences.length < 2) || answersNothing(sentences)) return "no-update"
  return putsOffInShort(trimmed, sentences) ? "not-reached" : "discussed"
}

const MISSING =
  /\b(?:no|none|nobody|nothing|not|absent|absence|away|ill|sick|unable|missing|postpone\p{L}{0,4}|withdr\p{L}{2,5})\b|n['’]t\b/iu
/** "The Chair noted that no agency had sent any message. The item was deferred …" */
function isMissing(first: string, second: string): boolean {
  return (
    MISSING.test(first) &&
    /^(?:(?:the|this) (?:item|point|topic|matter|protocol|paper|proposal|report|application|motion|question|document|draft|subject)|postponed|deferred|tabled|carried over|held over|put off|skipped)\b/i.test(
      second,
    ) &&
    isPutOff(second)
  )
}

/** What every sentence that puts an item off has in it, to pass over most others at once. */
const mayPutOff = anyOf(
  words(
    "not |skip|over |get|didn|never|out of|leave|leve|left|keep|kept|save|hold|held|time|late hour|temps|pospon|pospu|posterg|aplaz|dejó|adiad|difier|traslad|no se |queda|reporté|ajourn|renvoy|remise|reserved|wait|postpone|defer|put off|withdrawn|adjourn|drop|no discussion|tabled|mov|park|laid|vertagt|verschoben|zurück|nicht behandelt|zeitgr|carr|push|shift|reschedul|continued|trait|abord|be discussed|be taken|be considered|be addressed|be dealt|be revisited|be presented|be given|stepped|stood|pending|abeyance|taken off|removed|struck",
  ),
)

/** Whether a sentence says that its item was put off, and not a step of it. */
export function isPutOff(sentence: string): boolean {
  return mayPutOff(sentence) && putsOff(sentence)
}

/** The same sentence is asked of for the item that it stands in and for those it may name. */
const putsOff = remembered(putsOffAtLength)

function putsOffAtLength(sentence: string): boolean {
  // "Reporté / Postponed.": the same in two tongues.
  const [, first, second] = /^([^/.]{3,30})\s\/\s([^/.]{3,30})\.?$/.exec(sentence) ?? []
  if (first && second) return isPutOff(first) || isPutOff(second)
  return NOT_REACHED.some((pattern) => {
    const match = pattern.exec(sentence)
    if (match && /^(?:the|this) (?:item|point|topic|matter)\b/i.test(match[0])) return true
    return match !== null && !STEP.test(sentence.slice(0, match.index + match[0].length))
  })
}

/** "The item was deferred", "It will be discussed at the next call", "Deferred to the next call". */
function isOnItem(sentence: string): boolean {
  return /^(?:(?:as|since|because) [^.;]{3,120}?, (?=(?:this|the|these|both|all|it|they)\b))?(?:(?:this|the|these|both|all|remaining) (?:remaining )?(?:agenda )?(?:items?|points?|topics?|matters?|discussion|presentation|update)|it|they|this|postponed|deferred|moved|tabled|not|(?:let us|let['’]s|(?:we|i)(?: will| shall|['’]ll)?) (?:leave|skip|postpone|defer|park|move|push|drop) (?:this|it|that))\b/i.test(
    sentence,
  )
}

/** "CHAIR STANTON – There is no report today." */
const DASHED =
  /^\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]*){1,4}(?:\s\([^()]{1,60}\))?\s[–—]\s(?=\p{Lu})/u
/** The words of somebody who has the floor, without their name. */
function withoutTurn(text: string): string {
  const front = TURN.exec(text.slice(0, 140))?.[0] ?? DASHED.exec(text.slice(0, 140))?.[0] ?? ""
  // "Postponed: the code has not been issued."
  if (
    /^(?:(?:this |the )?(?:item|point|matter) )?(?:postponed|deferred|skipped|withdrawn|parked|tabled|put off|held over|not reached|reportée?|ajournée?|aplazad[oa]|pospuest[oa]|adiad[oa]|vertagt|verschoben|rinviat[oa])\s?:/i.test(
      front,
    )
  )
    return text
  // "Fees: none" is no turn, but the same holds for what stands behind it.
  return front.length < text.length ? text.slice(front.length) : text
}
