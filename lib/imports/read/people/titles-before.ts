import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { looksLikeName } from "./names"
import { ROLE_WORDS, TITLE_WORDS } from "./vocabulary"

/** What stands before a name and is no part of it: "H.E. Dr.", "Councillor Mrs". */
export function titlesBefore(line: string): { titles: string[]; length: number } {
  const titles: string[] = []
  let length = 0
  while (titles.length < 4) {
    const rest = line.slice(length)
    const title = HONORIFIC.exec(rest) ?? shortened(rest) ?? titleWord(rest)
    if (!title) break
    titles.push(title[0].trim())
    length += title[0].length
  }
  return { titles, length }
}

/**
 * "dl. Ana Lind", "Assoc. Prof. Ana Lind": a short word in small letters with a full stop, or any in front of
 * a title, in whatever tongue.
 */
function shortened(rest: string): RegExpExecArray | null {
  const [word = ""] = /^\p{L}{2,6}\.\s{1,2}(?=\p{L})/u.exec(rest) ?? []
  if (word === "") return null
  const behind = rest.slice(word.length)
  const leads =
    /^\p{Ll}/u.test(word) && !NO_TITLES.test(word)
      ? /^(?:\p{Ll}{1,5}\.\s)?\p{Lu}\p{Ll}/u.test(behind)
      : /^\p{Lu}\p{Ll}/u.test(word) && HONORIFIC.test(behind)
  return leads ? /^\S+\s+/.exec(rest) : null
}
/** Words with a full stop that say who else came, or of what something is. */
const NO_TITLES =
  /^(?:incl|excl|inkl|exkl|zzgl|esp|resp|ca|cf|etc|vs|no|nr|pp|art|par|tel|ext|min|approx)\./

/**
 * "Councillor", "City Manager" or "Council Members" in front of a name; a name such as "Dean Lund"
 * keeps its own.
 */
function titleWord(rest: string): RegExpExecArray | null {
  const whole = rest.split(/[,;(|\t–—]|\s-\s/)[0] ?? ""
  // "Ana Lind      Consultant Engineer": what stands behind a gap is no title of what follows.
  const [lead = ""] = whole.split(/\s{2,}/)
  const behind = lead.includes(" ") && looksLikeName(lead) ? lead : whole
  const words = behind.split(/\s+/)
  for (let count = Math.min(3, words.length - 1); count >= 1; count--) {
    const title = plainCase(words[count - 1] ?? "").replace(/\.$/, "")
    const left = words.slice(count).join(" ")
    if (
      /^(?:col|prince|princess|bishop)$/.test(words[count - 1]?.toLowerCase() ?? "") &&
      left.split(" ").length < 2
    )
      continue
    const known =
      isTitle(title) ||
      (words.length - count >= 2 &&
        (ROLE_WORDS.has(title) || isTradeOf(words.slice(0, count), title)))
    // "Business Manager Gorse", and "Mary Dean Lund", whose middle name is a title elsewhere.
    const alone = count > 1 && words.length - count < 2 && !NEVER_NAMES.test(title)
    if (!known || alone) continue
    const honorific = HONORIFIC.exec(left)?.[0].length ?? 0
    if (
      /^\p{Lu}/u.test(words[0] ?? "") &&
      isTitledName(left.slice(honorific).replace(POSTNOMINAL, ""))
    )
      return new RegExp(`^(?:\\S+\\s+){${count}}`).exec(rest)
  }
  return officeOf(words, rest)
}

/** "City Forester", "Senior Planner", "Head Gardener": a trade behind what no given name is. */
function isTradeOf([first = "", ...others]: readonly string[], trade: string): boolean {
  return others.length > 0 && IN_FRONT_OF_TRADE.test(first) && TRADE.test(trade)
}
const IN_FRONT_OF_TRADE =
  /^(?:City|County|Town|Township|Village|Borough|Municipal|State|Parish|District|Regional|Estates?|Parks?|Fire|Police|Head|Lead|Senior|Junior|Chief|Deputy|Assistant|Acting|Interim)$/
const TRADE = /\p{Ll}{3}(?:er|or|ist|ian|ant|yst)$/u

/** "Chief of Engineering", "Asst. GM Finance": an office whose first word says so, and the field behind it. */
function officeOf(words: readonly string[], rest: string): RegExpExecArray | null {
  const count = words.length - 2
  const first = plainCase(words[0] ?? "").replace(/\.$/, "")
  if (count < 2 || count > 5 || !(OFFICES.test(first) && /^\p{Lu}/u.test(rest))) return null
  const behind = words.slice(count)
  const known = behind.some((word) => isTitle(plainCase(word)))
  // "Head of Port Amelie" leads a place.
  if (known || !/^\p{Lu}/u.test(words[count - 1] ?? "") || !looksLikeName(behind.join(" ")))
    return null
  return new RegExp(`^(?:\\S+\\s+){${count}}`).exec(rest)
}

/** "C Whitlock MP": letters behind a name that belong to its bearer. */
export const POSTNOMINAL =
  /,?\s(?:ME?P|M[SD]|MSP|MLA|JP|[OMCK]BE|[KQ]C|PhD|Esq|[BM]Sc|[BM]A|MBA|LLB|OP|OSB|OFM|FCA|P\.? ?Eng|(?<=\p{L}\p{Ll}+ \p{Lu}[\p{L}’'-]+,? )(?!NG|DJ)[B-DF-HJ-NP-TV-XZ]{2,5})\.?$/u
/** What an office begins with when its field stands behind: no family is called so in front of two more words. */
const OFFICES =
  /^(?:chief|head|director|asst|assistant|deputy|manager|vice|associate|superintendent|supervisor|secretary|coordinator|general|executive|officer|chairman|chairwoman|chairperson)$/

/** A name without the letters behind it, and those letters; initials of the name itself are none. */
export function withoutLetters(name: string): { name: string; letters: string } {
  const found = POSTNOMINAL.exec(name)
  const letters = found?.[0].replace(/^[,\s]+/, "") ?? ""
  const bare = name.slice(0, found?.index)
  const initials = bare.split(/[\s-]+/).map((word) => word.charAt(0))
  return found && initials.join("") !== letters ? { name: bare, letters } : { name, letters: "" }
}

/** Titles that are nobody's middle name. */
const NEVER_NAMES =
  /^(?:manager|member|officer|director|clerk|secretary|treasurer|superintendent|commissioner|councill?or|trustee|president|coordinator)$/

function isTitle(word: string): boolean {
  return TITLE_WORDS.has(word) || (word.endsWith("s") && TITLE_WORDS.has(word.slice(0, -1)))
}

/** "A Boyce" behind "Mrs": a letter behind what people are called is an initial, though "a" is a word. */
export const isTitledName = (text: string) =>
  looksLikeName(text.replace(/^\s*([AI])\s(?=\p{Lu})/u, "$1. "))
