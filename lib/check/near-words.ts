import type { Speller } from "./model"

const LETTERS = [..."etaoinshrdlucmfwypvbgkjqxz"]
/** What is often run together with the word behind or before it. */
const JOINED = ["the", "of", "to", "in", "and", "for", "on", "is"]

/**
 * The known word that a misspelt one most likely stands for, one slip away: two letters changed places, a
 * letter doubled or single, one too many, too few or another, a space left out. Null where there is none.
 * `likes` are words that the text itself uses.
 */
export function nearWord(
  word: string,
  { knows }: Speller,
  likes: ReadonlySet<string>,
): string | null {
  for (const slip of [swapped, doubled, lacking, needless, changed]) {
    const known = [...new Set(slip(word))].filter((other) => other !== word && knows(other))
    const best = known.find((other) => likes.has(other)) ?? known[0]
    if (best) return best
  }
  for (const small of JOINED) {
    const [before, behind] = [word.slice(small.length), word.slice(0, -small.length)]
    if (word.startsWith(small) && before.length > 2 && knows(before)) return `${small} ${before}`
    if (word.endsWith(small) && behind.length > 2 && knows(behind)) return `${behind} ${small}`
  }
  return null
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
