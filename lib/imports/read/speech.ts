import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { findNames, type NameInText } from "./names"
import { CONTINENTS, COUNTRIES } from "./vocabulary"

const REGULAR =
  "accept acknowledge add address advise affirm agree analyse announce answer appeal appreciate argue ask assure brief call caution chair challenge clarify close comment compare complain complement compliment concede conclude concur confirm congratulate consider contribute convey describe detail disagree discuss echo elaborate emphasise emphasize encourage enquire explain express flag greet guide highlight hope indicate inform inquire insist interject intervene introduce invite join jump lament list maintain mention moderate narrate note notice object observe offer open opine oppose outline pledge prefer point pose praise present propose provide question raise react read reassure recall recap recapitulate recommend refer reflect regret reiterate remark remind repeat reply report request respond reveal review second share signal start state stress suggest summarise summarize support sympathise thank touch underline underscore update urge volunteer voice walk warn welcome wonder"
const IRREGULAR =
  "said says gave gives told tells spoke speaks brought brings took takes made makes thought thinks felt feels got gets put puts led leads began begins went goes saw sees showed shows drew draws set sets read reads laid lays kept keeps commends"

const VERBS: ReadonlySet<string> = new Set([
  ...REGULAR.split(" ").flatMap(inflected),
  ...IRREGULAR.split(" "),
])

function inflected(verb: string): string[] {
  const doubled = /^(?:recap|flag|refer|regret)$/.test(verb) ? verb + verb.slice(-1) : verb
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`, `${verb.slice(0, -1)}ies`]
  const past = verb.endsWith("e") ? `${verb}d` : `${doubled}ed`
  const present = /(?:s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`
  return [past, present]
}

/** Between a name and what its bearer did: "has", "also", "then briefly". */
const BETWEEN =
  /^(?:\s*\([^()]{1,80}\))?(?:,[^,.;:]{2,80},)?\s+(?:(?:has|had|have|also|then|first|further|again|briefly|kindly|just|later|finally|next|once|strongly|fully|subsequently|\p{Ll}+ly)\s+){0,3}(\p{Ll}[\p{Ll}-]*)(?:\s+(\p{Ll}+))?/u
/** Before a name that is only spoken of: "that Ana proposed" reports somebody else's words. */
const REPORTED =
  /(?:\b(?:that|which|whom|what|the|a|an|this|as|if|because|of|by|to|with|from|at|for)\s+|["“][^"”]{0,80})$/i
const CALLED_UPON = /^(?:(?:For|According to|Following|As per)\s+)$/

/** Nouns such as "Parliamentarians" that begin a sentence and are nobody's first name. */
const COMMON_ENDING =
  /.{3}(?:ers|ors|ians|ists|ions|ants|ents|ies|als|ives|ings?|ion|ment|ity|ism|ness)$/

/** Somebody who says or does something in a sentence of the minutes. */
export type Speaker = NameInText & { whole: boolean }

/**
 * The people who speak in a sentence: a name and, right behind it, what was said or done.
 * `known` are names that are sure to be people's, so that a first name alone can be told.
 */
export function findSpeakers(sentence: string, known: ReadonlySet<string>): Speaker[] {
  const found: Speaker[] = []
  for (const name of findNames(sentence)) {
    if (name.possessive) continue
    const before = sentence.slice(Math.max(0, name.from - 90), name.from)
    const plain = plainCase(name.name)
    const isKnown = known.has(plain) || known.has(plain.split(" ")[0] ?? "")
    if (name.words === 1 && !isKnown && !couldBeFirstName(plain)) continue
    const called = CALLED_UPON.test(before) && /^,/.test(sentence.slice(name.to))
    if (called && (isKnown || name.words > 1)) {
      found.push({ ...name, whole: name.words > 1 })
      continue
    }
    if (isOffice(before, name) || REPORTED.test(before)) continue
    if (HONORIFIC.test(`${before.split(/\s+/).at(-2) ?? ""} X`) && name.words === 1 && !isKnown)
      continue
    const behind = BETWEEN.exec(sentence.slice(name.to, name.to + 260))
    if (!behind) continue
    const said =
      VERBS.has(behind[1] ?? "") || (/^(?:was|is)$/.test(behind[1] ?? "") && isAsking(behind[2]))
    if (said) found.push({ ...name, whole: name.words > 1 })
  }
  return found
}

function isAsking(word: string | undefined): boolean {
  return /^(?:asking|wondering|suggesting|proposing|saying)$/.test(word ?? "")
}

/** "the Assistant Secretary-General Ms. X" is spoken of by her office, not as one of the group. */
function isOffice(before: string, name: NameInText): boolean {
  return (
    name.words === 1 &&
    /\bthe\s+(?:\p{Lu}[\p{L}-]+\s+){1,5}(?:\p{Lu}\p{Ll}{1,2}\.\s+)?$/u.test(before)
  )
}

function couldBeFirstName(plain: string): boolean {
  return !COUNTRIES.has(plain) && !CONTINENTS.has(plain) && !COMMON_ENDING.test(plain)
}
