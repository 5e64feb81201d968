import { nameWords } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import { isNick } from "./handles"

type Person = { name: string; affiliation: string | null; role: string | null }

/** The initials and handles that a list gives behind its names: "Kwame Lindqvist (KL)", "Ana Lind (@ana)". */
export function shortNames(people: readonly Person[]): { name: string; alias: string }[] {
  return people.flatMap(({ name, affiliation, role }) =>
    [affiliation, role]
      .flatMap((text) => text?.split(/,\s/) ?? [])
      .flatMap((text) => {
        const handle = /^@([\p{L}\d_.-]{2,40})(?:\s|$)/u.exec(text)?.[1]
        if (handle) return [{ name, alias: handle }]
        return /^\p{Lu}{2,4}$/u.test(text) && isWithin(squeezed(text), nameWords(name).join(""))
          ? [{ name, alias: text }]
          : []
      }),
  )
}

const TOLD =
  /^(\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,24}){1,3})(?:\s{1,3}[–—-]\s[^()]{1,60}?)?\s?(?:[–—-]\s)?\((\p{Lu}{2,4})\)/u
/** In a title of an item the name stands at the end. */
const AT_END =
  /[,–—-]\s(\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,24}){1,3})\s\((\p{Lu}{2,4})\)\W*$/u

/** "TO = Terrence Obuya    NI = Nadezhda Ivanova", "sol = Solveig Brattland, Brevdue": a legend. */
const EQUALS =
  /(?<![^\s])([\p{L}\d_-]{2,20})\s{1,6}=\s{1,6}(\p{Lu}[\p{L}\p{M}'’.-]{1,24}(?:\s[\p{L}\p{M}'’.-]{1,24}){0,2}\s\p{Lu}[\p{L}\p{M}'’-]{1,24})/gu

/** "Ruud Hoekstra - Letterbank (RHO)", "Side delay, Freja Lund (FL)": initials that a line explains, wherever it stands. */
export function initialsTold(texts: readonly string[]): { name: string; alias: string }[] {
  return texts.flatMap((text) => {
    if (text.length <= 200 && text.includes(" = "))
      return [...text.matchAll(EQUALS)].map(([, alias = "", name = ""]) => ({ name, alias }))
    if (text.length > 200 || !/\(\p{Lu}{2,4}\)/u.test(text)) return []
    const [, name = "", alias = ""] = TOLD.exec(text) ?? AT_END.exec(text) ?? []
    return alias && isWithin(squeezed(alias), nameWords(name).join("")) ? [{ name, alias }] : []
  })
}

/** "Ferran (fvila)": how somebody signs in a chat, in small letters behind the name. */
export function nicknames(people: readonly Person[]): { name: string; alias: string }[] {
  return people.flatMap(({ name, affiliation }) =>
    affiliation && /^\p{Ll}/u.test(affiliation) && isNick(affiliation)
      ? [{ name, alias: affiliation }]
      : [],
  )
}

/** Whether the letters of a short form stand in a name in their order, from its first letter on. */
function isWithin(short: string, name: string): boolean {
  if (short[0] !== name[0]) return false
  let at = -1
  for (const letter of short) {
    at = name.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** "W. Lind", "W J Lind": a family name behind the letters of the others. */
export const isInitialled = (name: string) =>
  /^(?:\p{Lu}\.?\s){1,2}\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(name)
