import { nameKey } from "@/lib/check/names"
import { remembered } from "@/lib/platform/remembered"
import { put } from "./only"

/** Words that join those of a name, and say nothing of whose it is. */
const JOINING = /^(?:of|the|for|and|&|de|la|le|les|des|du|del|der|die|das|für|von)$/i
/** What so many bodies are called that it alone names none: the group that meets may be "the committee". */
const ANY_BODY =
  /^(?:group|committee|council|board|team|office|union|club|society|association|forum|network|panel|commission|department|division|company|institute|university|school|centre|center|service|foundation|federation|chair|secretariat|member|ministry|agency|staff|meeting|international|national|general|local|public)$/

/** Where those of a list belong, so that "the Coast Guard" or "the pilots’ delegate" is found where one alone is from there. */
export class Houses {
  readonly #members = new Map<string, string | null>()
  readonly #words = new Set<string>()

  add(name: string, house: string): void {
    const words = wordsOf(house)
    if (words.length === 0 || words.length > 6 || /[;:@\d]/.test(house)) return
    put(this.#members, words.join(" "), name)
    for (const word of words) this.#words.add(word)
  }

  /** Whether no house is known, so that nothing need be looked for. */
  get isEmpty(): boolean {
    return this.#words.size === 0
  }

  /** Whether a word is one of those that a house is called by. */
  hasWord(word: string): boolean {
    return this.#words.has(plain(word))
  }

  /**
   * The only one from the house that is called so, in any order of its words; `shortened`: by some of them, as
   * long as they are no other house's.
   */
  member(called: string, shortened: boolean): string | null {
    const words = wordsOf(called)
    if (words.length === 0) return null
    const own = words.toSorted().join(" ")
    const houses = [...this.#members].filter(([key]) => {
      const all = key.split(" ")
      return words.every((word) => all.includes(word))
    })
    const whole = houses.find(([key]) => key.split(" ").toSorted().join(" ") === own)
    if (whole) return whole[1]
    if (words.length === 1 && (!shortened || ANY_BODY.test(own))) return null
    return houses.length === 1 ? (houses[0]?.[1] ?? null) : null
  }
}

/** Whether a word may stand within the name of a house and is none of its own. */
export const joins = (word: string) => JOINING.test(word)

const wordsOf = (house: string) =>
  (house.match(/[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu) ?? []).filter((word) => !joins(word)).map(plain)

/** "Pilots’", "pilot’s", "pilot": one word. */
const plain = remembered((word: string) =>
  nameKey(word.replace(/['’]s?$/, "")).replace(/(?<=\p{L}{3})(?<!s)s$/u, ""),
)
