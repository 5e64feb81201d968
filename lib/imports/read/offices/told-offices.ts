import { plainCase } from "@/lib/check/words"
import { isBody } from "../people/bodies"
import { findNames } from "../people/names"
import { ROLE_WORDS, TITLE_WORDS } from "../people/vocabulary"

/** "Ben Okoro, honorary treasurer;": the office behind the name; behind "and" stands that of the next one. */
const BEHIND =
  /^(?:\s\([^()]{2,40}\))?,\s(?!(?:and|or|with|also|by|who)\s)(?:the\s|our\s|an?\s)?((?:[\p{L}-]{3,20}\s){0,2}[\p{L}-]{3,20})(?=(?: of (?:the )?\p{Lu}[\p{L}-]{2,20})?\s*(?:[,;.)]|$|and\s))/u

/** "Ben Okoro (Port Office) acted as secretary". */
const ACTED =
  /^(?:\s\([^()]{2,60}\)|,[^,.;]{2,60},)?\s(?:acted|served|is acting|was acting) as (?:the\s|our\s|an?\s)?((?:[\p{L}-]{3,20}\s)?[\p{L}-]{3,20})(?=[\s.,;]|$)/u

/** "Ben Okoro (Treasurer)". */
const BRACKETED = /^\s\(((?:[\p{L}-]{3,20}\.?\s){0,2}[\p{L}-]{3,20}\.?)\)/u

/** "Executive Officer: Ben Okoro", on a line with nobody else. */
const LABEL = /^((?:[\p{L}-]{3,20}\s){0,2}[\p{L}-]{3,20}):\s(?:\p{L}{1,8}\.?\s){0,2}$/u

/** Who is said to be what in a paragraph: names with their offices, in the order of the text. */
export function findToldOffices(text: string): { name: string; office: string }[] {
  const told: { name: string; office: string }[] = []
  for (const name of findNames(text)) {
    if (name.words < 2 || name.possessive) continue
    const front = text.slice(Math.max(0, name.from - 80), name.from)
    const isAlone = /^[\s.]*$/.test(text.slice(name.to))
    const before = officeBefore(front) ?? (isAlone ? (LABEL.exec(front)?.[1] ?? null) : null)
    const next = text.slice(name.to, name.to + 110)
    const behind = (BEHIND.exec(next) ?? BRACKETED.exec(next))?.[1]
    if (before && isCalledSo(before, front)) told.push({ name: name.name, office: before })
    for (const office of [before, behind, ACTED.exec(next)?.[1]])
      if (office && isOffice(office)) told.push({ name: name.name, office })
  }
  return told
}

/** "The Rapporteur, Dr Ana Lind": what stands between "the" and a comma, past titles of a person. */
function officeBefore(front: string): string | null {
  const comma = front.lastIndexOf(",")
  const titles = front
    .slice(comma + 1)
    .trim()
    .split(/\s+/)
  if (comma < 0 || titles.some((title) => title !== "" && !/^\p{Lu}\p{L}{0,9}\.?$/u.test(title)))
    return null
  const words = front.slice(0, comma).split(/\s+/)
  const the = words.findLastIndex((word) => /^(?:the|its|our)$/i.test(word))
  const office = words.slice(the + 1)
  return the >= 0 && office.length > 0 && office.length <= 3 ? office.join(" ") : null
}

/** "The Sexton, Mr Ben Okoro": an office that no list of ours has, in large letters and with a courtesy behind it. */
function isCalledSo(office: string, front: string): boolean {
  return (
    !isOffice(office) &&
    /^\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?$/u.test(office) &&
    !isBody(`the ${office}`) &&
    WITH_COURTESY.test(front) &&
    !PLACED.test(front)
  )
}
const WITH_COURTESY = /,\s(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Fr|Rev|Sgt|Lt|Capt|Cdr)\.?\s$/u
/** "From the Harbour, Mr Okoro": where somebody is from. */
const PLACED = /\b(?:from|at|in|of|near|for)\s(?:the|its|our)\s[^,]{3,40},\s\S{2,5}\s$/iu

function isOffice(words: string): boolean {
  const last = plainCase(words.split(/\s+/).at(-1) ?? "")
  return ROLE_WORDS.has(last) || TITLE_WORDS.has(last)
}
