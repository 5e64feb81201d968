const LONGEST = 100
const MOST_WORDS = 13
/** What a sentence has, and a title of more than a few words has not. */
export const SAYS =
  /\b(?:was|were|is|are|has|have|had|will|would|could|should|did|does|been|said|asked|reported|noted|agreed|moved|seconded|thanked|we|he|she|they|it|i)\b/iu
/** "None", "Agreed": what was said on an item. */
const NOTHING =
  /^(?:none|nothing|nil|n\/a|yes|no|agreed|approved|adopted|noted|done|closed)\b.{0,20}$/i
/** "Hosted by Ana Lind": who did something for the meeting. */
const LED =
  /^(?:hosted|moderated|chaired|facilitated|led|opened|presented|recorded|taken|minuted|minutes|notes|submitted|prepared|written) by\b/i
/** "Kerem wanted to add it", "Tobiasz explained the polling". */
const TELLS = /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? \p{Ll}{2,12}ed\s/u

/** Whether a text could be the title of an item: a few words that say nothing. */
export function titleLike(text: string): boolean {
  if (text.length > LONGEST + 50) return false
  const title = text.replace(/\s{0,3}\([^()]{0,40}\)$/, "").replace(/\s?[:?]$/, "")
  const words = wordsIn(title)
  if (title.length > LONGEST || title.length < 2 || words > MOST_WORDS || words === 0) return false
  // "Meetings etc." ends with a short word, and no sentence.
  if (/[.!;,…]["”)]?$/.test(title) && !/\b\p{L}{1,4}\.$/u.test(title)) return false
  if (
    /^\p{Ll}/u.test(title) ||
    /https?:|@|^</.test(title) ||
    !/\p{L}{2}|\p{L}\.\p{L}\./u.test(title)
  )
    return false
  if (
    NOTHING.test(title) ||
    LED.test(title) ||
    TELLS.test(title) ||
    /\p{L}{3}[.!?]\s+\p{Lu}/u.test(title)
  )
    return false
  return words <= 3 || !SAYS.test(title)
}

/** How many words a text has; signs alone are none. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\d][^\s]*/gu)?.length ?? 0
}

const CAPITALS =
  /^(\p{Lu}[\p{Lu}\d’'&,/()-]{1,30}(?:\s[\p{Lu}\d’'&,/()–-]{1,30}){0,9})\s(?=\p{Lu}?\p{Ll})/u

/** What parts the title from the text on one line, and how long the title is: "Fees: none were raised". */
export function runInLength(text: string): ["colon" | "dash" | "dot" | "capitals", number] | null {
  const front = text.slice(0, 120)
  // "LITTER BINS The clerk reported …"
  const capitals = CAPITALS.exec(front)?.[1]
  if (capitals && /\p{Lu}{4}/u.test(capitals)) return ["capitals", capitals.trimEnd().length]
  const colon = /^(\p{Lu}[^:.;!?]{2,60}):\s+\S/u.exec(front)?.[1]
  if (colon) return ["colon", colon.trimEnd().length]
  const dash = /^(\p{Lu}[^:.;!?–—]{2,60})\s(?:[–—]|-{1,2})\s+\S/u.exec(front)?.[1]
  if (dash) return ["dash", dash.trimEnd().length]
  const dot = /^(\p{Lu}[^:.;!?]{2,50})\.\s+\p{Lu}/u.exec(front)?.[1]
  return dot && wordsIn(dot) <= 6 ? ["dot", dot.length] : null
}
