import { nameParts } from "@/lib/people/name-score"

type Alias = { name: string; alias: string }

/**
 * The first names of aliases, as aliases of their own: a text that calls Ilva Morandini, also known as Vivi
 * Morandini, by "Vivi" alone means her, where nobody else of those named is called so.
 */
export function firstNamesOf(aliases: readonly Alias[], named: readonly string[]): Alias[] {
  const bearers = new Map<string, Set<string>>()
  const all = [...named.map((name) => ({ name, alias: name })), ...aliases]
  for (const { name, alias } of all) {
    const [first = ""] = nameParts(alias)
    bearers.set(first, (bearers.get(first) ?? new Set()).add(name))
  }
  return aliases.flatMap(({ name, alias }) => {
    const [word = "", ...more] = alias.trim().split(/\s+/)
    const [first = "", ...rest] = nameParts(alias)
    const isWord = more.length > 0 && rest.length > 0 && first.length > 1
    return isWord && bearers.get(first)?.size === 1 && nameParts(word)[0] === first
      ? [{ name, alias: word }]
      : []
  })
}
