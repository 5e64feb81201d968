import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { COUNTRIES, ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS } from "./vocabulary"

/** "GRAU, Velimira": a family name in capitals, then the name given. */
const TURNED =
  /^(\p{Lu}[\p{Lu}\p{M}'’-]+(?:\s[\p{Lu}\p{M}'’-]+){0,3}),\s?(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,2})(?=\s*$|\s*[,;(|\t–—]|\s-|\s{2})/u
/** The same in small letters, where a whole list is turned: "Fairweather, Ottoline", "Barrientos Luna, Sol". */
const TURNED_SMALL =
  /^((?:(?:[Aa]l|[Bb]in|[Dd]a|[Dd]e|[Dd]el|[Dd]ella|[Dd]er|[Dd]i|[Dd]os|[Dd]u|[Ee]l|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Vv]an|[Vv]on)\s){0,3}\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,2}),\s?(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)?)(?=\s*$|\s*[,;(|\t–—]|\s-|\s{2})/u

/** "AH, TN": the initials of two people. */
const isShort = (word: string) => /^\p{Lu}{2,3}$/u.test(word)

/** A name that begins with the family's; `turned`: the list has them all so. */
export function turnedName(text: string, turned: boolean): { name: string; rest: string } | null {
  const match = TURNED.exec(text) ?? (turned ? TURNED_SMALL.exec(text) : null)
  if (!match?.[1] || !match[2] || (isShort(match[1]) && isShort(match[2]))) return null
  const known = (word: string) => ORGANISATION_WORDS.has(word) || ROLE_WORDS.has(word)
  const given = plainCase(match[2]).split(/\s+/)
  if (given.some((word) => known(word) || ORDINARY_WORDS.has(word) || COUNTRIES.has(word)))
    return null
  if (plainCase(match[1]).split(/\s+/).some(known)) return null
  const rest = text.slice(match[0].length).replace(/^\s*[,;|\t–—-]\s*/, "")
  return { name: `${match[2]} ${match[1]}`, rest }
}

/**
 * Whether the entries of a list are a family name, a comma and a name given. Labels between them have
 * no comma; most families have one word, so that "Ana Lind, Oslo" is none.
 */
export function areTurned(texts: readonly string[]): boolean {
  const entries = texts
    .map((text) =>
      text
        .trim()
        .replace(/^\p{Lu}[^:;,()]{2,40}:\s+/u, "")
        .replace(HONORIFIC, ""),
    )
    .filter((text) => text.includes(","))
  if (entries.length < 3 || entries.length < texts.length * 0.6) return false
  if (!entries.every((text) => turnedName(text, true) !== null)) return false
  const short = entries.filter((text) => {
    const family = TURNED_SMALL.exec(text)?.[1] ?? TURNED.exec(text)?.[1] ?? " "
    return !/\s/.test(family.replace(/^(?:\p{Ll}+\s)+/u, ""))
  })
  return short.length * 2 > entries.length
}
