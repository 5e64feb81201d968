import { joinRich } from "../text/rich"
import type { Line } from "../text/shape"

/** A line of capitals so long may have been wrapped, over so many lines. */
const FULL = 45
const MOST = 4

/**
 * "5. PUBLIC PARTICIPATION – OPPORTUNITY FOR MEMBERS" above "OF THE PUBLIC TO SPEAK": a numbered title in
 * capitals goes on below for as long as no small letter comes.
 */
export function withWrappedCapitals(lines: readonly Line[]): Line[] {
  const taken = new Set<Line>()
  const seen = new Set<string>()
  // "COMMITTEE RESOLUTION" below one title after another is a caption, and the rest of none.
  const again = new Set(
    lines.flatMap(({ whole: { text } }) => {
      const known = seen.has(text)
      seen.add(text)
      return known ? [text] : []
    }),
  )
  const joined = lines.map((line, index) => {
    if (!line.marker || line.bullet || !isInCapitals(line)) return line
    const rest: Line[] = []
    for (let before = line; rest.length < MOST; ) {
      const next = lines[index + rest.length + 1]
      if (!next || next.gap || next.marker || next.bullet || next.level > 0) break
      if (again.has(next.whole.text)) break
      // What hangs below the first word of the title goes on with it, however short the line above.
      const hangs = next.indent > line.indent + 1
      if ((before.to - before.from < FULL && !hangs) || !goesOn(next)) break
      rest.push(next)
      before = next
    }
    if (rest.length === 0) return line
    for (const each of rest) taken.add(each)
    return {
      ...line,
      to: (rest.at(-1) as Line).to,
      words: joinRich([line.words, ...rest.map(({ whole }) => whole)]),
      whole: joinRich([line.whole, ...rest.map(({ whole }) => whole)]),
    }
  })
  return taken.size === 0 ? joined : joined.filter((line) => !taken.has(line))
}

const isInCapitals = ({ words: { text } }: Line) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)

/** Capitals, or the figures of a day: a page has one number alone. */
const goesOn = ({ whole: { text } }: Line) =>
  !/\p{Ll}|:\s*\S|^\W*\d{1,3}\W*$/u.test(text) && /[\p{Lu}\d]/u.test(text)
