import { HONORIFIC } from "@/lib/check/names"
import { plainCase, wordsOf } from "@/lib/check/words"
import { betweenParts, partsOutside } from "../text/outside"
import { BEHIND_NAME, inFrontOfName } from "./beside-names"
import { looksLikeName } from "./names"
import { isTitledName, titlesBefore, withoutLetters } from "./titles-before"
import { turnedName } from "./turned-names"
import { ORGANISATION_WORDS, ROLE_WORDS } from "./vocabulary"

/** One person as a list of participants gives them. `whole`: every word of the entry is in a value. */
export type Entry = {
  name: string
  role: string | null
  affiliation: string | null
  /** Role and affiliation in the order in which they stand: the capacity of that day. */
  capacity: string
  aliases: string[]
  whole: boolean
}

/** What ends a name: a sign, a gap, where somebody belongs, or for how long they were there. */
const BOUNDARY = new RegExp(
  [
    "\\s*[,;|:\\t،、]\\s*",
    "\\s*\\.{3,}\\s*",
    "\\s+[–—/-]\\s+",
    "(?<=\\p{L}{2})\\/\\s+",
    "\\/(?=\\p{Lu})(?<=\\p{L} \\p{Lu}[\\p{L}’'-]{1,30}\\/)",
    "\\s*(?=[(<[])",
    "\\s*[–—]\\s*(?=\\p{Lu})",
    "(?<=\\p{Ll}{2})-\\s+",
    "\\s{2,}",
    "\\s+(?=['’‘]\\d\\d(?!\\d))",
    `\\s+(?=(?:of|from|${BEHIND_NAME})(?=\\s|$)|on (?:agenda )?(?:items?|points?)\\s|\\S+@|@\\s|(?<=\\p{L} \\p{Lu}[\\p{L}’'-]{1,30}\\s)@\\p{L})`,
    "\\s(?=(?:[A-Z]{1,2}\\d|\\d[A-Z]\\d)[A-Z\\d]{2,5}(?:[\\s,;)]|$))",
  ].join("|"),
  "u",
)
const NICKNAME = /^(\p{L}[\p{L}'’.-]*)\s+(?:\(([\p{L}'’-]+)\)|["“]([\p{L}'’-]+)["”])\s+(?=\p{Lu})/u
const NUMBERED =
  /^(?:\d{1,3}(?:[.)]\s*|\s*[|\t]\s*|\s+)|\p{Lu}{2,4}(?:\t|\s{2,6})(?=\p{Lu}\p{Ll}))(?=\p{L})/u
