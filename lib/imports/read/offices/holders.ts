import { nameWords } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import type { ReadParticipant } from "../model"
import { areLetters } from "../people/handles"
import { officeLabel } from "./office-label"

/** Who alone is listed with an office such as "Deputy Mayor", or with initials behind the name. */
export function heldBy(
  said: string,
  listed: readonly { name: string; capacity: string }[],
): string | undefined {
  const own = new Set(
    listed
      .filter(({ capacity }) =>
        capacity.split(/[,;]\s|\s?[()]/).some((part) => squeezed(part) === squeezed(said)),
      )
      .map(({ name }) => name),
  )
  return own.size === 1 ? [...own][0] : undefined
}

/** Who is listed by a word that no name looks like, or by the first letters of one name alone: "WB". */
export function listedAs(
  said: string,
  listed: readonly ReadParticipant[],
): ReadParticipant | undefined {
  const whole = listed.find(({ name, aliases }) => name === said || aliases.includes(said))
  if (whole || !areLetters(said)) return whole
  const initials = (name: string) => nameWords(name).map((word) => word.charAt(0))
  const own = listed.filter(({ name }) => initials(name).join("") === said.toLowerCase())
  return own.length === 1 ? own[0] : undefined
}

/** Whom a list knows by a first name that one alone has. */
export function firstNamed(name: string, known: readonly string[]): string | undefined {
  const own = new Set(known.filter((each) => each.startsWith(`${name} `)))
  return own.size === 1 ? [...own][0] : undefined
}

/** What is listed behind a name of somebody who led this meeting, and not merely the group. */
const LEADS_MEETING =
  /^(?:in the chair(?: (?:for|from|until|till) [\p{L}\d ,–-]{1,30})?|(?:(?:the|our|today['’]s|this (?:meeting|session|evening)['’]s) )?(?:facilitator|moderator)(?: (?:today|for today))?|(?:today['’]s|our|meeting) (?:meeting )?chair(?: today| for today)?|chair of (?:the|this) (?:meeting|session|call)|facilitation|moderation|(?:moderates|chairs|facilitates|leads|presides|runs)(?: (?:the|this|today['’]s) (?:meeting|call|session)| today)?|chairing(?: (?:today|tonight|for|this) ?[\p{L} ]{0,20})?|presiding(?: officer)?|moderator|moderating|facilitator|facilitating|(?:\W*who )?(?:ran|led|chaired|presided|moderated|facilitated|took the chair)(?: (?:at|over))?(?: (?:(?:the|this|our) (?:meeting|session|call|sitting|evening)|(?:agenda )?(?:items?|sections?|parts?|points?|days?|until|from) [\p{L}\d ,–-]{1,20}))?)$/iu
const LEADS =
  /^(?:(?:the|independent|acting|interim|elected|current|group|board|committee|forum|panel|council) )*(?:president|chair|chairman|chairperson|chairwoman|conven[eo]r|facilitator|moderator|présidente?|presidenta|presidente|vorsitzende[r]?)$/i
const PART = /\bin the chair (?:for|from|until|till) /i
const CHAIR_IN_PART =
  /\bchair(?:man|person|woman)?,? (?:for |until |till )?(?:items?|points?|until|till) /i
/** Beside "Ana Lind (chair)" the president, or the chair of another body, "AC Chair", does not lead. */
const CHAIRS = /^(?:(?:the|our|acting|interim) )?ch(?:airs?|air(?:man|person|woman|lady)|r?\.?)$/i
/** One of those who lead the group: of those that are listed, whoever came. */
const HOSTS = /^(?:(?:the|our|local|kind|meeting|call|co-?) ?){0,2}host(?:ess|ing)?$/i
const CO_CHAIRS = /^co-?chair(?:man|person|woman)?$/i

/** Those of a list who led the meeting by what is said of them; without any, those who lead the group. */
export function leadersAmong<T extends { capacity: string }>(
  listed: readonly T[],
  front: readonly { text: string }[] = [],
): T[] {
  for (const pattern of [LEADS_MEETING, CHAIRS, LEADS, CO_CHAIRS]) {
    const leaders = listed.filter(({ capacity }) =>
      (pattern === CHAIRS ? wholeParts(capacity) : partsOf(capacity, front)).some(
        (part) => pattern.test(part) || (pattern === CHAIRS && chairsBodyOf(part, front)),
      ),
    )
    // "Chair, items 1 to 4" beside "Vice-chair, in the chair from item 5": both did.
    const inPart = pattern === LEADS_MEETING && leaders.every(({ capacity }) => PART.test(capacity))
    if (inPart && leaders.length === 1)
      leaders.push(
        ...listed.filter((each) => !leaders.includes(each) && CHAIR_IN_PART.test(each.capacity)),
      )
    if (leaders.length > 0) return leaders
  }
  // "(Cathaoirleach)", "(Presiding Member)": one alone who is beside the name what a label could be in front.
  const named = listed.filter(({ capacity }) =>
    partsOf(capacity, front).some(
      (part) =>
        part.length <= 24 &&
        // "Federation of Quay Gardens, presidium" is what met.
        !/presid(?:ium|ency)/i.test(part) &&
        officeLabel(`${part}: x`)?.offices.includes("moderators"),
    ),
  )
  return named.length === 1 ? named : []
}

/** Those of a list who are said to have hosted the meeting. */
export const hostsAmong = <T extends { capacity: string }>(listed: readonly T[]): T[] =>
  listed.filter(({ capacity }) => wholeParts(capacity).some((part) => HOSTS.test(part)))

const titled = (text: string) => squeezed(text.slice(0, 300))

/** "Students' Council Chair" below "Minutes of the Students' Council": a word in front that the title has too. */
function chairsBodyOf(part: string, front: readonly { text: string }[]): boolean {
  const [, body = ""] = /^(?:the )?(.{3,60}) chair(?:man|person|woman)?$/i.exec(part) ?? []
  return body !== "" && front.some(({ text }) => titled(text).includes(squeezed(body)))
}

/** What somebody is at a meeting, part by part: "(Sensa) / OMSB Chair", "Patient Records WG and chair". */
function partsOf(capacity: string, front: readonly { text: string }[]): string[] {
  // "OMSB Chair": the letters of the group in front of the office. "TAC Chair" in the minutes of a board
  // is that of another body.
  const isOther = (letters: string) =>
    front.some(({ text }) => OTHER_BODY.test(text.slice(0, 200))) &&
    !front.some(({ text }) => text.includes(letters))
  return wholeParts(capacity).map((part) =>
    part.replace(/^(\p{Lu}{2,6})\s(?=\p{L}{0,40}\p{Ll})/u, (all, letters) =>
      isOther(letters) ? all : "",
    ),
  )
}

const OTHER_BODY = /\b(?:board|council|committee|assembly|senate)\b/i

const wholeParts = (capacity: string) =>
  capacity.split(/[,;]\s|\s?[()]|\s\/\s|\s(?:and|&)\s/).map((part) => part.trim())

const CHAIR_SPEAKS =
  /^CHAIR(?:MAN|WOMAN|PERSON)?\s(\p{Lu}[\p{Lu}.’'-]*(?:\s\p{Lu}[\p{Lu}.’'-]*){1,3})\s?(?::|[–—-])\s/u

/** "CHAIR LOUIS R. STANTON – Would the senators": who speaks as the chair. */
export function chairSpeaking(text: string): { name: string; from: number; to: number } | null {
  const [all, name = ""] = CHAIR_SPEAKS.exec(text.slice(0, 90)) ?? []
  const from = all?.indexOf(name) ?? 0
  return all ? { name, from, to: from + name.length } : null
}
