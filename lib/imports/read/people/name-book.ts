import { nameKey, nameWords } from "@/lib/check/names"

/** Names that a text gives, to find the whole name behind a first name or an alias. */
export class NameBook {
  readonly #byFirst = new Map<string, string>()
  readonly #byAlias = new Map<string, string>()
  readonly #byKey = new Map<string, string>()

  constructor(names: readonly string[], aliases: readonly { name: string; alias: string }[] = []) {
    for (const { name, alias } of aliases) this.#byAlias.set(nameKey(alias), name)
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const words = nameWords(name)
    const key = words.join(" ")
    if (!this.#byKey.has(key)) this.#byKey.set(key, name)
    const [given = ""] = name.trim().split(/\s+/)
    for (const first of [words[0] ?? "", nameKey(given)])
      if (first && first !== key && !this.#byFirst.has(first)) this.#byFirst.set(first, name)
  }

  /** The whole name that is meant; null for a name that nothing is known of. */
  whole(name: string): string | null {
    const key = nameKey(name)
    const known = this.#byAlias.get(key) ?? this.#byKey.get(key)
    if (known && nameWords(known).length > 1) return known
    return (/\s/.test(name.trim()) ? null : this.#byFirst.get(key)) ?? known ?? null
  }
}
