import { nameKey, nameWords } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import { Answers } from "./answers"
import { behindHandle } from "./handles"
import { Houses } from "./houses"
import { ListedBodies } from "./listed-bodies"
import { NameBook } from "./name-book"
import { OfficeBook } from "./office-book"
import { put } from "./only"
import { isSmall, shortFormsOf } from "./short-forms"
import { COURTESY, HANDLE, isTitle, lettersOf, TITLED } from "./titles-and-letters"

/**
 * Everybody that a report names whole, to be found again by first name, family name, initials, handle
 * or alias. What could be two people is nobody.
 */
export class Who {
  readonly #book: NameBook
  readonly #families = new Map<string, string | null>()
  readonly #short = new Map<string, string | null>()
  readonly #offices = new OfficeBook()
  readonly #known = new Set<string>()
  readonly #met = new Map<string, string | null>()
  readonly #metFamilies = new Map<string, string | null>()
  readonly #metShort = new Map<string, string | null>()
  /** Words that the report writes small as well: "Release" at the front of an entry is nobody there. */
  #small: ReadonlySet<string> = new Set()
  /** Every stretch of words of a name, for who is called by some of them: "Villaseñor Ortega". */
  readonly #parts = new Map<string, string | null>()
  /** The first word of a name and a later one, or its letter: "Ana Lind" and "Ana L." of Ana María Lind. */
  readonly #skipped = new Map<string, string | null>()
  /** How a first name begins: "Gwen" is Gwendolyn where nobody else is called so. */
  readonly #begins = new Map<string, string | null>()
  readonly #titles = new Set<string>()
  /** The same few names are asked about at every sentence. */
  readonly #answers = new Answers()
  /** Those called by one word in small letters, who are not found by how a name looks, and their whole names. */
  readonly nicks = new Map<string, string>()
  /** Who "I" is where nobody has the floor. */
  writer: string | null = null
  /** The only one from each house: "the Coast Guard" that says something is who stands for it. */
  readonly houses = new Houses()
  /** The bodies that people of a list belong to, which take on tasks themselves. */
  readonly bodies = new ListedBodies()

