import { nameKey } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { BEHIND_NAME, inFrontOfName } from "../people/beside-names"
import { beginsWithOffice, nameBehind } from "../people/entry"
import { isHandle } from "../people/handles"
import { isInitialled } from "../people/initials"
import { looksLikeName } from "../people/names"
import { POSTNOMINAL } from "../people/titles-before"
import { COUNTRIES } from "../people/vocabulary"
import { Who } from "../people/who"
import { betweenNames, partsOutside, semicolon } from "../text/outside"

/** "Coast Office: …", and "for the crew - …" in small letters: what stands in front of the names of a line. */
const LABEL =
  /^((?:[^:;()]{2,80}|\p{Lu})(?:\s\([^:;()]{1,30}\))?):\s+(?=\S)|^(?:for|from|on behalf of)\s(?:the\s)?(\p{L}[^:;(),]{2,40}?)\s[–—-]\s+(?=\p{Lu})/u

/** Where the people of a line belong, and how many characters that takes in front of them. */
export function labelOf(text: string): { place: string; length: number } | null {
  const match = LABEL.exec(text)
  return match && { place: (match[1] ?? match[2] ?? "").trim(), length: match[0].length }
}

export function withoutLabel(text: string): string {
  return text.slice(labelOf(text)?.length ?? 0)
}

export function separatorOf(text: string) {
  if (hasSemicolon(text)) return semicolon
  if (/^@\S+ @/.test(text)) return betweenHandles
  if (DOTS.test(text) && divides(outsideBrackets(text))) return betweenDots
  return betweenNames
}

const DOTS = /\s(?:[•·+]|\/\/)\s|\s\/\s[^/,;]{3,60}\s\/\s/
/** "Ana Lind, Ben Okoro + Cem Arslan": beside commas a plus is one more of them. */
const divides = (text: string) => DOTS.test(text.includes(", ") ? text.replaceAll(" + ", "") : text)
/** "Ana Lind (Union of Radios + others), Ben Okoro": a sign within brackets divides nobody. */
const outsideBrackets = (text: string) => text.slice(0, 4000).replace(/\([^()]{0,200}\)?/g, "()")

/** Whether a semicolon divides people; one in brackets, "(finance; items 3 and 4)", does not. */
export function hasSemicolon(text: string): boolean {
  if (!text.includes(";")) return false
  return !text.includes("(") || partsOutside(text, semicolon).length > 1
}

function betweenDots(text: string, at: number): number {
  return /^\s(?:[•·+/]|\/\/)\s/.exec(text.slice(at, at + 4))?.[0].length ?? 0
}

/** "@marisolv @okonjo_b": nothing but a space stands between two handles. */
function betweenHandles(text: string, at: number): number {
  return (text.startsWith(" @", at) ? 1 : 0) || betweenNames(text, at)
}

/** The parts of a line that may be people, cut where several of them are divided. */
export function segmentsOf(text: string): { text: string }[] {
  return partsOutside(text, separatorOf(text)).map(({ from, to }) => ({
    text: text.slice(from, to).trim(),
  }))
}

/** "B.Brodnjak": no space stands behind the initial. */
const JOINED_INITIAL = /^\p{Lu}\.\p{Lu}/u

/**
 * Which share of the parts are people's names; `loose`: a first name alone is one. What begins with a
 * small letter, such as "two members of the public", does not count.
 */
export function shareOfNames(parts: readonly { text: string }[], loose = false): number {
  let names = 0
  let others = 0
  for (const { text } of parts) {
    const bare = nameAlone(text)
    const named =
      (loose || bare.includes(" ") || JOINED_INITIAL.test(bare)) &&
      looksLikeName(bare) &&
      !COUNTRIES.has(plainCase(bare))
    if (
      named ||
      isHandle(text.trim()) ||
      nameBehind(text.slice(0, 200).trim()) ||
      beginsWithOffice(bare)
    )
      names += 1
    else if (!/^\p{Ll}/u.test(text.trim())) others += 1
  }
  return names === 0 ? 0 : names / (names + others)
}

