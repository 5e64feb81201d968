/** A word of a text: where it stands, and as it is compared. */
export type Token = { from: number; to: number; word: string }

/** Letters that do not come apart into a letter and a mark. */
const letters = new Map(
  Object.entries({ ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" }),
)
/** Scripts that write without spaces: each sign stands alone, and several are a phrase. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const wordsOrSigns =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** What may stand inside a word that others write without it: "e-mail", "l’accord", "U.N.". */
const joints = /^[\p{Pd}'’.·]$/u
const longestJoined = 40

/** A word as it is compared: small letters, without accents. "й" keeps its own, it is no "и". */
export function foldWord(word: string): string {
  const bare = word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, (mark, at: number, whole: string) =>
      mark === "\u0306" && whole[at - 1] === "и" ? mark : "",
    )
    .normalize("NFC")
  return [...bare]
    .map((sign) => letters.get(sign) ?? sign)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "")
}

/** The words of a text in their order. Everything but letters and digits parts them. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(wordsOrSigns)].flatMap((match) => {
    const word = foldWord(match[0])
    return word ? [{ from: match.index, to: match.index + match[0].length, word }] : []
  })
}

/** Whether a word is one sign of a script without spaces. */
export const isSign = (word: string): boolean => unspaced.test(word)

/** The words of a text, folded, with single spaces: the form in which Postgres gets it. */
export const foldedText = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(" ")

/** Words that a hyphen or an apostrophe takes apart, as those write them who leave it out. */
export function joinedWords(text: string): string[] {
  const tokens = tokensOf(text)
  const joined = new Set<string>()
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]
    let whole = first?.word ?? ""
    let end = first?.to ?? 0
    while (isJoint(text, end, tokens[at + 1])) {
      at += 1
      whole += tokens[at]?.word ?? ""
      end = tokens[at]?.to ?? end
    }
    if (first && end > first.to && whole.length <= longestJoined) joined.add(whole)
  }
  return [...joined]
}

function isJoint(text: string, end: number, next: Token | undefined): boolean {
  return next?.from === end + 1 && joints.test(text.charAt(end))
}

/** A number for two words that follow each other: FNV-1a over both, as Postgres keeps integers. */
function pairOf(one: string, other: string): number {
  let hash = 0x811c9dc5
  for (const sign of `${one} ${other}`) {
    hash ^= sign.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return hash | 0
}

/** The numbers of every two words that follow each other. Two pairs may share a number. */
export function pairsOf(words: readonly string[]): number[] {
  return [...new Set(words.slice(1).map((word, at) => pairOf(words[at] ?? "", word)))]
}
