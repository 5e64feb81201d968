import type { NameInText } from "../people/names"
import type { Who } from "../people/who"
import { AIDE, VERB } from "./commitment-words"
import type { Beginning } from "./commitments-by-name"
import type { Commitment } from "./commitments-later"

/** What one who has the floor does there and then: "I'll share my screen", "I'll start". */
const THERE =
  "(?:start|stop|open|present|say|show|share|tell|speak|talk|read|thank|answer|explain|begin|take|give|keep|let|leave|hand|hold|put|use|move|try|think|see|go|be|get|make|mind|test|deliver|value|join|call|meet|cut|repeat|mention|note|add|want|attend|support)"
const LATER =
  "\\b(?:by|before|until|tomorrow|tonight|this (?:week|month|afternoon|evening|weekend)|next (?:week|month|time|meeting|call)|(?:to|for|at) the (?:next|\\p{Lu}\\p{Ll}+) (?:meeting|call)|after (?:the|this) (?:call|meeting)|once|when|as soon as|in the (?:next|coming)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b"
/** "I'll withdraw it this week", "I will bring a report to the next meeting": what a speaker takes on. */
const MYSELF = new RegExp(
  `(?:^["“]?|[.,;!:]\\s)(?:(?:yes|no|ok|okay|sure|fine|right|and|so|then|but|yeah|well),?\\s){0,2}I(?:['’]ll| will| shall| can take an action to| am going to|['’]m going to)\\s+(?:(?:also|then|gladly|happily|try and|try to)\\s+)?(?:(?:talk to|get back|make (?:a|the|an|sure)\\b|set up|open (?:an?|one|two|another|the) (?:new )?(?:issues?|tickets?|bugs?|pull requests?|PRs?)\\b|move (?!on\\b|to (?:approve|adopt|accept|adjourn|close|table)|that\\b|we\\b)[^.;?!]{3,80}? (?:to|into) (?:the|a|our)\\b|add (?!only|just|that)|call (?!on\\b|it\\b|this\\b)|test\\b|share (?!my screen))|(?!${THERE}\\b)${VERB}\\b|${THERE}\\b(?=[^.;?!]{1,160}?${LATER}))(?!\\s+now\\b)`,
  "u",
)
/** "We will share the table": what one who has the floor takes on for those beside them; "we will see" is nothing. */
const OURSELVES = new RegExp(
  `(?:^|[.,;!:]\\s)We(?:['’]ll| will| shall)\\s+(?:(?:also|then|gladly)\\s+)?(?:describe\\s|share (?!(?:my|the|our|this) screen)|(?!(?:${THERE}|discuss|wait|review|consider)\\b)${VERB}\\s)(?!now\\b)`,
  "u",
)
/** "Ben: to send it": what stands behind somebody's name and a colon. */
const OF_TURN = new RegExp(
  `^(?:to\\s+(?!add\\b|repeat\\b|answer\\b|follow\\b|summari)|[Ww]ill\\s+(?!do[.;,!]))${AIDE}${VERB}\\b`,
  "u",
)
/** "Let me write it up by Friday.": the same, where a day shows that it is for later. */
const LET_ME = new RegExp(`^Let me ${AIDE}${VERB}\\b[^.;?!]{1,160}?${LATER}`, "u")
/** "Ana, could you please book it?": somebody who is called, and what is asked of them. */
const NAME = "(\\p{Lu}[\\p{L}\\p{M}'’.-]{1,24}(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.-]{1,24})?)"
const CALLED_ON = new RegExp(
  `^(?:${NAME},\\s(?:(?:can|could|would|will)\\syou\\s)?(?:please|kindly)|(?:can|could|would|will)\\s${NAME}\\s(?:please|kindly))\\s${AIDE}(?!${THERE}\\b(?![^.;]{1,160}?${LATER}))${VERB}\\b`,
  "iu",
)
/** "Ana, could you please book it until May?": a question that asks for something to be done. */
export function askedOf(sentence: string, who: Who): Commitment[] {
  if (!/please|kindly/i.test(sentence.slice(0, 100))) return []
  const match = CALLED_ON.exec(sentence.slice(0, 200))
  const called = match?.[1] ?? match?.[2]
  const owner = called ? who.whole(called) : null
  return owner ? [{ owners: [owner], from: 0, to: sentence.length }] : []
}

/** What whoever wrote the report takes on: "I will send the list round." */
export function byWriter(sentence: string, { writer }: Who): Beginning | null {
  return writer && /\bI(?:['’]ll| will| shall| am)\s/.test(sentence) && MYSELF.test(sentence)
    ? { owners: [writer], from: 0 }
    : null
}

/** What one who has the floor takes on by "I", or behind their own name without a word for themselves. */
export function bySpeaker(
  sentence: string,
  names: readonly NameInText[],
  speaker: string | null,
  who: Who,
): Beginning | null {
  if (!speaker) return null
  if (MYSELF.test(sentence) || LET_ME.test(sentence) || OURSELVES.test(sentence))
    return { owners: [speaker], from: 0 }
  if (!OF_TURN.test(sentence)) return null
  // "Ana: will do it together with Ben."
  const partner = names.find(({ from }) =>
    /\b(?:together|along|jointly) with\s$/.test(sentence.slice(Math.max(0, from - 16), from)),
  )
  const other = partner ? who.whole(partner.name) : null
  return { owners: other ? [speaker, other] : [speaker], from: 0 }
}
