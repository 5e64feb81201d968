import { anyOf, words } from "../text/stems"
import { namedAt } from "./named-beside"
import type { Office } from "./office-label"
import { CHAIR, HOST, held } from "./office-nouns"

type Named = { office: Office; from: number; to: number }

/** An office, and what joins the name of its holder to it: "As chair, ", "The host (", "Chair ". */
const before = (noun: string, where = "") =>
  new RegExp(
    `(?<=^|[.;:,] |\\d |\\band |\\b(?:the|our|today['’]s|as|madam|mister|mr\\.?) )${held(noun, where)}(?:, | \\(| (?:was|is|were) | )(?!and |or )`,
    "gi",
  )
/** "Our host at the Hall, Ana Lind". */
const AT_PLACE = "(?: (?:at|in|on) (?:the |our )?[a-z'’-]{2,20}(?: [a-z'’-]{2,20})?)?"
const OFFICES: readonly { office: Office; pattern: RegExp }[] = [
  { office: "moderators", pattern: before(CHAIR) },
  { office: "hosts", pattern: before(HOST, AT_PLACE) },
]
/** Most sentences name no office: told at a glance. */
const namesOffice = anyOf(words("chair|moderator|facilitator|president|presiding|conven|host"))

/** "In the absence of the Chair, Ana Lind", "apologies from the Chair, Ana Lind": no word that she led. */
const AWAY_IN_FRONT =
  /\b(?:absence|apologies|apology|regrets|excuses?|instead|place|stead|behalf|replac\w+|represent\w+|elect\w*|deputi[sz]\w+|(?:stood|stand\w*|step\w*|fill\w*) in|thank\w*)\b[^.;,]{0,30}$/i
const AWAY_BEHIND =
  /^[,)]{0,2} (?:who )?(?:(?:is|was|being|had|has|having)(?: been| to)? (?:absent|away|ill|sick|unwell|unable|excused|late|delayed|detained|travelling|abroad|leave|on leave|at sea)|(?:(?:had |has )?(?:sent|tendered|gave|given) (?:\p{L}+ )?(?:apologies|regrets|excuses)))/u

/** Who stands right behind the name of an office of the meeting: "The host, Ana Lind, let us in". */
export function namedBehindOffice(sentence: string): Named[] {
  if (!namesOffice(sentence)) return []
  return OFFICES.flatMap(({ office, pattern }) =>
    [...sentence.matchAll(pattern)].flatMap(({ index, 0: all }): Named[] => {
      const named = namedAt(sentence, index + all.length)
      const front = sentence.slice(Math.max(0, index - 60), index)
      if (!named || (AWAY_IN_FRONT.test(front) && (office !== "hosts" || !/thank/i.test(front))))
        return []
      const behind = sentence.slice(named.to, named.to + 80)
      if (AWAY_BEHIND.test(behind)) return []
      const isOne =
        /(?:^|[.;:,] )as (?:the |our )?$/i.test(front) || isClosed(all, named.first.words, behind)
      return isOne ? [{ office, from: named.from, to: named.to }] : []
    }),
  )
}

/** "Our chairs, Ana said, are old": a sign in front of a name comes again behind it; a bare name has its verb. */
function isClosed(office: string, words: number, behind: string): boolean {
  if (office.endsWith("(")) return /^[^()]{0,60}\)/.test(behind)
  if (/ (?:was|is|were) $/i.test(office)) return true
  if (office.endsWith(", "))
    return /^(?: ?[([][^()]{1,60}[)\]])?(?: (?:of|from) [^,]{2,40})?(?:,|\.?$)/.test(behind)
  const isLed = words > 1 || !/president/i.test(office)
  return isLed && /^(?: \([^()]{2,60}\))? \p{Ll}/u.test(behind)
}
