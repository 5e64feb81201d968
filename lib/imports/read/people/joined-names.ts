import { plainCase } from "@/lib/check/words"
import type { BodyInText } from "./listed-bodies"
import { findNames, type NameInText } from "./names"
import { TITLE_WORDS } from "./vocabulary"
import type { Who } from "./who"

const TITLE =
  "(?:(?:the |la |le |el )?(?:mr|mrs|ms|miss|dr|prof|rev|fr|m|mme|mlle|herrn?|frau|señora?|sra?|srta|doctora?|dra|don|doña|ing|lic|canon|sister|brother|bro|sis|cllrs?|messrs|councillors|drs|profs|chief|mazi|nze|alhaji|alhaja|hajia|mallam|comrade|engr|barr|hon)\\.?\\s)?"
/** What may stand in front of the name that a sentence begins with: by when, and a title. */
const FRONT = new RegExp(
  `^(?:(?:by|before|until|on|in|at|for|as|from|then|also|finally)\\s[^,;.]{2,40},\\s|(?:by|before|at)\\s(?:the|our)\\snext\\s\\p{Ll}+,?\\s)?${TITLE}$`,
  "iu",
)
/** What stands between two who do something together. */
const JOINED = new RegExp(
  `^(?:\\s+(?:and|&|\\+|y|e|et|und|og|och|en)\\s+(?:(?:a|à)\\s+)?|,\\s+(?:and\\s+|(?:together|along|jointly) with\\s+)?|\\s+(?:together|along|jointly) with\\s+)${TITLE}$`,
  "iu",
)

/** The names of a sentence; "Ana y Ben" are two, where each is known alone. */
export function knownNames(sentence: string, who: Who): NameInText[] {
  return findNames(sentence).flatMap((found) => {
    const join = /\s[ye]\s/.exec(found.name)
    if (!join || who.whole(found.name) !== null) return [found]
    const first = found.name.slice(0, join.index)
    const second = found.name.slice(join.index + join[0].length)
    if (!who.knows(first) || !who.knows(second)) return [found]
    const words = (text: string) => text.split(" ").length
    const middle = found.from + first.length
    return [
      { name: first, from: found.from, to: middle, words: words(first), possessive: false },
      { ...found, name: second, from: found.to - second.length, words: words(second) },
    ]
  })
}

/** Everybody who may take something on in a sentence: people, and the bodies that people of the report speak for. */
export function actorsIn(sentence: string, who: Who): readonly (NameInText | BodyInText)[] {
  const people = knownNames(sentence, who)
  const houses = who.bodies.find(sentence)
  if (houses.length === 0) return people
  const others = people.filter(
    ({ from, to }) => !houses.some((house) => from < house.to && to > house.from),
  )
  return [...others, ...houses].sort((a, b) => a.from - b.from)
}

/** Whether nothing but a day or a title such as "Ms." stands in front of a name. */
export function isFront(sentence: string, from: number): boolean {
  return from <= 60 && FRONT.test(withoutTitle(sentence.slice(0, from)))
}

/** Whether two names that stand so are those of people who do something together. */
export function areJoined(between: string): boolean {
  return between.length <= 40 && JOINED.test(withoutTitle(between))
}

/** What stands in front of a name, without the "Superintendent" that belongs to it. */
export function withoutTitle(front: string): string {
  const [title, word = ""] = /(?<=^|\s)(\p{Lu}[\p{L}-]{2,20})\.?\s$/u.exec(front.slice(-24)) ?? []
  return title !== undefined && TITLE_WORDS.has(plainCase(word))
    ? front.slice(0, front.length - title.length)
    : front
}

/** The names joined to the one at `index` behind it. */
export function partnersAfter(
  sentence: string,
  names: readonly NameInText[],
  index: number,
): NameInText[] {
  const found: NameInText[] = []
  for (let i = index + 1; i < names.length; i++) {
    const [before, here] = [names[i - 1], names[i]]
    if (!before || !here || !areJoined(sentence.slice(before.to, here.from))) break
    found.push(here)
  }
  return found
}

/** "Ana and the clerk will …": somebody more, by their office. */
export function partnerByOffice(behind: string, who: Who): { name: string; length: number } | null {
  const match =
    /^\s(?:and|&)\s(?:the\s)?([\p{L}-]{3,20}(?:\s[\p{L}-]{3,20})?)(?=\s(?:will|shall|to|was|were|is|are|agreed|promised|offered|undertook|volunteered)\s)/u.exec(
      behind,
    )
  const name = match?.[1] ? who.holder(match[1]) : null
  return match && name ? { name, length: match[0].length } : null
}

/** "The treasurer and Ana will …": somebody in front, by their office. */
export function officeAhead(sentence: string, from: number, who: Who): string | null {
  if (from > 60) return null
  const office = /^(?:the\s)?([\p{L}-]{3,20}\.?(?:\s[\p{L}-]{3,20}\.?)?)\s(?:and|&)\s$/iu.exec(
    withoutTitle(sentence.slice(0, from)),
  )?.[1]
  return office ? who.holder(office) : null
}
