import { countWords } from "@/lib/check/words"
import { anyOf, words } from "../text/stems"
import { saysNothing } from "./nothing-new"

const NEXT =
  "(?:the |our |an? )?(?:next|later|coming|following|another|meeting|session|call|sitting|plenary|assembly|agenda|list|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|gm|ga|agm)"
/** What a short text says of an item that was not opened: it was passed over, goes elsewhere, or waits for somebody. */
const PUT_OFF = new RegExp(
  [
    "\\bskipp(?:ing|ed)\\b|\\bskip (?:this|it|that)\\b",
    "\\b(?:passed|put|held|carried|stands?|stood|left|laid) over\\b",
    "\\b(?:put|fell|taken|falls) off\\b",
    // "Whether it could be postponed" is a question.
    "(?<!\\b(?:could|should|might|may|can) be )\\b(?:postponed|postpones|deferred|defers|tabled until|adjourned (?:to|until|till))\\b",
    "\\b(?:pulled|dropped|removed|taken|withdrawn) from (?:the|this|today['’]s) (?:agenda|meeting|list|programme|call|session)\\b",
    "\\bwithdrew (?:the|this|his|her|their|its) (?:proposal|paper|item|point|motion|request|application|matter|question)\\b",
    "\\bnot (?:heard|opened|taken up|reached|treated|called|begun|today|tonight|this time)\\b",
    "\\b(?:nothing was said|never (?:opened|reached|called)|before (?:this|that|the) (?:item|point|topic) (?:could|was|had)?)\\b",
    "\\b(?:ran|run) out of time\\b|\\btime ran out\\b|\\b(?:no|want of|lack of|because of the) (?:time|hour)\\b",
    `\\b(?:(?:goes|went|moves|moved|returns|rolls|rolled|slides|slips|shifted) (?:back |over |on |forward )?(?:to|onto|until)|comes back (?:to|at|in|on)) ${NEXT}\\b`,
    "\\b(?:take|takes|pick|open|do|look at|come back to|return to) (?:it|this|that|these)(?: up)? (?:when|once|as soon as|after|next|later|another|again)\\b",
    "\\b(?:waits?|waited) (?:for|until|till)\\b",
    `\\b(?:left|kept|saved|reserved|held) (?:back )?(?:for|to|until|till) ${NEXT}\\b`,
  ].join("|"),
  "iu",
)
const mayPutOff = anyOf(
  words(
    "skip| over| off|postpone|defer|tabled|adjourned|pulled|dropped|removed|taken from|withdrawn|withdrew|not |nothing was said|never |before |out of time|time ran out|time|hour|goes|went|moves|moved|return|roll|slide|slip|shifted|comes back|take|pick|open|do |look at|come back|waits|waited|left|kept|saved|reserved|held",
  ),
)
const putsOff = (sentence: string) => mayPutOff(sentence) && PUT_OFF.test(sentence)
/** Somebody told of the matter, or it was settled: it was discussed, whatever is left. */
const TOLD =
  /\b(?:(?<!nothing was )said|reported|presented|showed|explained|proposed|suggested|noted|argued|answered|replied|agreed|decided|resolved|approved|adopted|thought|wondered|objected|discussed|debated|welcom(?:ed|es)|announced|gave|introduced|passed on|admitted|wanted|moved to|made|accepted|thanked|elected|points? out)\b|^(?:agreed|decided|resolved|action|decision)\b/i
/** Another item than the one that it stands under. */
const OTHER = /\bitems? \(?\d|\b(?:first|second|third|fourth|fifth|last) item\b/i
const MOST_WORDS = 34
const MOST_SENTENCES = 3

/** Whether the few words on an item say that it was not opened, and nothing of its matter. */
export function putsOffInShort(text: string, sentences: readonly string[]): boolean {
  if (sentences.length > MOST_SENTENCES || countWords(text) > MOST_WORDS) return false
  // Of most something is told, and that is found sooner.
  if (sentences.some((sentence) => TOLD.test(sentence) || OTHER.test(sentence))) return false
  return sentences.some(putsOff)
}

/** Whether a sentence says of something that it was not opened. */
export const tellsPutOff = (sentence: string) =>
  countWords(sentence) <= MOST_WORDS && putsOff(sentence)

/** "The Chair called for any other business.", "Numbers have not come in." in front of "There was none." */
const ASKED =
  /\b(?:called for|asked (?:for|if|whether)|invited|whether any|if any|any other|not|nobody|no ?one)\b|n['’]t\b/i
/** Whether a question, or what was missing, is followed by "There was none." and no more. */
export function answersNothing(sentences: readonly string[]): boolean {
  const [first = "", second = "", ...rest] = sentences
  return (
    rest.length === 0 &&
    ASKED.test(first) &&
    !TOLD.test(first) &&
    saysNothing(second, true) &&
    !/\b(?:other|else|further|more)\b/i.test(second)
  )
}
