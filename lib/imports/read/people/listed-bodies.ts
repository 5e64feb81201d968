import type { NameInText } from "./names"

/** The body that somebody speaks for, where a sentence names it. */
export type BodyInText = NameInText & { house: true }

const LONGEST = 60

/** The bodies that people of a report belong to: "Town of Ormsund" in "Ana Lind (Town of Ormsund)". */
export class ListedBodies {
  /** By their first word. */
  readonly #bodies = new Map<string, string[]>()

  add(house: string): void {
    if (house.length > LONGEST || !/^\p{Lu}[\p{L}\p{M}'’&.-]+(?:\s|$)/u.test(house)) return
    const first = firstWord(house)
    const others = this.#bodies.get(first) ?? []
    if (!others.includes(house)) this.#bodies.set(first, [...others, house])
  }

  /** Whether a text is the name of one and nothing else. */
  has(text: string): boolean {
    return this.#bodies.get(firstWord(text))?.includes(text) ?? false
  }

  /** Where a sentence names them, with the article in front. */
  find(sentence: string): BodyInText[] {
    if (this.#bodies.size === 0) return []
    return [...sentence.matchAll(WORD)].flatMap(({ index, 0: word }) => {
      const all = this.#bodies.get(firstWord(word)) ?? []
      const name = all.find((house) => isWhole(sentence, index, house))
      if (!name) return []
      const to = index + name.length
      const from = index - (/(?:^|\s)the\s$/i.test(sentence.slice(0, index).slice(-5)) ? 4 : 0)
      const possessive = /^['’]s?(?![\p{L}])/u.test(sentence.slice(to, to + 3))
      return { name, from, to, words: name.split(" ").length, possessive, house: true }
    })
  }
}

const WORD = /(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}'’&.-]+/gu

const firstWord = (text: string) =>
  (/^\S+/.exec(text.slice(0, LONGEST))?.[0] ?? "").replace(/['’.]+$/, "")

const isWhole = (sentence: string, from: number, house: string) =>
  sentence.startsWith(house, from) && !/[\p{L}\d]/u.test(sentence.charAt(from + house.length))
