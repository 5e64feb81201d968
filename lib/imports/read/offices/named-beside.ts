import { findNames, type NameInText } from "../people/names"

/** What may stand between an office and the name of its holder: "Mr ", "our friend " is none. */
const TITLE =
  /^(?:the )?(?:(?:mr|mrs|ms|mx|miss|dr|prof|hon|rev|revd|cllr|sir|frau|herrn?|sra?|do[ñn]a?|d|mme|m|\p{L}{2,4}(?=\.))\.? ){0,2}$/iu
/** What joins two names to one list: where each belongs, a comma, "and". */
const JOIN =
  /^(?: ?[([][^()[\]]{1,60}[)\]])?(?: (?:of|from|for) [^,.;:]{2,40}?)?(?:,? (?:and|&|y|e|et|und|with) |, | ?\/ )(?:(?:the )?(?:mr|mrs|ms|mx|dr|prof|cllr|sra?|mme)\.? )?$/i
/** So far behind an office its holders are looked for. */
const REACH = 240

/** The people who are named right behind a place in a sentence, and where they end. */
export function namedAt(
  sentence: string,
  at: number,
): { from: number; to: number; first: NameInText } | null {
  const text = sentence.slice(at, at + REACH)
  const names = findNames(text)
  // "Bro. Ana Lind", whatever the title stands for.
  const [title, named] = names
  const titled = title?.words === 1 && title.to - title.from < 6 && named?.from === title.to + 2
  const [first, ...more] = titled && text.charAt(title.to) === "." ? names.slice(1) : names
  if (!first || first.possessive || !TITLE.test(text.slice(0, first.from))) return null
  let to = first.to
  for (const name of more) {
    if (!JOIN.test(text.slice(to, name.from))) break
    to = name.to
  }
  return { from: at + first.from, to: at + to, first }
}

/** Where those begin who are named last in a text, one or several joined. */
export function lastNamed(text: string): number | null {
  const names = findNames(text)
  let at = names.length - 1
  while (at > 0 && JOIN.test(text.slice(names[at - 1]?.to ?? 0, names[at]?.from ?? 0))) at -= 1
  return names[at]?.from ?? null
}
