import { findNames } from "../people/names"
import { type Rich, sliceRich } from "../text/rich"
import { anyOf, words } from "../text/stems"
import { namesOfSentence } from "./names-of-sentence"
import type { RollEntry } from "./roll-entry"
import { PARTLY } from "./scene-words"

const MAY_CALL = anyOf(
  words("apolog|regret|excus|absen|away|leave|sick|ill|holiday|not here|not present"),
)
/** What is said of somebody right behind their name and a sign: "– apologies", ": sick", "(regrets)". */
const AWAY =
  /^\s?(?:\([^()]{0,40}\)\s?)?(?:[–—:(,]|-\s)\s?(?:(?:with|sent|sends|has sent) (?:his |her |their )?)?(?:apolog(?:y|ies)|regrets?|excused|absent|away|(?:off )?sick|ill|on (?:\p{Ll}{1,9} )?(?:leave|holidays?)|not (?:here|present))(?=\s?(?:$|[.;,)(–]| (?:due|because|owing|today|and)\b)|\s(?=\p{Lu}))/u

/** "Ana Lind's apologies were noted." */
const OWN = /^['’]s? (?:apologies|regrets|excuses)(?: for absence)? (?:were|had|have)\b/

/** Those of a sentence behind whose names stands that they were away: "Ana Lind – apologies; Ben Okoro: sick". */
export function calledAway(sentence: Rich): RollEntry[] {
  const { text } = sentence
  if (!MAY_CALL(text)) return []
  const names = findNames(text).filter((name) => name.words > 1)
  const away = names.map(({ to, possessive }, at) => {
    const behind = text.slice(to, Math.min(names[at + 1]?.from ?? text.length, to + 120))
    if (possessive) return OWN.test(behind)
    return AWAY.test(behind) && !PARTLY.test(behind)
  })
  // "Ana Lind and Ben Okoro – apologies": the same is said of both.
  for (let at = names.length - 2; at >= 0; at--) {
    const between = text.slice(names[at]?.to, names[at + 1]?.from)
    if (away[at + 1] && /^,?\s(?:and|&)\s(?:\p{Lu}\p{L}{1,9}\.?\s)?$/u.test(between))
      away[at] = true
  }
  return names.flatMap(({ from, to }, at) =>
    away[at] ? namesOfSentence(sliceRich(sentence, from, to), true) : [],
  )
}
