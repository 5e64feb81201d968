import type { Who } from "../people/who"
import { namesSaid } from "./names-said"
import { findSpeakers } from "./speech"

/** "He proposed", "Afterwards she asked". */
const PRONOUN =
  /^(?:\p{Lu}\p{Ll}{3,12},?\s)?([Hh]e|[Ss]he|[Ee]r|[Ii]l|[Ee]lle|[ÉéEe]l|[Ee]lla|[Ee]la)(?=\s\p{Ll})/u
const TITLE_ALONE = /^[\s"“(]*(?:(?:The|Our)\s)?(?:\p{Lu}\p{L}{0,9}\.?\s)?$/u
/** "The Chair welcomed all.": what they do as the chair is no word on a subject, but they are who is meant next. */
const OFFICE = /^The (\p{L}[\p{L}-]{2,20})\s\p{Ll}/u
/** So many sentences back is told of whom a pronoun means. */
const MOST_BACK = 3

type Told = { name: string; from: number; to: number }

/**
 * Who speaks in a sentence that calls them "he" or "she": whoever the sentences before it are about, where
 * they name nobody else. "Ana has a list of the houses. She proposed to write to them."
 */
export function speakerMeant(sentence: string, before: readonly string[], who: Who): Told | null {
  const match = PRONOUN.exec(sentence.slice(0, 40))
  const pronoun = match?.[1]
  if (!match || !pronoun) return null
  const subject = subjectOf(before.slice(-MOST_BACK), who)
  if (!subject) return null
  const from = match[0].length - pronoun.length
  const said = `${subject}${sentence.slice(match[0].length)}`
  const speaks = findSpeakers(said, who).some((each) => each.from === 0)
  return speaks ? { name: subject, from, to: match[0].length } : null
}

/** The only person whom the last sentence with a name in it names, as its subject. */
function subjectOf(before: readonly string[], who: Who): string | null {
  for (const sentence of before.toReversed()) {
    const people = namesSaid(sentence, who).filter(({ name }) => who.knows(name))
    const [only, other] = people
    const office = only ? undefined : OFFICE.exec(sentence.slice(0, 40))?.[1]
    const holder = office ? who.holder(office) : null
    if (holder) return holder
    if (!only) continue
    const front = !other && !only.possessive && TITLE_ALONE.test(sentence.slice(0, only.from))
    return front ? who.whole(only.name) : null
  }
  return null
}
