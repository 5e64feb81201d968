import type { NameInText } from "../people/names"
import type { Who } from "../people/who"
import { OFFERS, THEN_ONESELF } from "./commitment-words"

/** What somebody takes on: who, and the stretch of the sentence that says it. */
export type Commitment = { owners: string[]; from: number; to: number }

/** "Ana said the ministry has replied and will send it": that is what the ministry does. */
const OF_OTHERS =
  /^\s(?:said|says|reported|noted|explained|mentioned|added)\s(?:that\s)?(?:the|an?)\s/

/** "Until Ana has asked him, which she agreed to do by May". */
const WHICH_ONE_DOES =
  /,\swhich\s(?:he|she)\s(?:(?:has |had )?(?:agreed|offered|promised|undertook|volunteered) to|will|would)\s(?:do|arrange|organi[sz]e|check|see to|look into)\b/u

/** What somebody takes on in a later clause, behind whatever else the sentence tells of them. */
export function laterIn(
  sentence: string,
  names: readonly NameInText[],
  who: Who,
): Commitment | null {
  const isNobody = ({ name, words }: NameInText) => words === 1 && !who.knows(name)
  // "Please note Ben owes us the list": the first word of a sentence is written large.
  const [name, second] = names[0]?.from === 0 && isNobody(names[0]) ? names.slice(1) : names
  if (!name || name.possessive || isNobody(name)) return null
  const owners = [who.whole(name.name) ?? name.name]
  // "Lin stressed the need for it and offered to write it": the first name is the one who offers.
  const offer = OFFERS.exec(sentence)
  // "Lin wanted to know who had promised it" is of nobody yet; ", who promised it," is hers.
  const unknown = offer && /^\swho\b/.test(offer[0]) && sentence.charAt(offer.index - 1) !== ","
  const ofOthers =
    offer && / and will| and shall/.test(offer[0]) && OF_OTHERS.test(sentence.slice(name.to))
  if (offer?.[1] && name.to <= offer.index && !unknown && !ofOthers)
    return { owners, from: offer.index + offer[0].length - offer[1].length, to: sentence.length }
  if (WHICH_ONE_DOES.test(sentence)) return { owners, from: 0, to: sentence.length }
  const then = THEN_ONESELF.exec(sentence)
  if (!then || name.to > then.index) return null
  // With somebody else between them, "she" may be either.
  return second && second.from < then.index ? null : { owners, from: 0, to: sentence.length }
}
