import { plainCase } from "@/lib/check/words"
import { remembered } from "@/lib/platform/remembered"
import {
  ORDINARY_WORDS,
  ORGANISATION_WORDS,
  PARTICLES,
  ROLE_WORDS,
  TITLE_WORDS,
} from "./vocabulary"

/** A person's name as it stands in a text. `before` is what directly precedes it. */
export type NameInText = {
  name: string
  from: number
  to: number
  words: number
  possessive: boolean
}

type Word = { text: string; from: number; to: number; possessive: boolean }
type Token = Word & { plain: string; leads?: true }
const MOVES = /^(?:Moved|Seconded|Proposed|Carried)$/
const TITLED = /(?:^|[^\p{L}])(?:mr|mrs|ms|mx|mdm|dr|prof|m|mme)\.?\s$/iu

/** A word; one longer than any name is cut. */
const TOKEN = /[\p{L}\p{M}][\p{L}\p{M}'’.-]{0,60}/gu
/** "Lou T4LWD": letters beside a figure are a call sign, and no initial. */
const LETTERS = /^\p{Lu}{1,4}$/u
const LONGEST = 6

/** Every stretch of a text that reads like the name of a person, in order. Linear in the length. */
export const findNames: (text: string) => readonly NameInText[] = remembered(namesIn)

function namesIn(text: string): NameInText[] {
  const found: NameInText[] = []
  let run: Token[] = []
  const flush = () => {
    for (const part of apart(run)) {
      const name = nameOf(part)
      if (name) found.push(name)
    }
    run = []
  }
  for (const token of tokensOf(text)) {
    const last = run.at(-1)
    // "Mr. van der Berg": a title in front shows that the small word begins the name.
    if (
      PARTICLES.has(token.text) &&
      TITLED.test(text.slice(Math.max(0, token.from - 7), token.from))
    ) {
      flush()
      run.push({ ...token, plain: token.text, leads: true })
      continue
    }
    // "Moved Ana / Seconded Ben": the word between two names belongs to neither.
    if (MOVES.test(token.text)) {
      flush()
      continue
    }
    if (last && (!/^\s{1,3}$/.test(text.slice(last.to, token.from)) || last.possessive)) flush()
    const before = run.at(-1)
    if (startsLikeName(token) || (before && isParticle(token.text, before.text)))
      run.push({ ...token, plain: plainCase(token.text).replace(/\.$/, "") })
    else flush()
  }
  flush()
  return found
}

/** "Ana Lind y Ben Okoro" are two, "Ana Ortega y Gasset" is one: on both sides a whole name stands. */
function apart(run: readonly Token[]): (readonly Token[])[] {
  const at = run.findIndex(
    ({ text }, index) => /^[ye]$/.test(text) && index >= 2 && run.length - index > 2,
  )
  const behind = run[at + 1]?.text === "de" ? at + 2 : at + 1
  return at < 0 || run.length - behind < 2 ? [run] : [run.slice(0, at), ...apart(run.slice(behind))]
}

/** A small word that neither is nor joins a name, as most words of a text are: told apart at once. */
const isOrdinary = (word: string) =>
  /^[a-z]{2,}$/.test(word) && !PARTICLES.has(word) && word !== "an" && word !== "na"

const isBesideFigure = (text: string, from: number, length: number) =>
  /\d/.test(text.charAt(from + length)) || /\d/.test(text.charAt(from - 1))

function* tokensOf(text: string): Generator<Word> {
  for (const match of text.matchAll(TOKEN)) {
    let word = match[0]
    if (isOrdinary(word)) continue
    // "Marv T4MVS": the letters of a call sign are none of a name.
    if (LETTERS.test(word) && isBesideFigure(text, match.index, word.length)) continue
    const possessive = /['’]s?$/.test(word)
    word = word.replace(/['’]s?$/, "").replace(/[-'’]+$/, "")
    // The dot of an initial belongs to the name, the one at the end of a sentence does not.
    if (word.endsWith(".") && !/^(?:\p{L}\.)+$/u.test(word)) word = word.replace(/\.+$/, "")
    if (word === "") continue
    // "van 't Hooft": the article keeps its apostrophe.
    const short =
      /^[ts]$/.test(word) && /\s['’‘]$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    if (short) {
      const from = match.index - 1
      yield {
        text: text.slice(from, match.index + 1),
        from,
        to: match.index + 1,
        possessive: false,
      }
      continue
    }
    yield {
      text: word,
      from: match.index,
      to: match.index + word.length,
      possessive: possessive || /['’]s?$/.test(match[0]),
    }
  }
}

/** "Mac an Bhreithiún": an article that only an Irish name holds. */
const isParticle = (word: string, before: string) =>
  PARTICLES.has(word) || (/^(?:an|na)$/.test(word) && /^(?:Mac|Nic|Mag|Ó|Ní|Ua|Uí)$/.test(before))

function startsLikeName(token: Word): boolean {
  return /^(?:\p{Lu}|(?:al|el|d|o|p|t|h|n)['’-]\p{Lu})/u.test(token.text)
}

function isAcronym(text: string): boolean {
  return /^[\p{Lu}\d.&/-]{2,}$/u.test(text) && !/^\p{Lu}\.(?:\p{Lu}\.)*$/u.test(text)
}

/** "J.Lind": no space stands behind the initial. */
const JOINED = /^(?:\p{Lu}\.){1,2}\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?$/u

/** Takes titles, roles and organisations off a run of capitalised words; what is left may be a name. */
function nameOf(run: readonly Token[]): NameInText | null {
  let first = 0
  let last = run.length
  const at = (index: number) => run[index]
  while (
    first < last &&
    (isLead(at(first)) || (first < last - 1 && isTitle(at(first), last - first - 1)))
  )
    first += 1
  // Whatever stands before an organisation or a role in the middle is no part of the name behind it.
  for (let i = last - 2; i > first; i--) {
    if ((isLead(at(i)) || isTitle(at(i))) && last - i - 1 >= 1) {
      if (last - i - 1 >= 2 || i - first < 2) first = i + 1
      else last = i
      break
    }
  }
  while (last > first && (isLead(at(last - 1)) || PARTICLES.has(at(last - 1)?.text ?? "")))
    last -= 1
  const head = at(first)
  const tail = at(last - 1)
  if (!head || !tail || last - first > LONGEST) return null
  if (PARTICLES.has(head.text) && (!head.leads || last - first < 2)) return null
  const name = run
    .slice(first, last)
    .map((token) => token.text)
    .join(" ")
  // "The Common Agenda": what is left in front of an organisation is no first name.
  if (last - first === 1 && (last < run.length || (/[./]/.test(name) && !JOINED.test(name))))
    return null
  if (last - first === 1 && name.length < 3 && !/^\p{Lu}\p{Ll}$/u.test(name)) return null
  return { name, from: head.from, to: tail.to, words: last - first, possessive: tail.possessive }
}

function isLead(token: Token | undefined): boolean {
  if (!token || /^(?:an|na|i)$/.test(token.text)) return false
  const word = token.plain
  if (token.text === "Ngo" || /^\p{Lu}\.$/u.test(token.text)) return false
  if (ORDINARY_WORDS.has(word) || ROLE_WORDS.has(word) || ORGANISATION_WORDS.has(word)) return true
  const parts = token.text.split(/[-/]/)
  if (parts.length > 1 && parts.some((part) => isAcronym(part) || isKnownWord(part))) return true
  return isAcronym(token.text) && token.text.length <= 5
}

/**
 * "Mayor", "Cllr": a title in front of a name; "Prince" may be the name itself, "Bishop" in front of one word.
 * "Elders Ana Lind and Ben Okoro": a whole name stands behind the title of several.
 */
function isTitle(token: Token | undefined, behind = 0): boolean {
  if (token === undefined) return false
  if (behind >= 2 && token.plain.endsWith("s") && TITLE_WORDS.has(token.plain.slice(0, -1)))
    return true
  if (!TITLE_WORDS.has(token.plain)) return false
  if (/^(?:prince|princess)$/.test(token.plain)) return false
  return behind >= 2 || !/^(?:father|brother|sister|bishop|judge|general)$/.test(token.plain)
}

function isKnownWord(word: string): boolean {
  const plain = plainCase(word)
  return ORGANISATION_WORDS.has(plain) || ROLE_WORDS.has(plain)
}

/** Days and months that are first names too. */
const GIVEN = /^(?:sunday|friday|april|may|june|august|summer|autumn)$/
/** Small words and days that are family names too: "Otieno Were", "Kim So". */
const FAMILY =
  /^(?:were|many|such|so|an|to|do|on|my|long|short|key|still|just|summer|winter|may|march|august|main|ten|early|noble|such)$/
/** Whether a text is nothing but a person's name: the look of an entry in a list of participants. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > LONGEST || words[0] === "") return false
  const fit = words.every((word, index) => {
    const plain = plainCase(word).replace(/[.,]$/, "")
    if (index > 0 && isParticle(word, words[index - 1] ?? "")) return true
    if ((ORGANISATION_WORDS.has(plain) && word !== "Ngo") || /[\d@/&:]/.test(word)) return false
    const given = index === 0 && words.length === 2 && GIVEN.test(plain)
    const initial = /^\p{Lu}\.$/u.test(word)
    const family = index > 0 && FAMILY.test(plain) && !ORDINARY_WORDS.has(plainCase(words[0] ?? ""))
    if (ORDINARY_WORDS.has(plain) && words.length < 3 && !initial && !given && !family) return false
    return /^["'“(]?(?:[\p{Lu}\p{Lo}]|(?:al|el|d|o|p|t|h|n)['’-]\p{Lu})/u.test(word)
  })
  if (!fit || ROLE_WORDS.has(plainCase(words.at(-1) ?? ""))) return false
  return words.length > 1 || !isAcronym(words[0] ?? "")
}
