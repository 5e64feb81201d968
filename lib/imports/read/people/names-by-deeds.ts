import { plainCase } from "@/lib/check/words"
import { VERB } from "../tasks/commitment-words"
import { ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS, TITLE_WORDS } from "./vocabulary"
import type { Who } from "./who"

/** A word written large at the front of a sentence, an entry or a clause, and what follows it. */
const FRONT =
  /(?<=^|[.;:!?)]\s{1,2}|,\s(?:and\s)?|\s[–—-]\s)(\p{Lu}\p{Ll}[\p{L}\p{M}’'-]{1,16})(?=:\s\S|\s\p{Ll})/gu
/** What somebody does in minutes who is written by one word: takes something on, says something. */
const DEED = new RegExp(
  `^\\s(?:will|shall|to(?= ${VERB}\\b)|is going to|still has to|has to|said|says|asked|asks|told|reported|reports|mentioned|mentions|suggested|suggests|proposed|proposes|explained|explains|noted|notes|wondered|wonders|offered|offers|thinks|thought|presented|presents|showed|shows|agreed|agrees|volunteered|pointed out|would like)\\s\\p{Ll}`,
  "u",
)
/** What may be said of anything: it counts beside a deed alone. */
const STATE =
  /^(?::\s|\s(?:is|was|has|had|would|can|could|did|does|also|already|\p{Ll}{3,14}(?:ed|s))\s)/u
const FEWEST = 2

/** Every word that a report writes small. */
export function smallWords(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}@/._[(-]|[–—] )\p{Ll}[\p{Ll}’']{2,30}/gu))
      words.add(word)
  return words
}

/**
 * Those whom a report that lists nobody calls by one word, told by what they do: "Ama will invite her",
 * "Rasa has booked the flights". A thing at the front of a sentence is written small elsewhere.
 */
export function namesByDeeds(texts: readonly string[], who: Who): string[] {
  const seen = new Map<string, { times: number; deeds: number }>()
  for (const text of texts)
    for (const { 1: name = "", index } of text.slice(0, 5000).matchAll(FRONT)) {
      const behind = text.slice(index + name.length, index + name.length + 60)
      const deed = DEED.test(behind)
      if (!deed && !STATE.test(behind)) continue
      const own = seen.get(name) ?? { times: 0, deeds: 0 }
      seen.set(name, { times: own.times + 1, deeds: own.deeds + Number(deed) })
    }
  // "We’ll lose Ama’s account": whoever is named once more, wherever that stands.
  for (const text of texts)
    for (const [name] of text
      .slice(0, 5000)
      .matchAll(/(?<=\p{L}\s)\p{Lu}\p{Ll}[\p{L}\p{M}-]{1,16}/gu)) {
      const own = seen.get(name)
      if (own) own.times += 1
    }
  return [...seen].flatMap(([name, { times, deeds }]) =>
    deeds > 0 && times >= FEWEST && isNobodysWord(name) && !who.knows(name) && !who.isOfWords(name)
      ? [name]
      : [],
  )
}

/** Whether a word is none of those that stand for things, bodies and offices; "I’ll" is none at all. */
function isNobodysWord(name: string): boolean {
  const plain = plainCase(name)
  const known = [ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS, TITLE_WORDS]
  return (
    !known.some((words) => words.has(plain)) && !/['’](?:ll|ve|re|d|m|s|t)$|.{3}ing$/u.test(name)
  )
}
