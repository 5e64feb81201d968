import { nameWords } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import { PARTICLES } from "./vocabulary"

/** How a whole name is written short: "al", "jmo" for "Juan-María Ortega", "alind", "anal", "lindana". */
export function shortFormsOf(name: string): string[] {
  const words = nameWords(name)
  const whole = name.trim().split(/\s+/)
  const [first = "", last = ""] = [words[0], words.at(-1)]
  const family = squeezed(whole.at(-1) ?? "")
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  const letters = [words, ends, whole.map((word) => nameWords(word)[0] ?? "")].map((each) =>
    each.map((word) => word?.charAt(0) ?? "").join(""),
  )
  // "minji" is Min-ji.
  const given = squeezed(whole[0] ?? "")
  const joined = [first + family, first.charAt(0) + family, first + last.charAt(0), family + first]
  return [...new Set([given, ...letters, ...joined])]
}

/** A letter, or "de" and "van": what no name is known by alone. */
export const isSmall = (word: string): boolean => word.length < 2 || PARTICLES.has(word)
