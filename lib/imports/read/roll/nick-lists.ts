import { saysGuest } from "../people/beside-names"
import { areLetters, isNick, isOddlyWritten } from "../people/handles"
import { looksLikeName } from "../people/names"
import { nameAlone } from "./roll-names"

/** "hpark (15 minutes late)": how somebody is called in a chat, and what is said of them. */
export function nickOf(text: string): { nick: string; capacity: string } | null {
  const [, nick = "", capacity = ""] = /^(\S{2,26})(?:\s\(([^()]{1,60})\))?$/.exec(text) ?? []
  if (saysGuest(nick)) return null
  return isNick(nick) || areLetters(nick) ? { nick, capacity } : null
}

/** So many initials in one list are people's. */
const FEWEST_LETTERS = 3

/**
 * Whether the parts of a list are people called by one word, "brimstone, dkoller, hpark", or names with
 * some of those among them: "Wren, HD, Tobias Falk, nao". "Ana Lind, farmer, Ben Okoro, teacher" says
 * of each what they are.
 */
export function areNicks(parts: readonly { text: string }[]): boolean {
  const odd = parts.filter(({ text }) => isOddlyWritten(nickOf(text)?.nick ?? ""))
  if (parts.length < 2 || odd.length === 0) return false
  const bare = parts.map(({ text }) => nameAlone(text).replace(/(?<=\p{L})_(?=\p{Lu})/gu, " "))
  const whole = bare.map((name) => name.includes(" ") && looksLikeName(name))
  // "hana, Hana Ito": one person, by both.
  if (parts.length === 2 && whole.includes(true)) return false
  const letters = parts.filter(({ text }) => areLetters(nameAlone(text)))
  // "AH, TN, DO, Ana Lind": initials are people's, whatever else "do" means.
  if (letters.length >= FEWEST_LETTERS)
    return parts.every(({ text }, index) => whole[index] || nickOf(text))
  if (!parts.every(({ text }, index) => whole[index] || nickOf(text))) return false
  // "Marguerite, Dontae, Olena, JT": among first names letters are somebody, too.
  const firsts = bare.filter(
    (name) => !name.includes(" ") && looksLikeName(name) && !areLetters(name),
  )
  if (letters.length > 0 && odd.length === letters.length && !whole.includes(true))
    if (firsts.length >= FEWEST_LETTERS && firsts.length + letters.length === parts.length)
      return true
  // "parents, teachers, neighbours": kinds of people.
  if (odd.filter(({ text }) => text.endsWith("s")).length * 2 > odd.length) return false
  // "AH, TN, LB" are people, "IT, HR" the departments that sent somebody.
  if (!whole.includes(true)) return odd.some(({ text }) => !areLetters(nickOf(text)?.nick ?? ""))
  // Two of one kind beside each other are two people, and none says more of the other.
  const first = bare.map((name) => !name.includes(" ") && looksLikeName(name))
  const together = [whole, first].some((kind) => kind.some((each, at) => each && kind[at + 1]))
  return together || whole[0] === false
}
