import { ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS } from "./vocabulary"

/** "@twanjiru" and nothing else. */
export function isHandle(text: string): boolean {
  return /^@[\p{L}\d_.-]{2,40}$/u.test(text)
}

/**
 * "tove", "peder.l", "HD": one word that may be how somebody is called in a chat, where it stands among
 * names. A word for people, a body or a thing of every day is none.
 */
export function isNick(text: string): boolean {
  if (!/^@?\p{L}[\p{L}\d_.-]{1,24}$/u.test(text) || /[.-]$|\p{L}_\p{Lu}/u.test(text)) return false
  const plain = text.replace(/^@/, "").toLowerCase()
  return ![ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS].some(
    (known) => known.has(plain) || (plain.endsWith("s") && known.has(plain.slice(0, -1))),
  )
}

/** Whether a nick is written as no name is: in small letters, or as initials. */
export const isOddlyWritten = (nick: string): boolean =>
  /^@|^\p{Ll}|[\d_]/u.test(nick) || areLetters(nick)

/** "HD", "PW-S": the first letters of somebody's names. */
export const areLetters = (text: string): boolean => /^\p{Lu}{2,3}(?:-\p{Lu})?$/u.test(text)

/** The only person whose initial and family name begin as a handle does. */
export function behindHandle(
  handle: string,
  families: ReadonlyMap<string, string | null>,
): string | null {
  const people = [...families].flatMap(([family, name]) =>
    name?.charAt(0).toLowerCase() === handle.charAt(0) && family.startsWith(handle.slice(1))
      ? [name]
      : [],
  )
  return new Set(people).size === 1 ? (people[0] ?? null) : null
}
