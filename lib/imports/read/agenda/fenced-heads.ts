import type { Line } from "../text/shape"

const FENCE = /^(?:`{3,}|~{3,})$/
/** So many that it is how this report sets its headings, and no sample of anything. */
const LEAST = 3
const LONGEST = 80

/** Makes headings of short lines that each stand alone in a block of code, as some set their items. */
export function withFencedHeads(lines: readonly Line[]): Line[] {
  const fences = new Set<Line>()
  const heads = new Map<Line, number>()
  let above = 1
  for (const [index, line] of lines.entries()) {
    if (line.level > 0) above = line.level
    const [before, behind] = [lines[index - 1], lines[index + 1]]
    if (!before || !behind || fences.has(before) || !isTitle(line)) continue
    if (!FENCE.test(before.whole.text) || !FENCE.test(behind.whole.text)) continue
    // All of them stand on one level, whatever headings stand between.
    heads.set(line, heads.values().next().value ?? above + 1)
    for (const each of [before, behind]) fences.add(each)
  }
  if (heads.size < LEAST) return [...lines]
  return lines
    .filter((line) => !fences.has(line))
    .map((line) => {
      const level = heads.get(line)
      return level ? { ...line, level, gap: true } : line
    })
}

function isTitle({ words: { text }, bullet, level }: Line): boolean {
  return (
    !bullet &&
    level === 0 &&
    text.length <= LONGEST &&
    /\p{L}{3}/u.test(text) &&
    !/[.;{}=]$/.test(text)
  )
}
