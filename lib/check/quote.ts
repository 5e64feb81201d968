import type { ParagraphFact, Quoted, Span } from "./model"

/** Beyond this many occurrences in a paragraph nothing is looked for. */
const MOST = 200

/**
 * Words of which only the place in the source is known, with those before them in their paragraph, or
 * nothing before them where they cannot be found there.
 */
export function quoteSpan(
  paragraphs: readonly ParagraphFact[],
  at: Span | null,
  there: string,
): Quoted {
  const bare = { before: "", there }
  if (!at || there === "") return bare
  for (const { text, place } of paragraphs) {
    const whole = place(0, text.length)
    if (at.from < whole.from || at.to > whole.to) continue
    let from = text.indexOf(there)
    for (let tried = 0; from >= 0 && tried < MOST; tried += 1) {
      if (place(from, from + there.length).from === at.from) {
        return { before: text.slice(Math.max(0, from - 24), from), there }
      }
      from = text.indexOf(there, from + 1)
    }
  }
  return bare
}
