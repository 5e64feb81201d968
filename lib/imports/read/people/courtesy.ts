import { plainCase } from "@/lib/check/words"

/** Where a letter and a full stop are a word of courtesy and no initial: beside the other form of it. */
const COURTESIES: readonly [beside: RegExp, front: RegExp][] = [
  [/\bD(?:ña|oña|\.?ª)\.?\s\p{Lu}/u, /^D\.ª?\s(?=\p{Lu}\p{Ll})/u],
  [/(?<!\p{L})(?:Mme|Mmes|Mlle|MM)\.?\s\p{Lu}/u, /^M\.\s(?=\p{Lu}\p{Ll}|d[eu']\s?\p{Lu})/u],
]
/** A short word with a full stop, or one that no vowel is in, in front of a name. */
const SHORT =
  /^(?:\p{Lu}[\p{L}ªº]{0,5}\.(?:[aªoº]\s)?|\p{Lu}[b-df-hj-np-tv-xz]{1,3})\s(?=\p{Lu}\p{Ll})/u
/** "Mama Ana Lind", "Bwana Ben Okoro": any word in front of a given name and a family name. */
const ADDRESS = /^\p{Lu}\p{Ll}{2,9}\s(?=\p{Lu}\p{Ll}\S{0,20}\s\p{Lu}\S{1,24}$)/u
/** So many of a list whom one word of that kind stands before, and nobody whose given name it is. */
const FEWEST_ADDRESSED = 3
/** Families of two letters that begin so. */
const FAMILY = /^ng$/
/** So many of a list bear a word in front that is no name. */
const FEWEST = 2

/**
 * Takes words of courtesy off names: "M." and "D." in a text that says "Mme" or "Dña." to others, and any
 * short word that stands in front of several people of `names`, whatever the tongue: "Hr. Ana Lind".
 */
export function courtesyOf(text: string, names: readonly string[]): (name: string) => string {
  const fronts = COURTESIES.filter(([beside]) => beside.test(text)).map(([, front]) => front)
  const shared = sharedFronts(names)
  return (whole) => {
    const name = withoutCalling(whole, text)
    const bare = fronts.reduce((rest, front) => rest.replace(front, ""), name)
    const word = SHORT.exec(bare)?.[0] ?? ADDRESS.exec(bare)?.[0] ?? ""
    return word && shared.has(plainCase(word.trim())) ? bare.slice(word.length) : bare
  }
}

/** What people do for a living ends so; some of them are first names. */
const CALLING =
  /^\p{Lu}\p{Ll}{3,12}(?:ist|er|or|ian|eer|ant|ent|man|woman)\s(?=\p{Lu}\p{Ll}+\s\p{Lu}[^\s]+$)/u
const FEWEST_ALONE = 2

/** "Journalist Ana Lind" of a list, whom all else of the text calls "Ana Lind". */
function withoutCalling(name: string, text: string): string {
  const front = CALLING.exec(name)?.[0] ?? ""
  if (!front) return name
  const bare = name.slice(front.length)
  const times = (said: string) => text.split(said).length - 1
  const alone = times(bare) - times(front + bare)
  return times(front + bare) <= 1 && alone >= FEWEST_ALONE ? bare : name
}

function sharedFronts(names: readonly string[]): ReadonlySet<string> {
  const people = new Map<string, Set<string>>()
  for (const name of names) {
    const word = SHORT.exec(name)?.[0] ?? ""
    const behind = name.slice(word.length)
    // "A. Lind": a letter in front of a family name is an initial.
    if (!word || (/^\p{Lu}\.\s$/u.test(word) && !behind.includes(" "))) continue
    const key = plainCase(word.trim())
    if (!FAMILY.test(key)) people.set(key, (people.get(key) ?? new Set()).add(behind))
  }
  const isShared = ([word, those]: [string, ReadonlySet<string>]) =>
    // Two of a long list may be a J. Robert and a J. Edgar.
    those.size >= FEWEST && (word.length > 2 || those.size * 3 >= names.length)
  return new Set([...[...people].filter(isShared).map(([word]) => word), ...addressesOf(names)])
}

/**
 * The words by which a list addresses people: before three and more of one list, where most of the others
 * bear such a word too. "Ana Maria Lind" has many namesakes, but seldom three in a list of whole names.
 */
function addressesOf(names: readonly string[]): string[] {
  const people = new Map<string, Set<string>>()
  for (const name of names) {
    const word = ADDRESS.exec(name)?.[0]
    if (!word) continue
    const key = plainCase(word.trim())
    people.set(key, (people.get(key) ?? new Set()).add(name))
  }
  const isGiven = (word: string) =>
    names.some((name) => /^\S+\s\S+$/.test(name) && plainCase(name.split(" ")[0] ?? "") === word)
  const words = [...people].filter(
    ([word, those]) => those.size >= FEWEST_ADDRESSED && !isGiven(word),
  )
  const addressed = words.reduce((sum, [, those]) => sum + those.size, 0)
  return addressed * 3 >= new Set(names).size * 2 ? words.map(([word]) => word) : []
}
