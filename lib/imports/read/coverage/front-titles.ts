import { SAYS } from "../agenda/titles-in-front"
import type { Line } from "../text/shape"

const FRONT = /^(\p{Lu}[^.:;!?()]{2,40}?)(?:\s\([^()]{0,80}\))?[.:](?:\s+(?=[\p{Lu}\d"“(])|$)/u

/**
 * "4. Manager. Mr Wend gave his report", "**Benches.** Ana has walked …": a few words in front of a
 * paragraph that is numbered, or set in bold. `length`: where the text behind them begins.
 */
export function frontOf({
  words: { text, marks },
  marker,
}: Line): { title: string; length: number } | null {
  const [all = "", title = ""] = FRONT.exec(text.slice(0, 140)) ?? []
  if (title === "" || title.split(/\s+/).length > 5 || SAYS.test(title)) return null
  const bold = marks.some(
    ({ kind, from, to }) => kind === "bold" && from === 0 && to >= title.length,
  )
  return marker || bold ? { title, length: all.length } : null
}