  constructor(names: readonly string[], aliases: readonly { name: string; alias: string }[] = []) {
    this.#book = new NameBook([], aliases)
    for (const { name, alias } of aliases) put(this.#short, squeezed(alias), name)
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const words = nameWords(name)
    const key = words.join(" ")
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.#answers.forget()
    this.#book.add(name)
    const [first = "", last = ""] = [words[0], words.at(-1)]
    if (/^\p{Ll}[\p{L}\d_.-]*$/u.test(name)) this.nicks.set(name, name)
    // "EleriVaughan": how a wiki writes a name in one word.
    const [, given, family2] = /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u.exec(name) ?? []
    for (const part of [given, family2]) if (part) put(this.#parts, nameKey(part), name)
    if (words.length < 2) return
    for (let from = 0; from < Math.min(words.length, 6); from++)
      for (let to = from + 1; to <= Math.min(words.length, from + 4); to++)
        if (to - from > 1 || !isSmall(words[from] ?? ""))
          put(this.#parts, words.slice(from, to).join(" "), name)
    // A family name may be the last word or all behind the first: "Zhao-Perera" and "Perera".
    const family = name.trim().split(/\s+/).at(-1) ?? ""
    for (const each of new Set([nameKey(family), last])) put(this.#families, each, name)
    for (let length = 3; length < Math.min(first.length, 10); length++)
      put(this.#begins, first.slice(0, length), name)
    for (const word of words.slice(1))
      for (const form of [word, word.charAt(0)])
        if (!isSmall(word)) put(this.#skipped, `${first} ${form}`, name)
    for (const form of shortFormsOf(name)) put(this.#short, form, name)
  }

  /** Remembers what somebody is, so that "the clerk" is found where there is one alone. */
  holds(name: string, role: string | null): void {
    this.#offices.add(name, role)
    this.#answers.forget()
  }

  /** Remembers where somebody is from; the initials that stand behind a name are no house. */
  isFrom(name: string, house: string | null): void {
    if (house && !this.knows(house)) this.houses.add(name, house)
  }

  /** Whether any office of the report is known, so that it is worth looking for one. */
  get knowsOffices(): boolean {
    return !this.#offices.isEmpty
  }

  /** The only holder of an office of the report, such as "treasurer". */
  holder(office: string): string | null {
    return this.#offices.holder(office)
  }

  /** A whole name that stands somewhere in the text: the last resort for a first name. */
  meet(name: string): void {
    this.#answers.forget()
    const [first, ...others] = nameWords(name)
    if (first) put(this.#met, first, name)
    const last = others.at(-1)
    if (!last) return
    put(this.#metFamilies, last, name)
    for (const form of lettersOf([first ?? "", ...others])) put(this.#metShort, form, name)
  }

  /** "Mr. Stokes asked" where the text has "Hiram Stokes" once: a family name behind a title is known from then on. */
  meetTitled(text: string): void {
    for (const [, title = "", family = ""] of text.matchAll(TITLED)) {
      const met =
        isTitle(title) && !this.whole(family) ? this.#metFamilies.get(nameKey(family)) : null
      if (met) this.add(met)
    }
  }

  /** Remembers somebody whom the report calls by one word, in no list. */
  isCalled(name: string): void {
    this.#book.add(name)
    this.#answers.forget()
  }

  /** Remembers the words that a report writes small. */
  learnWords(words: ReadonlySet<string>): void {
    this.#small = words
  }

  /** Whether a name that nothing else is known of is made of words that the report writes small elsewhere. */
  isOfWords(name: string): boolean {
    return name.split(/[\s-]+/).every((part) => this.#small.has(part.toLowerCase()))
  }

  /** The whole name that is meant; null for a name that nothing is known of. */
  whole(written: string): string | null {
    return this.#answers.to(written, (name) => this.#find(name))
  }

  #find(written: string): string | null {
    // "Min-ji" may be a name of its own, and not that of a "Min" who is honoured.
    const name = this.#book.whole(written) ? written : written.replace(COURTESY, "")
    const own = this.#book.whole(name)
    if (own && (own.includes(" ") || !this.#families.get(nameKey(own)))) return own
    const nick = this.nicks.get(name)
    if (nick) return nick
    // "AnaL", "BOkoro": a handle made of a name, as it is written in a chat.
    const handle = HANDLE.test(name) ? this.#short.get(squeezed(name)) : null
    if (handle) return handle
    if (/^\p{Lu}{2,4}$/u.test(name)) {
      const [known, met] = [this.#short, this.#metShort].map((map) => map.get(squeezed(name)))
      // "TSAI" is a family in capitals where nobody has such initials.
      return (known === undefined ? met : known) ?? this.#families.get(nameKey(name)) ?? null
    }
    const called = this.#withoutTitles(name)
    if (called.length === 0) return null
    const key = nameKey(called.join(" "))
    const part = this.#parts.get(key) ?? this.#skipped.get(key)
    if (part) return part
    // "C. Ngo Bayiha": an initial in front of a family of two words.
    const initial = /^\p{Lu}\.?$/u.test(called[0] ?? "") ? called[0]?.charAt(0) : undefined
    const kin = initial ? this.#parts.get(nameKey(called.slice(1).join(" "))) : null
    if (kin && nameWords(kin)[0]?.startsWith(initial?.toLowerCase() ?? " ")) return kin
    // "Vivi Morandini" is not Ilva: only an initial may stand in front of a family name.
    const [first = ""] = called
    if (called.length > 2 || (called.length === 2 && !/^\p{Lu}\.?$/u.test(first))) return null
    const family = this.#families.get(nameKey(called.at(-1) ?? ""))
    if (family || called.length > 1) return family ?? null
    // "Professor Abernathy" where the text has her whole name elsewhere: the title says it is one.
    const titled = called.length < name.trim().split(/\s+/).length
    // "Treasurer Boone" where the list has "Boone".
    const listed = titled ? this.#book.whole(first) : null
    if (titled)
      return (
        listed ?? this.#metFamilies.get(nameKey(first)) ?? this.#met.get(nameKey(first)) ?? null
      )
    const begun = /^\p{Lu}\p{Ll}{2,8}$/u.test(name) ? this.#begins.get(nameKey(name)) : null
    return this.#met.get(nameKey(name)) ?? begun ?? null
  }

  /** The words of a name behind "Mayor", "Ms." or a title that only this report uses. */
  #withoutTitles(name: string): string[] {
    const words = name.trim().split(/\s+/)
    while (
      words.length > 1 &&
      (isTitle(words[0] ?? "") ||
        /^\p{L}{2,4}\.$/u.test(words[0] ?? "") ||
        this.#titles.has(nameKey(words[0] ?? "")) ||
        this.#offices.has(words[0] ?? ""))
    )
      words.shift()
    // "Ditch Rider Lind" where the list has "Ana Lind, Ditch Rider".
    return words.length > 2 && this.#offices.has(words.slice(0, 2).join(" "))
      ? words.slice(2)
      : words
  }

  /** "Nurse Ekanem", "Nurse Agbonifo": what stands in front of several people's names is a title. */
  learnTitles(names: readonly string[]): void {
    const before = new Map<string, Set<string>>()
    for (const name of names) {
      const [first = "", ...rest] = name.trim().split(/\s+/)
      if (rest.length === 0 || this.#parts.has(nameKey(name)) || this.#parts.has(nameKey(first)))
        continue
      const person = this.#parts.get(nameKey(rest.join(" ")))
      if (!person) continue
      const people = before.get(nameKey(first)) ?? new Set()
      before.set(nameKey(first), people.add(person))
    }
    for (const [title, people] of before) if (people.size > 1) this.#titles.add(title)
    this.#answers.forget()
  }

  /** The person behind a nickname of a chat or a "@handle". */
  handle(written: string): string | null {
    const bare = written.replace(/^@/, "").replace(/[_.]+/g, " ").trim()
    const large = bare.charAt(0).toUpperCase() + bare.slice(1)
    return (
      this.whole(bare) ??
      this.#short.get(squeezed(bare)) ??
      // "@ifeo" is Ifeoma, "@dsok" Dmitri Sokolenko: how a name begins.
      (bare.length >= 4 ? (this.whole(large) ?? behindHandle(bare, this.#families)) : null)
    )
  }

  /** The person called so in small letters: by a first name, or by a nickname that the report explains. */
  nickname(written: string): string | null {
    return written.length < 3 ? null : (this.#short.get(squeezed(written)) ?? this.whole(written))
  }

  /** Remembers a nickname that the report explains. */
  calls(name: string, alias: string): void {
    put(this.#short, squeezed(alias), name)
    this.#answers.forget()
    if (/^\p{Ll}[\p{L}\d_-]{2,24}$/u.test(alias)) this.nicks.set(alias, name)
  }

  /** So many are known by name that a single word that is none of them is no first name. */
  get isComplete(): boolean {
    return this.#known.size >= 3
  }

  knows(name: string): boolean {
    return this.whole(name) !== null
  }
}
