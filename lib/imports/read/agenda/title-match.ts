import { titleKey } from "@/lib/check/titles"
import { contentWords, distance, likeness, squeezed } from "@/lib/check/words"

/** A text in the forms that titles are compared in. */
export type Compared = { text: string; key: string; whole: string; words: string[] }

export function compared(text: string): Compared {
  return { text, key: titleKey(text), whole: squeezed(text), words: contentWords(text) }
}

/** Other business by any of its names, in front of what was said under it. */
export const AOB =
  /^(?:any )?(?:other|remaining) (?:competent )?(?:business|matters|items|issues)(?: \(aob\))?|^a\.?o\.?(?:c\.?)?b\b\.?|^misc(?:ellaneous\b|\b\.?)|^divers\b/i

/** How well a text fits a title, 0 to 1, and where its heading ends; null when it is none. */
export type TitleMatch = { score: number; end: number | null }

/**
 * Whether a text is a title: whole, shortened, with a few words or letters changed, or in front of
 * more text. `length` is that of the whole text, of which `given` may be the beginning.
 */
export function matchTitle(title: Compared, given: Compared, length: number): TitleMatch | null {
  if (title.key === "" || given.whole === "") return null
  if (given.key === title.key) return { score: 1, end: length }
  const short = length <= Math.max(60, title.text.length * 1.6 + 20)
  if (short && title.whole.startsWith(given.whole)) {
    if (given.words.length >= 2 || given.whole.length >= 8) return { score: 0.95, end: length }
  }
  // "Draft recommendations" for "Review of the draft recommendations".
  if (short && given.words.length >= 2 && title.whole.endsWith(given.whole))
    return { score: 0.92, end: length }
  const aob = title.key === "aob" ? AOB.exec(given.text.slice(0, 60)) : null
  if (aob) {
    const end = headingEnd(given.text, aob[0].length, length)
    if (end !== null) return { score: 0.94, end }
  }
  const { whole, key } = title
  const lead = whole.length >= 6 && given.whole.startsWith(whole) ? whole : key
  if (given.whole.startsWith(lead)) {
    const end = endOf(given.text, lead.length)
    const heading = end === null ? null : headingEnd(given.text, end, length)
    // A single word in front of a sentence is a heading only where something closes it.
    if (end !== null && (heading !== null || title.words.length >= 2)) {
      return { score: 0.94, end: heading }
    }
  }
  if (!short || isSentence(given.text)) return null
  const alike = likeness(title.words, given.words)
  if (alike >= 0.6) return { score: Math.min(0.89, alike), end: length }
  const most = Math.max(1, Math.floor(key.length / 8))
  const close = key.length >= 6 && distance(key, given.whole, most) <= most
  return close ? { score: 0.8, end: length } : null
}

/** "The agenda was adopted." tells what happened under a title; it is none. */
function isSentence(text: string): boolean {
  if (!/[.!]$/.test(text)) return false
  return /\b(?:was|were|is|are|has|have|had|will|would|its)\b|^the \p{L}+ \p{L}+ed\b/iu.test(text)
}

/** Where the first `count` letters and digits of a text end; null within a word. */
function endOf(text: string, count: number): number | null {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    seen += squeezed(text.charAt(i)).length
    if (seen < count) continue
    return /^[\p{L}\p{N}]/u.test(text.slice(i + 1, i + 3)) ? null : i + 1
  }
  return text.length
}

/** A title in front of text ends at a colon, dash or full stop; anything else makes it a sentence. */
function headingEnd(text: string, end: number, length: number): number | null {
  const rest = text.slice(end)
  const closed =
    /^[)\]"”’]{0,4}\s{0,4}(?:(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\])\s{0,4})?(?::|[.](?=\s)|[–—-](?=\s))\s{0,8}/.exec(
      rest,
    )
  if (closed) return end + closed[0].length
  // "Public Comment-none": no hyphen joins what follows to a title of several words.
  if (/^-\p{L}/u.test(rest) && text.slice(0, end).includes(" ")) return end + 1
  return /^[^\p{L}\p{N}]*$/u.test(rest) ||
    /^\s*(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\])[.\s]*$/.test(rest)
    ? length
    : null
}
