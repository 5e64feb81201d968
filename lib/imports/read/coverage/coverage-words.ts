import type { Coverage } from "@/lib/check/model"
import { countWords } from "@/lib/check/words"
import { TURN } from "../speech/turns"
import { findSentences, numberInFront } from "../text/sentences"
import { answersNothing, putsOffInShort, saysUnrecorded } from "./in-short"
import { isPutOff } from "./not-opened"
import { saysNothing } from "./nothing-new"
import { saidOnItem } from "./said-on-item"
import { isOfDebate, isOnAnother } from "./told"

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
  if ((isPutOff(first) && !isOnAnother(first)) || later) return "not-reached"
  if (isOfDebate(first)) return "discussed"
  if (sentences.length < 2 && saysUnrecorded(first)) return "not-recorded"
  if (saysNothing(first, sentences.length < 2) || answersNothing(sentences)) return "no-update"
  return putsOffInShort(trimmed, sentences) ? "not-reached" : "discussed"
}

const MISSING =
  /\b(?:no|none|nobody|nothing|not|only (?:that|this|the same|on the) (?:very )?\p{L}{3,9}|too late|absent|absence|away|ill|sick|unable|missing|postpone\p{L}{0,4}|withdr\p{L}{2,5})\b|n['’]t\b/iu
/** "The Chair noted that no agency had sent any message. The item was deferred …" */
function isMissing(first: string, second: string): boolean {
  return (
    MISSING.test(first) &&
    /^(?:(?:(?:consideration|discussion) of )?(?:the|this) (?:item|point|topic|matter|protocol|paper|proposal|report|application|motion|question|document|draft|subject)|postponed|deferred|tabled|carried over|held over|put off|skipped)\b/i.test(
      second,
    ) &&
    isPutOff(second)
  )
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
function withoutTurn(said: string): string {
  // ">> ANA LIND: nothing" in the captions of a call.
  const text = said.replace(/^>{2,3}\s?(?=\p{Lu})/u, "")
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