/** Quotes and brackets of a list in front matter: `["Ana Lind", "Ben Okoro"]`. */
const WRAPPED = /^[\s["'“«[]+(?=\p{L})|["'”»\]]+$/gu

/**
 * Reads "Name, role, organisation" in its many forms; null when it begins with no person's name.
 * `turned`: the list puts family names first.
 */
export function readEntry(text: string, turned = false): Entry | null {
  const own = text.slice(0, 500).trim()
  const line = own
    .slice(inFrontOfName(own))
    .replace(/^\|\s*|\s*\|$/g, "")
    .replace(NUMBERED, "")
    .replace(/^the\s+(?=(?:(?:rt|very|most|right)\.?\s+)?(?:hon|revd?|reverend|ven)\b)/i, "")
    .replace(/^[^(]*$/, (plain) => plain.replace(WRAPPED, ""))
    .slice(0, 400)
  const behind = nameBehind(line) ?? nameBehindNick(line)
  if (behind) return behind
  const { titles, length } = titlesBefore(line)
  let rest = line.slice(length)
  const aliases: string[] = []
  const nickname = NICKNAME.exec(rest)
  if (nickname?.[1]) {
    aliases.push(nickname[2] ?? nickname[3] ?? "")
    // A nickname in quotes is part of the name as it is listed, one in brackets stands beside it.
    if (nickname[2]) rest = `${nickname[1]} ${rest.slice(nickname[0].length)}`
    else
      aliases.push(
        `${nickname[1]} ${/^[^,;(|\t]{1,60}/.exec(rest.slice(nickname[0].length))?.[0].trim() ?? ""}`,
      )
  }
  rest = rest.replace(/[\s,;]+$/, "")
  const split = turnedName(rest, turned) ?? nameAndRest(rest, titles.length > 0)
  if (!split) return null
  const lettered = withoutLetters(split.name)
  const roles = lettered.letters ? [...titles, lettered.letters] : [...titles]
  const affiliations: string[] = []
  const parts = partsOf(split.rest)
  for (const part of parts) (isRole(part) ? roles : affiliations).push(part)
  const name = wholeBehind(lettered.name, parts) ?? lettered.name
  const placed = [name, ...roles, ...affiliations, ...aliases].join(" ")
  return {
    name,
    role: roles.join(", ") || null,
    affiliation: affiliations.join(", ") || null,
    capacity: [...titles, ...parts].join(", "),
    aliases,
    whole:
      wordsOf(line).length === wordsOf(placed).length && !affiliations.some((a) => a.includes("@")),
  }
}

/** "A. Lind (Ana Lind)": the same name whole, in brackets behind it. */
function wholeBehind(name: string, [first = ""]: readonly string[]): string | null {
  const [letter, family] = /^(\p{L})\S*\.\s(?:\S+\s)?(\S+)$/u.exec(name)?.slice(1) ?? []
  const same = letter && first.startsWith(letter) && first.endsWith(` ${family}`)
  return same && looksLikeName(first) ? first : null
}

/** "the Clerk (Mrs E. Dunmore)", "@mirela (Mirela Sundqvist)": the name is in the brackets. */
export function nameBehind(line: string): Entry | null {
  const [, before, inner] = /^([^()]{2,60}?)\s*\(([^()]{3,60})\)$/.exec(line) ?? []
  if (!before || !inner) return null
  // "Ana Lind, Chair (Port Amelie)": the name stands in front.
  const [front = ""] = before.split(/, |\s{3,}|\t/, 1)
  const bare = front.replace(HONORIFIC, "")
  if (front.length < before.length && bare.includes(" ") && looksLikeName(bare)) return null
  const office = before.replace(/^the\s+/i, "")
  const handle = /^@?[\p{Ll}\d_.-]+$/u.test(before) || areInitialsOf(before, inner)
  if (!handle && !(isRole(office) && !looksLikeName(before))) return null
  const { titles, length } = titlesBefore(inner)
  const name = inner.slice(length).trim()
  if (!name.includes(" ") || !looksLikeName(name)) return null
  const roles = handle ? titles : [...titles, office]
  return {
    name,
    role: roles.join(", ") || null,
    affiliation: null,
    capacity: roles.join(", "),
    aliases: handle ? [before.replace(/^@/, "")] : [],
    whole: false,
  }
}

/** "LM (Lachlan Muir)": the first letters of the name stand in front of it. */
function areInitialsOf(letters: string, name: string): boolean {
  if (!/^\p{Lu}{2,4}$/u.test(letters)) return false
  const first = name.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase())
  return first.join("") === letters
}

/** "District Secretary Ana Lind", "Chief of Engineering Ben Okoro": an office, and a whole name behind it. */
export function beginsWithOffice(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length < 3 || words.length > 8) return false
  const { length } = titlesBefore(words.join(" "))
  const name = words.join(" ").slice(length)
  return length > 0 && name.includes(" ") && looksLikeName(name)
}

/** "hana, Hana Ito (16)": how she is called in a chat, in front of her name. */
function nameBehindNick(line: string): Entry | null {
  const [front, nick = ""] = /^([\p{Ll}\d_-]{2,24}),\s+(?=\p{Lu})/u.exec(line) ?? []
  const entry = front && !isRole(nick) ? readEntry(line.slice(front.length)) : null
  return entry?.name.includes(" ") ? { ...entry, aliases: [...entry.aliases, nick] } : null
}

function nameAndRest(text: string, titled: boolean): { name: string; rest: string } | null {
  const boundary = BOUNDARY.exec(text)
  const name = (boundary ? text.slice(0, boundary.index) : text).replace(/(?<=\p{L}{2})\.$/u, "")
  const rest = boundary ? text.slice(boundary.index + boundary[0].length) : ""
  const isName = titled ? isTitledName : looksLikeName
  if (isName(name)) return { name: name.trim(), rest }
  const words = [...text.matchAll(/\S+/g)]
  for (let count = Math.min(5, words.length - 1); count >= 2; count--) {
    const start = words[count]
    if (
      !start ||
      !beginsOrganisation(
        words.map((word) => word[0]),
        count,
      )
    )
      continue
    const before = text.slice(0, start.index).trim()
    if (isName(before)) return { name: before, rest: text.slice(start.index) }
  }
  return null
}

/** An organisation that follows a name without a comma: "Government of …", "IGF Secretariat". */
function beginsOrganisation(words: readonly string[], index: number): boolean {
  const word = words[index] ?? ""
  const plain = plainCase(word).replace(/[.,]$/, "")
  if (ORGANISATION_WORDS.has(plain) || ROLE_WORDS.has(plain)) return true
  if (/@|^https?:/.test(word)) return true
  return /^\p{Lu}/u.test(word) && /^(?:of|for)$/.test(words[index + 1] ?? "")
}

/** The parts behind a name, cut at commas and dashes outside brackets. */
function partsOf(text: string): string[] {
  return partsOutside(text, betweenParts).flatMap(({ from, to }) => {
    const part = text.slice(from, to).trim()
    // "technical community (chair)": what somebody is stands in brackets behind where they belong.
    const [, before = "", inner = ""] = /^([^()]{2,80})\s\(([^()\s]{3,24})\)$/.exec(part) ?? []
    return inner && isRole(inner) && !isRole(before) ? [before, inner] : [unwrapped(part)]
  })
}

function unwrapped(part: string): string {
  const inner = /^\(([^()]*)\)?[.;]?$/.exec(part)?.[1]
  return (inner ?? part).trim()
}

/** Whether a part says what somebody is, rather than where they belong. */
export function isRole(part: string): boolean {
  const words = plainCase(part.replace(/\([^)]*\)?/g, " ")).match(/[\p{L}-]+/gu) ?? []
  const first = words[0] ?? ""
  const last = words.at(-1) ?? ""
  const isOfRole = (word: string) =>
    ROLE_WORDS.has(word) && !/^(?:international|permanent)$/.test(word)
  if (isOfRole(last)) return true
  if (/^(?:past|former|ex|acting|outgoing|incoming)$/.test(first)) return true
  return isOfRole(first) && !/^(?:independent|academic|executive|special)$/.test(first)
}
