import { findNames } from "../people/names"

/** What follows a name in a sentence about whoever bears it, where others may stand beside them. */
const TELLS =
  /^(?:,? (?:and|&) [^,.;:]{3,60}?)?,? (?:was|were|is|are|had|has|have|could|can|cannot|couldn|did|will|would|sent|wrote|asked|let|gave|told|excused|apologi|remained|stayed|lay|fell)/u
const FEWEST = 5

/**
 * Whether a text below "Apologies" is no list, but a sentence that begins with somebody and says why they
 * were away: "Ana Lind was at sea, and Ben Okoro had a lecture."
 */
export function tellsOfAbsence(text: string): boolean {
  if (text.length > 1500 || !/^\p{Lu}/u.test(text)) return false
  const [first] = findNames(text.slice(0, 200))
  if (!first || first.words < 2 || first.possessive) return false
  if (!/^\p{L}{0,9}\.?\s?$/u.test(text.slice(0, first.from))) return false
  return TELLS.test(text.slice(first.to, first.to + 90)) && text.split(/\s+/).length >= FEWEST
}
