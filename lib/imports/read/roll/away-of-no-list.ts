import type { PlacedLine } from "../lines/placed-line"
import { isBody } from "../people/bodies"
import { findNames } from "../people/names"
import type { FinishedBlock } from "../text/finished"
import { type Rich, sliceRich } from "../text/rich"
import { findSentences } from "../text/sentences"
import { keysOf } from "./led-beside"
import { entryOf } from "./names-of-sentence"
import type { Lists } from "./participants"
import type { RollEntry } from "./roll-entry"
import { isOfAnotherMeeting, isUnexcused, LATE, PARTLY } from "./scene-words"
import { saysOfOthers, toldAway } from "./told-away"

/** So many who are known to have come show that whoever is none of them is another. */
const FEWEST = 3
/** So many paragraphs of the head, of which each entry of a list is one, and so many of the items with which a meeting opens. */
const [MOST_ABOVE, MOST_BELOW] = [40, 6]
const LONGEST = 2000

/** Below a heading nothing but what has no other sense speaks of absence. */
const SENT_WORD = /\b(?:apolog(?:y|ies)|excuses|excused|regrets (?:of|from|for absence))\b/iu
const ABSENT = /\b(?:absen(?:t|ce(?! of\b))|regrets|sent word)\b/iu
/** "Apologies: …", "| Ana Lind | absent |": a label or a cell, whose people stand in a list. */
const LISTED = /\||\t| {3}|^[^.:]{2,40}:\s/u
/** "So does Ana Lind", "Neither could Ben Okoro": the same is said of one more. */
const LIKEWISE = /^(?:and )?(?:so|neither|nor|likewise|the same|as did|as was)\b/i
/** What is said of somebody who tells of others that they were away, or sat for them. */
const WAS_THERE =
  /^,?\s(?:then |also |duly )?(?:read|convey|pass|g[ai]v|announc|report|not(?:ed|es)|inform|sa(?:id|ys)|t(?:old|ells)|presid|chair|t(?:ook|akes) (?:over )?the|st(?:ood|ands)|deputi|substitut|replac|sat|sits|attend|came|comes|join|represent|spoke|welcom|thank|greet|open|explain|was (?:present|there|in the chair|asked to)|had (?:been asked|received|heard))/u

/**
 * Whoever a sentence about absence names in front of the business, and is none of those who came: "Excuses
 * had reached us from Ana Lind", "Ben Okoro could not get away, and so had Cem Arslan", "Chair: Dov Weiss
 * (for Eve Marsh, who is ill)". Beside a list of those away only who is said to have sent word.
 */
export function awayOfNoList(
  finished: readonly FinishedBlock[],
  placed: readonly PlacedLine[],
  lists: Lists,
): RollEntry[] {
  const listed = placed.some(({ part, head }) => part === "regrets" && head)
  if (lists.participants.length < FEWEST) return []
  const known = new Set([...lists.participants, ...lists.regrets].flatMap(keysOf))
  const isUnknown = (name: string) => !keysOf({ name }).some((key) => known.has(key))
  const [above, below] = [finished.filter(isFront), finished.filter(isBusiness)]
  return [
    ...above.slice(0, MOST_ABOVE).flatMap(({ rich }) => awayIn(rich, isUnknown, listed)),
    ...(listed ? [] : below.slice(0, MOST_BELOW)).flatMap(({ rich }) =>
      awayIn(rich, isUnknown, true),
    ),
  ]
}

const isFront = ({ block }: FinishedBlock) =>
  /^(?:title|opening|participants)$/.test(block.part) && /\s\S+\s/.test(block.text)
const isBusiness = ({ block, under }: FinishedBlock) =>
  block.part === "discussion" && block.kind !== "heading" && under === null

function awayIn(rich: Rich, isUnknown: (name: string) => boolean, within: boolean): RollEntry[] {
  const text = rich.text.slice(0, LONGEST)
  const isSure = (said: string) => !LISTED.test(said) && (!within || SENT_WORD.test(said))
  let before = false
  return findSentences(text).flatMap(({ from, to }) => {
    const said = text.slice(from, to)
    const again = before && LIKEWISE.test(said)
    const isOfAbsence = tellsOfAbsence(said)
    before = again || (isOfAbsence && isSure(said))
    if (!before && !isOfAbsence) return []
    const sentence = sliceRich(rich, from, to)
    return findNames(sentence.text)
      .filter(({ words, possessive, from, to }) => {
        if (words < 2 || possessive || WAS_THERE.test(sentence.text.slice(to, to + 40)))
          return false
        // "The delegate of the Quay Trust, Ana Lind": no article stands in front of a person.
        if (/\bthe $/.test(sentence.text.slice(0, from))) return false
        const clause = clauseAround(sentence.text, from)
        const isBehind = from - clause.from >= (toldAway(clause.said).behind?.index ?? 0)
        return again || (isBehind && tellsOfAbsence(clause.said) && isSure(clause.said))
      })
      .map((name) => entryOf(name, sentence))
      .filter(
        ({ name }) =>
          !isBody(name) && !ABSENT.test(name) && !SENT_WORD.test(name) && isUnknown(name),
      )
  })
}

function tellsOfAbsence(said: string): boolean {
  // What most sentences say nothing of is asked first.
  if (!saysAway(said)) return false
  return !(PARTLY.test(said) || LATE.test(said) || isUnexcused(said) || isOfAnotherMeeting(said))
}

function saysAway(said: string): boolean {
  if (ABSENT.test(said) || SENT_WORD.test(said)) return true
  const { behind, before } = toldAway(said)
  return behind !== null || (before !== null && !saysOfOthers(said.slice(0, before.index)))
}

/** What stands in the brackets around `at`, or the sentence with its brackets struck out. */
function clauseAround(text: string, at: number): { said: string; from: number } {
  const open = text.lastIndexOf("(", at)
  if (open <= text.lastIndexOf(")", at))
    return { said: text.replace(/\([^()]{0,200}\)/g, (said) => "_".repeat(said.length)), from: 0 }
  const close = text.indexOf(")", at)
  return { said: text.slice(open + 1, close < 0 ? undefined : close), from: open + 1 }
}
