import { plainCase } from "@/lib/check/words"
import { looksLikeName } from "./names"
import { ROLE_WORDS } from "./vocabulary"

const set = (list: string) => new Set(list.split(" "))

/** Small words that join somebody to those named before, or say whose somebody is. */
const JOIN = set(
  "and plus also as well together along with including namely a an the his her their our its my new former acting by invitation special sowie und als auch ainsi que et comme en tant y e como una un uno une eine ein com junto con som og och samt",
)
/** What somebody is beside the members of a body, in small letters or as German writes it. */
const GUEST = set(
  "guest guests visitor visitors invitee hostess colleague colleagues partner wife husband daughter son substitute stand-in student pupil interpreter gast gaste gastin beobachter beobachterin invite invitee invites invitado invitada invitados convidado convidada ospite observateur observatrice observador observadora gjest gast",
)
/** Whether a small word says what somebody is beside the members, and is nobody's nickname. */
export const saysGuest = (word: string) => GUEST.has(plainCase(word))
/** "for the first half-hour Ana Lind": how long, in front of who. */
const HOW_LONG =
  /^(?:and\s)?(?:for|during|until|from|after) (?:the )?(?:(?:first|last|second|opening|closing) )?(?:half[- ]hour|hour|half|part|items?(?: \d{1,2})?|minutes|\d{1,2}[:.]\d\d),? (?=\p{Lu})/u
/** "ML Ana Lind", "(AL) Ana Lind", "AL = Ana Lind": letters, and a name behind them. */
const LETTERS = /^\(?(\p{Lu}{2,4})\)?(?:\s?[=:]|\s[–—-])?\s+(?=\p{Lu}[\p{Ll}’'])/u
const MOST_WORDS = 6

/** How many characters stand in front of a whole name and are no part of it: "plus", "his deputy", "AL =". */
export function inFrontOfName(text: string): number {
  const lettered = LETTERS.exec(text.slice(0, 12))
  if (lettered)
    return areFirstLetters(lettered[1] ?? "", text.slice(lettered[0].length))
      ? lettered[0].length
      : 0
  if (!/^\p{Ll}/u.test(text)) return 0
  const long = HOW_LONG.exec(text.slice(0, 60))?.[0].length
  if (long !== undefined) return long
  let length = 0
  for (let count = 0; count < MOST_WORDS; count++) {
    const [own, word = ""] = /^(\p{L}[\p{L}’'-]*),?\s+/u.exec(text.slice(length, length + 40)) ?? []
    if (own === undefined) return 0
    const plain = plainCase(word)
    const small = /^\p{Ll}/u.test(word)
    const known = GUEST.has(plain) || (small && (JOIN.has(plain) || ROLE_WORDS.has(plain)))
    // "our musical director Ana Lind": the field of an office stands in front of it.
    const [next = ""] = /^\p{Ll}+(?=\s)/u.exec(text.slice(length + own.length)) ?? []
    if (!known && !(small && ROLE_WORDS.has(plainCase(next)))) break
    length += own.length
  }
  const [name = ""] = text
    .slice(length, length + 80)
    .split(/[,;(<]|\s[–—-]\s|\s(?=\p{Ll}{2,} )/u, 1)
  return length > 0 && name.trim().includes(" ") && looksLikeName(name) ? length : 0
}

function areFirstLetters(letters: string, behind: string): boolean {
  const [name = ""] = behind.split(/[,;(\t]|\s{2,}|\s[–—-]\s/, 1)
  const first = name.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase())
  return (
    first.join("").startsWith(letters) ||
    first.filter((letter) => letters.includes(letter)).join("") === letters
  )
}

/**
 * What may follow a whole name without a comma: for how long or how somebody took part, for whom, and what
 * they did. One of the words that no sentence about them goes on with.
 */
export const BEHIND_NAME =
  "(?:for|until|till|during|throughout|with|without|via|who|whose|as|representing|on behalf of|online|remotely|only|by (?:phone|telephone|video|zoom|radio|invitation|proxy)|in (?:person|the (?:room|chair))|on (?:the )?(?:line|phone|screen|call)|from (?:\\d|item|the (?:second|third|start)))"
