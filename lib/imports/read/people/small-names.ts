import { ORDINARY_WORDS } from "./vocabulary"

const WORD = /(?<![\p{L}\p{N}@./_-])\p{L}[\p{L}\p{M}]{2,20}(?![\p{L}\p{N}@_-]|\.\p{L})/gu
/** So many people are written small, so that "mark" and "will" alone are not taken for names. */
const FEWEST = 2

/** First names of the list that a hasty report writes small wherever it tells of them: "gethin was in the chair". */
export function smallNames(
  listed: readonly string[],
  texts: readonly string[],
): { name: string; alias: string }[] {
  const firsts = new Map<string, string[]>()
  for (const name of listed) {
    const [first = "", ...others] = name.split(" ")
    const small = first.toLowerCase()
    if (
      others.length > 0 &&
      small !== first &&
      /^\p{L}{3,20}$/u.test(first) &&
      !ORDINARY_WORDS.has(small)
    )
      firsts.set(small, [...(firsts.get(small) ?? []), name])
  }
  const written = { small: new Set<string>(), large: new Set<string>() }
  for (const text of texts)
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const plain = word.toLowerCase()
      if (!firsts.has(plain)) continue
      if (word === plain) written.small.add(plain)
      // "Gethin Prydderch" is how a list has him.
      else if (!/^\s\p{Lu}/u.test(text.slice(index + word.length, index + word.length + 2)))
        written.large.add(plain)
    }
  const own = [...written.small].filter((alias) => !written.large.has(alias))
  if (own.length < FEWEST || own.length <= written.large.size) return []
  return own.flatMap((alias) => {
    const people = new Set(firsts.get(alias))
    return people.size === 1 ? [...people].map((name) => ({ name, alias })) : []
  })
}
