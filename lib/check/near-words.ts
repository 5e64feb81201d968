import type { Speller } from "./model"

const LETTERS = [..."etaoinshrdlucmfwypvbgkjqxz"]
/** Short words are near to many others: of these only letters that changed places in the commonest count. */
const SHORT = 4
const COMMON = new Set(
  "the and for with from that this then than have been were they them will also what when who his her its our you your some such more most only over into upon both each said".split(
    " ",
  ),
)
const SHORTISH = 5

/**
 * The known word that a misspelt one most likely stands for, one slip away: two letters changed places, a
 * letter doubled or single, one too many, too few or another, a space left out beside "the". Null where
 * there is none.
 */
export function nearWord(
  word: string,
  { knows }: Speller,
  likes: ReadonlySet<string>,
): string | null {
  for (const slip of slipsOf(word)) {
    const fits = (other: string) =>
      other !== word && (word.length > SHORT ? knows(other) : COMMON.has(other))
    const known = [...new Set(slip(word))].filter(fits)
    const best = known.find((other) => likes.has(other)) ?? known[0]
    if (best) return best
  }
  const [behind, before] = [word.slice(3), word.slice(0, -3)]
  if (word.startsWith("the") && behind.length > 3 && knows(behind)) return `the ${behind}`
  if (word.endsWith("the") && before.length > 1 && knows(before)) return `${before} the`
  return null
}

function slipsOf(word: string) {
  if (word.length <= SHORT) return [swapped]
  return word.length <= SHORTISH
    ? [swapped, doubled]
    : [swapped, doubled, lacking, needless, changed]
}

const places = (word: string) => [...word].map((_, place) => place)

function swapped(word: string): string[] {
  return places(word)
    .slice(1)
    .map((at) => word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1))
}

/** "Comitee" for "committee" is two slips; "occured" for "occurred" and "untill" for "until" are one. */
function doubled(word: string): string[] {
  return places(word).flatMap((at) =>
    word.charAt(at) === word.charAt(at + 1)
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + word.charAt(at) + word.slice(at),
  )
}

function needless(word: string): string[] {
  return places(word).map((at) => word.slice(0, at) + word.slice(at + 1))
}

function lacking(word: string): string[] {
  return [...places(word), word.length].flatMap((at) =>
    LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at)),
  )
}

function changed(word: string): string[] {
  return places(word).flatMap((at) =>
    LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at + 1)),
  )
}
