import { HONORIFIC } from "@/lib/check/names"
import { plainCase, wordsOf } from "@/lib/check/words"
import { looksLikeName } from "./names"
import { betweenParts, partsOutside } from "./outside"
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

const BOUNDARY = /\s*[,;|:\t]\s*|\s+[–—-]\s+|\s*(?=\()|\s*[–—]\s*(?=\p{Lu})|\s{3,}/u
const NICKNAME = /^(\p{L}[\p{L}'’.-]*)\s+(?:\(([\p{L}'’-]+)\)|["“]([\p{L}'’-]+)["”])\s+(?=\p{Lu})/u

/** Reads "Name, role, organisation" in its many forms; null when it begins with no person's name. */
export function readEntry(text: string): Entry | null {
  const line = text
    .trim()
    .replace(/^\|\s*|\s*\|$/g, "")
    .slice(0, 400)
  const honorific = HONORIFIC.exec(line)?.[0].trim() ?? ""
  let rest = line.slice(HONORIFIC.exec(line)?.[0].length ?? 0)
  const aliases: string[] = []
  const nickname = NICKNAME.exec(rest)
  if (nickname?.[1]) {
    aliases.push(nickname[2] ?? nickname[3] ?? "")
    rest = `${nickname[1]} ${rest.slice(nickname[0].length)}`
  }
  const split = nameAndRest(rest.replace(/[\s,;]+$/, ""))
  if (!split) return null
  const roles = honorific ? [honorific] : []
  const affiliations: string[] = []
  const parts = partsOf(split.rest)
  for (const part of parts) (isRole(part) ? roles : affiliations).push(part)
  const placed = [split.name, ...roles, ...affiliations, ...aliases].join(" ")
  return {
    name: split.name,
    role: roles.join(", ") || null,
    affiliation: affiliations.join(", ") || null,
    capacity: (honorific ? [honorific, ...parts] : parts).join(", "),
    aliases,
    whole:
      wordsOf(line).length === wordsOf(placed).length && !affiliations.some((a) => a.includes("@")),
  }
}

function nameAndRest(text: string): { name: string; rest: string } | null {
  const boundary = BOUNDARY.exec(text)
  const name = (boundary ? text.slice(0, boundary.index) : text).replace(/(?<=\p{L}{2})\.$/u, "")
  const rest = boundary ? text.slice(boundary.index + boundary[0].length) : ""
  if (looksLikeName(name)) return { name: name.trim(), rest }
  const words = [...text.matchAll(/\S+/g)]
  for (let count = Math.min(5, words.length - 1); count >= 1; count--) {
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
    if (looksLikeName(before)) return { name: before, rest: text.slice(start.index) }
  }
  return null
}

/** An organisation that follows a name without a comma: "Government of …", "IGF Secretariat". */
function beginsOrganisation(words: readonly string[], index: number): boolean {
  const word = words[index] ?? ""
  const plain = plainCase(word).replace(/[.,]$/, "")
  if (ORGANISATION_WORDS.has(plain) || ROLE_WORDS.has(plain)) return true
  return /^\p{Lu}/u.test(word) && /^(?:of|for)$/.test(words[index + 1] ?? "")
}

/** The parts behind a name, cut at commas and dashes outside brackets. */
function partsOf(text: string): string[] {
  return partsOutside(text, betweenParts).map(({ from, to }) =>
    unwrapped(text.slice(from, to).trim()),
  )
}

function unwrapped(part: string): string {
  const inner = /^\(([^()]*)\)?$/.exec(part)?.[1]
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
