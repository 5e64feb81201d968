import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { looksLikeName } from "../people/names"
import { COUNTRIES } from "../people/vocabulary"
import type { RollEntry } from "./roll-entry"

/** "AT     Mr Alois Valtiner": a short place, a gap, and a person. */
const PLACE =
  /^([\p{Lu}\d][\p{L}\d./&’'-]{0,14}(?: [\p{L}\d./&()-]{1,14}){0,3})(?:\s{2,40}|\t+\s{0,4})(?=\S)/u

/** Where the person of a line belongs, when that stands in a column of its own in front of the name. */
export function placeInFront(text: string): { text: string; length: number } | null {
  const match = PLACE.exec(text.slice(0, 120))
  if (!match?.[1] || text.startsWith("|")) return null
  const [next = ""] = text.slice(match[0].length, match[0].length + 120).split(/\s{2,}|\t|[,;(]/)
  const name = next.replace(HONORIFIC, "")
  if (!name.includes(" ") && name === next) return null
  const short = !/\s/.test(match[1]) || /^[^\p{Ll}]+$/u.test(match[1])
  const isPlace =
    short ||
    COUNTRIES.has(plainCase(match[1])) ||
    !looksLikeName(match[1].replace(/\s\([^()]*\)(?:\s?\/)?$/, ""))
  return isPlace && looksLikeName(name) ? { text: match[1], length: match[0].length } : null
}

/** "AO   Adaeze Okonkwo, Weft Instruments": no place, but the first letters of the name. */
export function areInitials(place: string, behind: string): boolean {
  const [name = ""] = behind.replace(HONORIFIC, "").split(/[,;(\t]|\s{2,}|\s[–—-]\s/)
  const letters = name.split(/[\s-]+/).map((word) => word.charAt(0).toLowerCase())
  return /^\p{L}{2,5}$/u.test(place) && letters.join("").startsWith(place.toLowerCase())
}

export function withPlace(entry: RollEntry, place: string): RollEntry {
  return {
    ...entry,
    affiliation: [place, entry.affiliation].filter(Boolean).join(", "),
    capacity: [place, entry.capacity].filter(Boolean).join(", "),
  }
}
