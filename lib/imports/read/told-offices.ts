import { plainCase } from "@/lib/check/words"
import { findNames } from "./names"
import { ROLE_WORDS, TITLE_WORDS } from "./vocabulary"

/** "The Rapporteur, Dr Ana Lind": an office, a comma, and perhaps a title. */
const BEFORE =
  /\b(?:the|its|our)\s([\p{L}-]{3,20}(?:\s[\p{L}-]{3,20}){0,2}),\s(?:\p{Lu}\p{L}{0,9}\.?\s){0,3}$/iu
/** "Ben Okoro, honorary treasurer;": the office behind the name. */
const BEHIND =
  /^,\s(?:the\s|our\s|an?\s)?((?:[\p{L}-]{3,20}\s){0,2}[\p{L}-]{3,20})(?=\s*(?:[,;.)]|$|and\s))/u

/** Who is said to be what in a paragraph: names with their offices, in the order of the text. */
export function findToldOffices(text: string): { name: string; office: string }[] {
  const told: { name: string; office: string }[] = []
  for (const name of findNames(text)) {
    if (name.words < 2 || name.possessive) continue
    const before = BEFORE.exec(text.slice(Math.max(0, name.from - 80), name.from))?.[1]
    const behind = BEHIND.exec(text.slice(name.to, name.to + 70))?.[1]
    for (const office of [before, behind])
      if (office && isOffice(office)) told.push({ name: name.name, office })
  }
  return told
}

function isOffice(words: string): boolean {
  const last = plainCase(words.split(/\s+/).at(-1) ?? "")
  return ROLE_WORDS.has(last) || TITLE_WORDS.has(last)
}
