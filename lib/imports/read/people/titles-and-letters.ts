import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { ROLE_WORDS, TITLE_WORDS } from "./vocabulary"

/** "Mr. Stokes", "Commissioner Stokes": a word that may be a title, and a family name behind it. */
export const TITLED =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{0,15})\.?\s(\p{Lu}[\p{Ll}’'][\p{L}\p{M}’'-]{1,30})/gu

/** "Oeda-san": a word of courtesy behind a name. */
export const COURTESY = /-(?:san|sama|sensei|kun|chan|ssi|nim|shi|ji|saheb|sahib|bey|hanım)$/u

/** "AnaL", "BOkoro": a handle made of a name. */
export const HANDLE = /^\p{Lu}\p{Ll}*\p{Lu}\p{Ll}{0,20}$/u

/** Letters that stand for a thing more often than for somebody. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "ai ap am pm it eu un us uk tc wg pr hr ip id qa tv ok pc ci cd ad ag as at be by do go he if in is me my no of on or so to up we agm aob api ceo cto faq ngo pdf tbc tbd tba url usa utc gmt cet".split(
    " ",
  ),
)

/** Whether a word is what stands in front of a name: "Ms.", "Commissioner". */
export function isTitle(word: string): boolean {
  const plain = plainCase(word).replace(/\.$/, "")
  return TITLE_WORDS.has(plain) || ROLE_WORDS.has(plain) || HONORIFIC.test(`${word} X`)
}

/** What whoever led the meeting is called, where nobody else is. */
export const CHAIRS = /^(?:chair|conven[eo]r|pr[eé]sident[ea]?|moderator|moderadora?|facilitator)$/

/** The initials of the words of a name, all of them or the first and the last, where they stand for nothing else. */
export function lettersOf(words: readonly string[]): string[] {
  const letters = words.map((word) => word.charAt(0)).join("")
  const forms = new Set([letters, letters.charAt(0) + letters.charAt(letters.length - 1)])
  return [...forms].filter((form) => !ABBREVIATIONS.has(form))
}
