import type { Coverage } from "@/lib/check/model"
import { contentWords, plainCase } from "@/lib/check/words"
import type { ReadItem } from "../model"
import { findSentences } from "../text/sentences"
import { coverageOf } from "./coverage-words"

/** So many sentences are asked, and so much of each. */
const MOST = 400
const LONGEST = 600

/**
 * What sentences on others tell of an item by its very title: in front of a colon, "Flags: the town's is torn",
 * and where few items have a section (`sparse`), anywhere, "Yusuf followed with the ticket machine".
 */
export function toldInPassing(
  texts: readonly string[],
  sparse: boolean,
): (item: ReadItem) => Coverage | null {
  const sentences = texts
    .flatMap((text) =>
      findSentences(text.slice(0, 4000)).map(({ from, to }) =>
        text.slice(from, Math.min(to, from + LONGEST)),
      ),
    )
    .slice(0, MOST)
    .map((said) => ({ said, plain: ` ${plainCase(said)}` }))
  return ({ title }) => {
    const key = plainCase(title)
    if (key.length < 4) return null
    const front = sentences.find(({ plain }) => plain.startsWith(` ${key}: `))
    if (front) return coverageOf(front.said.slice(front.said.indexOf(":") + 1).trim())
    if (!sparse || contentWords(title).length < 2) return null
    const named = sentences.find(({ plain }) => {
      const at = plain.indexOf(` ${key}`)
      return at >= 0 && !/^[\p{L}\d]/u.test(plain.slice(at + key.length + 1))
    })
    return named ? coverageOf(named.said) : null
  }
}
