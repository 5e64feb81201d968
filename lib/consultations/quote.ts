import type { Quote } from "@/lib/comments/model"

/** Characters before and after the words that are kept with them. */
const around = 80

type Section = { place: string; words: string }

/**
 * The words that somebody copied, found in the sections of a text, with what stands around them. Line
 * ends and repeated spaces do not count, as a browser copies them otherwise; null when they stand nowhere.
 */
export function findQuote(
  sections: readonly Section[],
  quote: string,
): { place: string; passage: Quote } | null {
  const wanted = plain(quote)
  if (wanted === "") return null
  for (const { place, words } of sections) {
    const text = plain(words)
    const at = text.indexOf(wanted)
    if (at < 0) continue
    const end = at + wanted.length
    const before = text.slice(Math.max(0, at - around), at)
    return { place, passage: { quote: wanted, before, after: text.slice(end, end + around) } }
  }
  return null
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim()
