import type { Who } from "../people/who"
import type { Commitment } from "./commitments-later"

type Take = (
  clause: string,
  who: Who,
  speaker: string | null,
  subjects: readonly string[],
) => Commitment[]

/** What `take` finds at the very beginning of the last clause, or of what stands behind a topic. */
export function behindFront(sentence: string, who: Who, take: Take): Commitment[] {
  for (const from of [behindBreak(sentence), behindTopic(sentence)]) {
    if (from === 0) continue
    const found = take(sentence.slice(from), who, null, [])
    if (found[0]?.from === 0 && found[0].owners.length > 0)
      return found.map((each) => ({ ...each, from: each.from + from, to: each.to + from }))
  }
  return []
}

/** "Some magazines have arrived - the Librarian to find room for them": the last clause is of somebody else. */
const BREAK =
  /\s[–—-]\s|[:;]\s|,\s(?=\p{Lu}[^,.;:]{1,40}\sto\s(?!(?:the|an?|his|her|their|our|all|\p{Lu}\p{L}*)\s))/gu

const FIRST = /^(?:[^,.;:]|(?<=\p{L}{2})\.(?=\s)){2,60}?\s(?:to|will|shall|must|would)\s/u

function behindBreak(sentence: string): number {
  if (!/\s(?:to|will|shall|must|would)\s/.test(sentence)) return 0
  const last = [...sentence.slice(0, 600).matchAll(BREAK)].at(-1)
  const from = last ? last.index + last[0].length : 0
  return FIRST.test(sentence.slice(from)) ? from : 0
}

/** "Roof: Capt. Tavares to get it", "Checks - Miss Fox will call": what a sentence is about stands in front of it. */
const TOPIC = /^[^.:;?!"“]{2,40}(?::|\s[–—-])\s/u

const behindTopic = (sentence: string) => TOPIC.exec(sentence.slice(0, 50))?.[0].length ?? 0
