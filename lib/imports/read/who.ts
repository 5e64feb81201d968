import { HONORIFIC, nameKey, nameWords } from "@/lib/check/names"
import { plainCase, squeezed } from "@/lib/check/words"
import { NameBook } from "./name-book"
import { ROLE_WORDS, TITLE_WORDS } from "./vocabulary"

type Alias = { name: string; alias: string }

/**
 * Everybody that a report names whole, to be found again by first name, family name, initials, handle
 * or alias. What could be two people is nobody.
 */
export class Who {
  readonly #book: NameBook
  readonly #families = new Map<string, string | null>()
  readonly #short = new Map<string, string | null>()
  readonly #offices = new Map<string, string | null>()
  readonly #known = new Set<string>()
  readonly #met = new Map<string, string | null>()

  constructor(names: readonly string[], aliases: readonly Alias[] = []) {
    this.#book = new NameBook([], aliases)
    for (const { name, alias } of aliases) put(this.#short, squeezed(alias), name)
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const words = nameWords(name)
    const key = words.join(" ")
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.#book.add(name)
    const [first = "", last = ""] = [words[0], words.at(-1)]
    if (words.length < 2) return
    // A family name may be the last word or all behind the first: "Zhao-Perera" and "Perera".
    const family = name.trim().split(/\s+/).at(-1) ?? ""
    for (const each of new Set([nameKey(family), last])) put(this.#families, each, name)
    const letters = words.map((word) => word.charAt(0)).join("")
    const whole = name.trim().split(/\s+/)
    const short = nameWords(whole.join(" "))
      .filter((_, index, all) => index === 0 || index === all.length - 1)
      .map((word) => word.charAt(0))
      .join("")
    const spaced = whole.map((word) => nameWords(word)[0]?.charAt(0) ?? "").join("")
    const squeezedFamily = squeezed(family)
    const forms = [letters, short, spaced, first + squeezedFamily, first.charAt(0) + squeezedFamily]
    for (const form of new Set([...forms, first + last.charAt(0), squeezedFamily + first]))
      put(this.#short, form, name)
  }

  /** Remembers what somebody is, so that "the clerk" is found where there is one alone. */
  holds(name: string, role: string | null): void {
    for (const part of role?.split(/,\s/) ?? []) {
      const words = part.toLowerCase().split(/\s+/)
      if (BODIES.test(part)) continue
      for (const office of new Set([words.join(" "), words.at(-1) ?? ""]))
        put(this.#offices, sameOffice(office), name)
    }
  }

  /** The only holder of an office of the report, such as "treasurer". */
  holder(office: string): string | null {
    return this.#offices.get(sameOffice(office.toLowerCase())) ?? null
  }

  /** A whole name that stands somewhere in the text: the last resort for a first name. */
  meet(name: string): void {
    const [first] = nameWords(name)
    if (first) put(this.#met, first, name)
  }

  /** The whole name that is meant; null for a name that nothing is known of. */
  whole(name: string): string | null {
    const own = this.#book.whole(name)
    if (own && (own.includes(" ") || !this.#families.get(nameKey(own)))) return own
    if (/^\p{Lu}{2,4}$/u.test(name)) return this.#short.get(squeezed(name)) ?? null
    // "Mayor Akintola" and "Ms. Akintola": the last word is the family name.
    const words = name.trim().split(/\s+/)
    const [first = ""] = words
    // "Vivi Morandini" is not Ilva: only a title or an initial may stand in front of a family name.
    if (words.length > 2 || (words.length === 2 && !isTitle(first) && !/^\p{Lu}\.?$/u.test(first)))
      return null
    const family = this.#families.get(nameKey(words.at(-1) ?? ""))
    return family ?? (words.length === 1 ? (this.#met.get(nameKey(name)) ?? null) : null)
  }

  /** The person behind a nickname of a chat or a "@handle". */
  handle(written: string): string | null {
    const bare = written.replace(/^@/, "").replace(/[_.]+/g, " ").trim()
    return this.whole(bare) ?? this.#short.get(squeezed(bare)) ?? null
  }

  /** So many are known by name that a single word that is none of them is no first name. */
  get isComplete(): boolean {
    return this.#known.size >= 3
  }

  knows(name: string): boolean {
    return this.whole(name) !== null
  }
}

/** What many are, or what somebody belongs to. */
const BODIES =
  /\b(?:secretariat|staff|team|office|committee|council|board|group|bureau|commission|members?|observers?|delegates?|advis[eo]rs?|representatives?|guests?|experts?)$/i

function isTitle(word: string): boolean {
  const plain = plainCase(word).replace(/\.$/, "")
  return TITLE_WORDS.has(plain) || ROLE_WORDS.has(plain) || HONORIFIC.test(`${word} X`)
}

function sameOffice(office: string): string {
  return office.replace(/^(?:the|our)\s/, "").replace(/chair(?:man|woman|person)$/, "chair")
}

/** Remembers who is meant; two different people under one key are nobody. */
function put(map: Map<string, string | null>, key: string, name: string): void {
  if (key === "") return
  const other = map.get(key)
  map.set(key, other === undefined || other === name ? name : null)
}
