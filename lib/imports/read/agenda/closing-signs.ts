import { sliceRich } from "../text/rich"
import type { Line } from "../text/shape"
import { SAYS } from "./titles-in-front"

/** So many numbered lines that end so that it is how this report closes its headings. */
const LEAST = 3
const LONGEST = 100
const MOST_WORDS = 12

/**
 * "1. Call to Order." or "Item 31/13: Police report:" where most numbered lines that stand alone end so:
 * the sign closes a heading, and neither a sentence nor what leads into a list. Gives them without it.
 */
export function withoutClosingSigns(lines: readonly Line[]): Line[] {
  const closed = new Map<string, Line[]>()
  const counts = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (!line.marker || !line.gap || line.bullet || line.level > 0) continue
    const { form } = line.marker
    counts.set(form, (counts.get(form) ?? 0) + 1)
    const sign = signOf(line, lines[index + 1])
    if (sign === "") continue
    const key = `${form} ${sign}`
    closed.set(key, [...(closed.get(key) ?? []), line])
  }
  const heads = new Set(
    [...closed].flatMap(([key, found]) => {
      const all = counts.get(key.slice(0, -2)) ?? 0
      return found.length >= LEAST && found.length * 3 >= all * 2 ? found : []
    }),
  )
  if (heads.size === 0) return [...lines]
  return lines.map((line) => {
    if (!heads.has(line)) return line
    return { ...line, words: sliceRich(line.words, 0, line.words.text.length - 1) }
  })
}

/** The sign that a short line ends with; a full stop counts where no sentence stands in front of it. */
function signOf({ words: { text } }: Line, next: Line | undefined): string {
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return ""
  if (/\p{L}{2}[)”"]?:$/u.test(text)) return SAYS.test(text) ? "" : ":"
  const alone = next === undefined || next.gap
  return alone && /\p{L}{3}[)”"]?\.$/u.test(text) && !SAYS.test(text) && !/[.:]\s/.test(text)
    ? "."
    : ""
}
