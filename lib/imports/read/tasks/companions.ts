import { areJoined, partnersAfter } from "../people/joined-names"
import type { NameInText } from "../people/names"

/** "With the help of": those who do it with somebody else. */
export const HELPED_BY =
  "(?:with (?:the )?(?:help|support|assistance) (?:of|from)|(?:helped|assisted|supported|backed) by)"

/** Names joined to the one at `index` by commas and "and": "Ana, Ben and Cem will …". */
export function partnersOf(
  sentence: string,
  names: readonly NameInText[],
  index: number,
): NameInText[] {
  const found: NameInText[] = []
  for (let i = index; i > 0; i--) {
    const before = names[i - 1]
    const here = names[i]
    if (!before || !here || !areJoined(sentence.slice(before.to, here.from))) break
    // "By 14 April, and Luca will …": a day and nobody.
    if (/\d\s$/.test(sentence.slice(Math.max(0, before.from - 2), before.from))) break
    // "As agreed in April, Finn will …": when or where it was, and nobody.
    const between = sentence.slice(before.to, here.from)
    if (
      between === ", " &&
      INTRODUCED.test(sentence.slice(Math.max(0, before.from - 12), before.from))
    )
      break
    found.unshift(before)
  }
  return found
}

const INTRODUCED = /(?:^|\s)(?:in|at|on|since|from|during|until|before|after|near|outside)\s$/i

/** "Ben, together with Cem, will …", "Ben will … together with Cem": those named beside him. */
export function companionsOf(behind: string, names: readonly NameInText[], { to }: NameInText) {
  const aside = ASIDE.exec(behind)?.[0].length ?? 0
  const beside = names.filter((other) => other.from >= to && other.to <= to + aside)
  const helper = names.find(
    (other) =>
      other.from > to &&
      /\bwith\s$/.test(behind.slice(0, other.from - to)) &&
      /^['’]s? (?:help|support|assistance)\b/.test(behind.slice(other.to - to)),
  )
  if (helper) return [...beside, ...(beside.includes(helper) ? [] : [helper])]
  const later = aside > 0 ? null : LATER_WITH.exec(behind)
  const next = later ? names.filter((other) => other.from >= to + later[0].length) : []
  const [first] = next
  if (!later || !first || first.possessive || first.from > to + later[0].length) return beside
  return [first, ...partnersAfter(behind.padStart(to + behind.length), next, 0)]
}

const WITH = `(?:(?:together|along|jointly|in cooperation) with|${HELPED_BY})`
/** ", with the help of the Coast Guard", " together with Cem", " will, with Cem, …" right behind a name. */
const ASIDE = new RegExp(`^(?: (?:will|shall))?,? (?:${WITH}|with) [^,.;]{2,60}`)
/** "Will lead it together with": with nobody else's clause between. */
const LATER_WITH = new RegExp(
  `^(?:(?! and | but | while )[^,.;:]){4,120}? (?:(?:together|jointly) with|${HELPED_BY}) (?:(?:mr|mrs|ms|miss|dr|prof)\\.?\\s)?(?=\\p{Lu})`,
  "iu",
)
