import { isFront, knownNames, partnersAfter } from "../people/joined-names"
import type { NameInText } from "../people/names"
import type { Who } from "../people/who"
import { AIDE, ASKED_PRONOUN, OFFICE, PRONOUN, VERB } from "./commitment-words"
import type { Beginning } from "./commitments-by-name"

const WILL_ALONE = new RegExp(
  `^(?:Will|(?:His|Her) (?:next step|task|job|homework|action) (?:will be|is|was) to)\\s${AIDE}${VERB}\\s`,
  "u",
)
/** "She will go through it by 3 May", "The two of them will …": by a day, whatever it is that they will do. */
const BY_A_DAY =
  /^(?:S?[Hh]e|They|Both|The (?:two|three|pair)(?: of them)?) (?:will|shall) (?!(?:be|not|need|go on|leave|retire|arrive|know|see|have (?:\p{Ll}+ed|been|left|gone))\b)\p{Ll}{2,}\s[^.;]{2,200}\b(?:by|before)\s(?:the )?(?:\p{L}{3,9},?\s)?(?:\d|\p{Lu}\p{Ll}{2,8}\s\d)/u
const OF_TWO = /^(?:They|Both|The (?:two|pair))\b/
const SEVERAL = /^(?:They|Both|The (?:two|three|pair))\b/

/** Whom "the two of them" means: several who begin the last clause, where those in front of it are not several. */
export function severalIn(sentence: string, before: string, who: Who): string[] | null {
  if (!OF_TWO.test(sentence) || !before.includes(";")) return null
  const people = subjectsOf(before.slice(before.lastIndexOf(";") + 1).trimStart(), who)
  return people.length > 1 ? people : null
}

/** What "she", or nobody by name in "Will send it", takes on: those whom the sentence before is about. */
export function byPronoun(sentence: string, subjects: readonly string[]): Beginning | null {
  // "Ana reported on the buoys. Will send the list."
  if (WILL_ALONE.test(sentence) && subjects.length === 1) return { owners: [...subjects], from: 0 }
  if (sentence.includes(" will ") && BY_A_DAY.test(sentence.slice(0, 260))) {
    const fits = SEVERAL.test(sentence) ? subjects.length > 1 : subjects.length === 1
    return fits ? { owners: [...subjects], from: 0 } : null
  }
  const said = PRONOUN.exec(sentence)?.[1]
  if (!said || subjects.length === 0 || /^they$/i.test(said) === (subjects.length === 1))
    return null
  return { owners: [...subjects], from: 0 }
}

/** "Ana asked him to send it": somebody else who was named last, in this sentence or the one before. */
export function byPronounAsked(
  sentence: string,
  names: readonly NameInText[],
  subjects: readonly string[],
  who: Who,
): Beginning | null {
  const match = /(?:him|her|them)\s+to\s/i.test(sentence) ? ASKED_PRONOUN.exec(sentence) : null
  if (!match?.[1]) return null
  const before = names.filter(({ to }) => to <= match.index).map(({ name }) => who.whole(name))
  const asker = before.at(-1)
  const meant = before.length > 1 ? before.slice(0, -1) : subjects
  const others = meant.filter((name) => name !== null && name !== asker)
  const owners = /^them$/i.test(match[1]) ? others : others.slice(-1)
  const people = owners.filter((name) => name !== null)
  return people.length > 0 ? { owners: people, from: 0 } : null
}

const OF_OFFICE = new RegExp(`^(?:${OFFICE}|an?\\s|his|her|their)\\b`, "iu")

const OFFICE_BESIDE = /^(?:The|Our) [\p{Ll} -]{3,40}, (?:\p{L}{1,4}\.? )?$/u

/** Whom a sentence is about: the people that it begins with, or the only one that it names. */
export function subjectsOf(sentence: string, who: Who): string[] {
  const names = knownNames(sentence.slice(0, 160), who)
  const [first] = names
  // "MG reminded the others. She will send it."
  const letters = /^\p{Lu}{2,4}(?=\s\p{Ll})/u.exec(sentence)?.[0]
  const called = letters ? who.whole(letters) : null
  if (called) return [called]
  if (!first || first.possessive) return []
  // "The group thanked Chidi for his map. He agreed": the only one whom the sentence names.
  // "The treasurer, Hadija Salum, read the accounts."
  const isBeside =
    OFFICE_BESIDE.test(sentence.slice(0, first.from)) && sentence.charAt(first.to) === ","
  if (!isBeside && !isFront(sentence, first.from)) {
    const [only, ...more] = new Set(names.flatMap(({ name }) => who.whole(name) ?? []))
    return only && more.length === 0 && !OF_OFFICE.test(sentence) ? [only] : []
  }
  const people = [first, ...partnersAfter(sentence, names, 0)].map(({ name }) => who.whole(name))
  return people.filter((name) => name !== null)
}
