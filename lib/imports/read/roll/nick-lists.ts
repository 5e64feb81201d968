import { isNick, isOddlyWritten } from "../people/handles"
import { looksLikeName } from "../people/names"
import { nameAlone } from "./roll-names"

/** "hpark (15 minutes late)": how somebody is called in a chat, and what is said of them. */
export function nickOf(text: string): { nick: string; capacity: string } | null {
  const [, nick = "", capacity = ""] = /^(\S{2,26})(?:\s\(([^()]{1,60})\))?$/.exec(text) ?? []
  return isNick(nick) ? { nick, capacity } : null
}

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
  if (!parts.every(({ text }, index) => whole[index] || nickOf(text))) return false
  // "parents, teachers, neighbours": kinds of people.
  if (odd.filter(({ text }) => text.endsWith("s")).length * 2 > odd.length) return false
  if (!whole.includes(true)) return odd.some(({ text }) => !/^\p{Lu}+$/u.test(text))
  // Two of one kind beside each other are two people, and none says more of the other.
  const first = bare.map((name) => !name.includes(" ") && looksLikeName(name))
  const together = [whole, first].some((kind) => kind.some((each, at) => each && kind[at + 1]))
  return together || whole[0] === false
}
