import { findSentences } from "../text/sentences"
import { findMoments } from "./moments"
import type { OwnName } from "./next-labels"

const SITTING = "(?:meeting|mtg|call|session|sitting|assembly|plenary|gathering|one)"
/** "Items for the next meeting on 18 May", "the next meeting (Thu 1 June, 17:30)": the day stands right behind. */
const DIRECT = new RegExp(
  `(?<!\\b(?:before|by|until|prior to|ahead of|in time for) )\\b(?:the|our|its|their) next (?:(?:regular|ordinary|monthly|full|scheduled|general|quarterly|own) )?${SITTING}(?:,| –| —|:)? (?:\\(|(?:(?:to be )?held )?(?:on|of|at) |(?:which )?(?:is|will be|takes place) (?:held )?(?:on )?)?(?:the )?`,
  "giu",
)
const NAMES_NEXT = new RegExp(`\\bnext (?:\\p{L}{2,14} )?${SITTING}\\b`, "iu")
/** "… for the next meeting. The meeting itself will take place on 18 May." */
const REFERS = new RegExp(
  `(?:^|[;,] (?:and )?)(?:the|this|that) ${SITTING}(?: itself| proper)? (?:is|will be|will take place|takes place|is to be|follows)(?: held)? (?:on |at )?(?:the )?(?=[^.;]{0,24}\\d)`,
  "iu",
)
/** "Then that's our next meeting": of a day that was said before. */
const THAT_ONE = new RegExp(
  `\\b(?:that|this|it|so|then) ?(?:['’]s|is|was|will be|becomes)?(?: then| thus)? (?:our|the) next ${SITTING}\\b|^(?:\\p{L}{2,24}: )?next ${SITTING},? then\\b|\\b(?:so|and|then) (?:let us |let['’]s |we (?:will |shall )?)(?:all )?meet then\\b`,
  "iu",
)

type Span = { from: number; to: number }

/** Where a paragraph tells the day of the next meeting by the way: right behind its name, or with a word that refers to it. */
export function referredToNext(text: string, own: OwnName): Span | null {
  if (!/next|meet then/i.test(text)) return null
  const sentences = findSentences(text.slice(0, 3000))
  for (const [index, { from, to }] of sentences.entries()) {
    const sentence = text.slice(from, to)
    for (const match of sentence.matchAll(DIRECT)) {
      const at = match.index + match[0].length
      const [day] = findMoments(sentence.slice(at, at + 60)).days
      // "The Town Council takes it up at its next meeting, on 10 May": its own.
      const theirs = /^(?:its|their)\b/i.test(match[0]) && own.isOther(sentence)
      if (day && day.from <= 1 && !theirs) return { from: from + at, to }
    }
    const refers = REFERS.exec(sentence)
    if (refers && NAMES_NEXT.test(text.slice(0, from + refers.index)))
      return { from: from + refers.index, to }
    if (!THAT_ONE.test(sentence) || hasDay(sentence)) continue
    const before = sentences.slice(Math.max(0, index - 3), index).toReversed()
    const told = before.find((each) => hasDay(text.slice(each.from, each.to)))
    if (told) return told
  }
  return null
}

const hasDay = (sentence: string) => findMoments(sentence).days.length > 0
