import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"

const CARRIED =
  /[.\s(–—-](?:CARRIED|PASSED|ADOPTED|AGREED|APPROVED|Carried|Passed|Adopted|Agreed|Approved)\b[^.]{0,80}\.?$/u

/** What a text ends with where a motion was carried. */
export const isCarried = (text: string) => CARRIED.test(text)

/** "Motion: That the levy be 14. Moved Ana, seconded Ben. Carried 7-2.": what was moved, then how it went. */
const MOTION = /^(?:Motion|MOTION)(?: (?:no\. ?)?\d{1,3})?\s?[:.]\s+(?=(?:That|that|To|to)\s)/
const FELL =
  /\b(?:lost|defeated|withdrawn|rejected|not carried|failed|fell|tabled|deferred|no seconder|not put)\b/i

/** A stretch of a paragraph that decides; empty where what was moved was not carried. */
type Motion = { from: number; to: number; last?: number }

/** Where what such a paragraph decides begins and ends; null for another, empty where nothing was carried. */
export function motionIn(text: string): Motion | null {
  const match = MOTION.exec(text.slice(0, 60))
  if (!match) return null
  const from = match[0].length
  const behind = findSentences(text).find(
    (sentence) =>
      sentence.from > from && /^(?:moved|proposed|seconded)\b/i.test(text.slice(sentence.from)),
  )
  if (!behind) return null
  const outcome = text.slice(behind.from, behind.from + 400)
  const carried = CARRIED.test(` ${outcome}`) && !FELL.test(outcome)
  return carried ? { from, to: behind.from } : { from: 0, to: 0 }
}

/** "Moved: Ana Lind   Seconded: Ben Okoro", "Vote: 7 for, 0 against. CARRIED.": a line below a motion. */
const BELOW =
  /^(?:moved|mover|proposed|proposer|seconded|seconder|vote|votes|voting|in favou?r|for|against|abstain(?:ed|ing)?|abstentions?|result|motion (?:carried|passed|lost|defeated)|carried|passed|lost|defeated)\b/i
const MOST = 4

/** The same where every part of it stands on a line of its own; `last` is the block that ends it. */
export function motionOver(blocks: readonly FinishedBlock[], index: number): Motion | null {
  const text = blocks[index]?.rich.text ?? ""
  const match = MOTION.exec(text.slice(0, 60))
  if (!match) return null
  let last = index
  while (last - index < MOST && BELOW.test(blocks[last + 1]?.rich.text.slice(0, 40) ?? ""))
    last += 1
  if (last === index) return null
  const outcome = blocks.slice(index + 1, last + 1).map(({ rich }) => rich.text.slice(0, 200))
  const carried = outcome.some((said) => CARRIED.test(` ${said}`) && !FELL.test(said))
  return carried ? { from: match[0].length, to: text.length, last } : { from: 0, to: 0, last }
}
