import { anyOf, words } from "../text/stems"

/** A piece of every way of taking something on, or of being given it, besides "to" and a verb. */
const takesOn = anyOf(
  words(
    "will|shall|would|should|must|need|charg|task|given|promis|accept|assum|consent|nodded|said yes|entrust|responsib|looking after|seeing to|taking care|care of|job|role of|work of|action|collect|direct|order|instruct|commission|mandat|authori|assign|deleg|appoint|nominat|designat|undert|commit|pledg|volunteer|offer|agree|left with|left to|stay|kept|keep|assur|takes on|took|taken on|taken up by|duty|duties|empower|remit|allott|allocat|handed|passed|fell to|falls to|goes to|went to|requested|asked that|asked whether|asked if|decided that|resolved that|determined that|settled that|arranged that|understood that|please|kindly|could|can you",
  ),
)
/** "Ana to write", and not "shown to the members". */
const TO_DO =
  /\bto (?!(?:the|those|an?|it|them|him|me|us|you|her|this|that|these|his|their|our|its|all|each|no|one|two|three|which|whom|what|date)\b|every|any|some)\p{Ll}/u
const SHORT = /['’](?:ll|d)\s/
/** What is told in English; of other languages no such pieces are known. */
const IN_ENGLISH = /\s(?:the|was|were|had)\s/

/**
 * Whether anybody may take something on in a sentence. Most sentences of minutes tell what was, and need not be
 * asked of each of the ways.
 */
export const mayTakeOn = (sentence: string): boolean =>
  takesOn(sentence) || TO_DO.test(sentence) || SHORT.test(sentence) || !IN_ENGLISH.test(sentence)
