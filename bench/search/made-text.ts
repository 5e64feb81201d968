import { type SearchKind, type SearchText, searchKinds } from "@/lib/search/model"

/** Numbers that look as if by chance and are the same in every run. */
export function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4_294_967_296
  }
}

const starts = "con re pro inter sub trans pre de un ex co over".split(" ")
const middles =
  "sult port gov mand stra mult part nomin comm dig arch tect vent min pol cap roll fund temp lin sens mart".split(
    " ",
  )
const ends =
  "ation ing ed s ance ment er ive al ity ism ary ures ions est ful ness or ise able".split(" ")

/** Some thousands of words with the endings of English, the commonest first. */
export const vocabulary: readonly string[] = starts
  .flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)))
  .sort((one, other) => rank(one) - rank(other))

function rank(word: string): number {
  return [...word].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7)
}

const small = "the of and to in a is that for it was on with as by".split(" ")
const kinds = searchKinds.filter((kind) => kind !== "person" && kind !== "mapping-row")
const names = ["Ilva Morandini", "Samir Koskela", "Hyejin Abara", "Tomas Brandvold", "Nia Okonjo"]

/** A text of 20 to 140 words; a word is the rarer the later it stands in the vocabulary (Zipf). */
export function makeText(
  seed: number,
  { groupId, isPublic }: { groupId: string; isPublic: boolean },
): SearchText {
  const next = chance(seed + 1)
  const word = () => {
    if (next() < 0.4) return small[Math.floor(next() * small.length)] ?? ""
    const place = Math.floor(vocabulary.length ** next()) - 1
    return vocabulary[place] ?? ""
  }
  const length = 20 + Math.floor(next() * 120)
  const day = new Date(Date.UTC(2016, 0, 1 + Math.floor(next() * 3650)))
  return {
    groupId,
    kind: kinds[Math.floor(next() * kinds.length)] as SearchKind,
    reach: isPublic ? "public" : "members",
    href: `/desk/wg/meetings/${seed}`,
    title: Array.from({ length: 4 }, word).join(" "),
    words: Array.from({ length }, word).join(" "),
    names: [names[Math.floor(next() * names.length)] ?? ""],
    also: "",
    number: seed % 400,
    language: next() < 0.9 ? "english" : "french",
    day: day.toISOString().slice(0, 10),
    area: null,
  }
}
