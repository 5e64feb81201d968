/** Characters that show nothing and steer nothing but direction and line breaks. */
const NEVER_SEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const JOINERS = /[\u200c\u200d]/
const LATIN = /\p{Script=Latin}/u

/**
 * Whether the character at a place is seen by nobody, so that a name with it is the name without it.
 * Joiners shape the letters of many scripts and stay; between Latin letters they do nothing.
 */
export function isInvisible(text: string, at: number): boolean {
  const char = text.charAt(at)
  if (char < "\u00ad") return false
  return NEVER_SEEN.test(char) || (JOINERS.test(char) && LATIN.test(text.charAt(at - 1)))
}

/** A text without what nobody sees in it. */
export function visible(text: string): string {
  if (!NEVER_SEEN.test(text) && !JOINERS.test(text)) return text
  let seen = ""
  for (let at = 0; at < text.length; at++) if (!isInvisible(text, at)) seen += text.charAt(at)
  return seen
}
