import { joins } from "../people/houses"
import type { NameInText } from "../people/names"
import type { Who } from "../people/who"

/** Somebody who is named by where they are from alone. */
export type HouseInText = NameInText & { house: true }

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]{0,40}|&/gu
const DELEGATE =
  "(?:representatives?|delegates?|delegations?|spokes(?:man|woman|person)|colleague|observer|envoy|member|man|woman|people)"
/** "the delegate of the ", "our colleague from ". */
const SENT_BY = new RegExp(
  `(?:^|(?<=[\\s(“"]))(?:the|an?|our)\\s${DELEGATE}\\s(?:of|from|for)\\s(?:the\\s)?$`,
  "iu",
)
/** "the ", "our " in front of a house. */
const ARTICLE = /(?:^|(?<=[\s(“"]))(?:the|our|an?)\s$/iu
const WITH_DELEGATE = new RegExp(`^\\s(${DELEGATE})(?![\\p{L}’'-])`, "iu")

/** Those of the list who are meant by their house: "Ferry Lines asked", "the pilots’ delegate", "by Customs". */
export function housesIn(sentence: string, who: Who): HouseInText[] {
  const { houses } = who
  if (houses.isEmpty) return []
  return runsIn(sentence, (word) => houses.hasWord(word)).flatMap(({ from, to }) => {
    const called = sentence.slice(from, to)
    const before = sentence.slice(Math.max(0, from - 60), from)
    const delegate = WITH_DELEGATE.exec(sentence.slice(to, to + 24))
    const sent = SENT_BY.exec(before)
    const article = sent ?? ARTICLE.exec(before)
    const isSent = delegate !== null || sent !== null
    // In small letters it is any pilot, and beside other large words a part of another name.
    if (!isSent && !/^\p{Lu}/u.test(called)) return []
    if (
      !isSent &&
      (/^\s\p{Lu}/u.test(sentence.slice(to, to + 2)) ||
        BESIDE.test(before.slice(0, before.length - (article?.[0].length ?? 0))))
    )
      return []
    const name = houses.member(called.replace(/['’]s?$/, ""), isSent || article !== null)
    if (!name) return []
    const end = to + (delegate?.[0].length ?? 0)
    const possessive = !delegate && /['’]s?$/.test(called)
    const start = from - (article?.[0].length ?? 0)
    return [{ name, from: start, to: end, words: 2, possessive, house: true as const }]
  })
}

/** "Port of Sol": what stands in front belongs to it. */
const BESIDE = /\p{Lu}[\p{L}\p{M}'’.-]*\s(?:(?:of|for)\s(?:the\s)?)?$/u

/** Stretches of words that houses are called by, small words between them included. */
function runsIn(sentence: string, isOwn: (word: string) => boolean) {
  const runs: { from: number; to: number }[] = []
  let last: { from: number; to: number; joined: number } | null = null
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    const end = index + word.length
    if (last && !/^\s$/.test(sentence.slice(last.joined, index))) last = null
    if (isOwn(word)) {
      if (last) {
        last.to = end
        last.joined = end
        const run = runs.at(-1)
        if (run) run.to = end
      } else {
        last = { from: index, to: end, joined: end }
        runs.push({ from: index, to: end })
      }
    } else if (last && joins(word)) last.joined = end
    else last = null
  }
  return runs
}