/** "M0QKT" behind a name: letters and figures that are no word. */
const CALL_SIGN = /\s(?:[A-Z]{1,2}\d|\d[A-Z]\d)[A-Z\d]{2,5}$/

/** "Ana Lind (AL), clerk": what stands behind the comma of two words says more of one person. */
function beforeComma(text: string): string {
  for (let from = 0, at = text.indexOf(","); at >= 0; from = at + 1, at = text.indexOf(",", from))
    if (
      /\s/.test(text.charAt(at + 1)) &&
      /\p{L}{2} \p{L}/u.test(text.slice(Math.max(from, at - 64), at))
    )
      return text.slice(0, at)
  return text
}

/** A dash, a stroke or a small word, and all behind it. */
const BEHIND = new RegExp(
  `\\s[–—-]\\s[\\s\\S]*|(?:\\/(?=\\p{Lu})|\\s(?=@[\\s\\p{L}]|(?:of|from|${BEHIND_NAME}|on (?:agenda )?(?:items?|points?))(?:\\s|$)))(?<=\\p{L} \\p{Lu}[\\p{L}’'-]{1,30}[\\s/])[\\s\\S]*`,
  "u",
)
/** A part of a list without what stands in brackets, its number and its full stop. */
export function nameAlone(text: string): string {
  const own = text.slice(0, 200).trimStart()
  const whole = own
    .slice(inFrontOfName(own))
    .replace(/\([^)]*\)?|<[^<>]{0,80}>|\s['’‘]\d\d(?!\d)/g, "")
    .replace(BEHIND, "")
  return (
    beforeComma(whole)
      .trim()
      // The end of a row, and the call sign of a radio amateur.
      .replace(/\|$/, "")
      .trimEnd()
      .replace(CALL_SIGN, "")
      .replace(POSTNOMINAL, "")
      .replace(/^\d{1,3}[.)]\s+|^["'“«[]{1,3}|["'”»\]]{1,3}$/g, "")
      .replace(/(?<=\p{L}{2})\s?\.$/u, "")
  )
}

const INITIAL = /^(\p{Lu})\.?\s(?=\p{Lu}\p{Ll}\S*$)/u

/** The whole name of a family that the list gives alone, or behind `letter`, where one of those who led the meeting has it. */
export function wholeAmong(
  name: string,
  led: readonly { value: string }[],
  letter = "",
): string | null {
  if (/\s/.test(name)) return null
  const own = led.filter(
    ({ value }) =>
      value.startsWith(letter) &&
      !INITIAL.test(value) &&
      nameKey(value).endsWith(` ${nameKey(name)}`),
  )
  return new Set(own.map(({ value }) => value)).size === 1 ? (own[0]?.value ?? null) : null
}

/**
 * Gives those of a list their whole names: families alone, and initials where most of the list has none; and
 * to "A. Lind" who led the meeting the one that the list has.
 */
export function completeNames(people: readonly { name: string }[], led: { value: string }[]) {
  const short = people.filter(({ name }) => INITIAL.test(name)).length
  for (const each of people) {
    const [front = "", letter = ""] = (short * 2 < people.length && INITIAL.exec(each.name)) || []
    each.name = wholeAmong(each.name.slice(front.length), led, letter) ?? each.name
  }
  const whole = people.map(({ name }) => ({ value: name }))
  for (const each of led) {
    const [front = "", letter = ""] = INITIAL.exec(each.value) ?? []
    if (front) each.value = wholeAmong(each.value.slice(front.length), whole, letter) ?? each.value
  }
}

/** "W. Lind called the meeting to order": the Wanda Lind of the list, and nobody besides her. */
export function completeLed(
  led: readonly { value: string }[],
  people: readonly { name: string }[],
) {
  if (!led.some(({ value }) => isInitialled(value))) return
  const who = new Who(people.map(({ name }) => name))
  for (const each of led)
    if (isInitialled(each.value)) each.value = who.whole(each.value) ?? each.value
}

/** Two names or more, and little else. */
export function areNames(text: string): boolean {
  const parts = segmentsOf(text)
  return parts.length >= 2 && shareOfNames(parts) >= 0.6
}
