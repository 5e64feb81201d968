import type { Line } from "../text/shape"

/**
 * "1. Opening", "1. Budget", "1. Roof" right below one another: Markdown counts such a list itself, and
 * whoever wrote it need not. What is set in deeper stands below an entry and may be counted so as well.
 */
export function withLazyNumbers(lines: readonly Line[]): Line[] {
  /** How far in the lists stand that go on here, the outermost first, and how far each has counted. */
  const open: { indent: number; count: number }[] = []
  const counted = lines.map((line) => {
    if (line.gap || line.level > 0) open.length = 0
    while ((open.at(-1)?.indent ?? -1) > line.indent) open.pop()
    const last = open.at(-1)
    const own = last?.indent === line.indent ? last : null
    if (line.marker?.form !== "number" || line.bullet) {
      if (own && line.bullet) open.pop()
      return line
    }
    if (!own) {
      if (line.marker.text === "1") open.push({ indent: line.indent, count: 1 })
      return line
    }
    if (line.marker.text !== "1") {
      open.pop()
      return line
    }
    own.count += 1
    return { ...line, marker: { ...line.marker, text: String(own.count) } }
  })
  return withLoneNumbers(counted)
}

/** So many headings with the first number that it is a list whose count is lost. */
const LEAST = 3
const LONGEST = 80

/**
 * "1. Website" above its text, and "1. Other business" above other text: a list that was pasted begins
 * anew behind each paragraph. Each stands alone, and none of them has a second behind it.
 */
function withLoneNumbers(lines: readonly Line[]): Line[] {
  const [first] = lines.filter(isLone)
  const alike = lines.filter((line) => isLone(line) && line.indent === first?.indent)
  const others = lines.filter(
    ({ marker, bullet, indent, gap }) =>
      marker?.form === "number" &&
      marker.text !== "1" &&
      !bullet &&
      indent === first?.indent &&
      gap,
  )
  const titles = alike.filter(
    ({ words: { text } }) => text.length <= LONGEST && !/[.!?;,]$/.test(text),
  )
  if (titles.length < LEAST || titles.length < alike.length || others.length > 0) return [...lines]
  const values = new Map(alike.map((line, at) => [line, String(at + 1)]))
  return lines.map((line) => {
    const text = values.get(line)
    return text && line.marker ? { ...line, marker: { ...line.marker, text } } : line
  })
}

const isLone = ({ marker, bullet, gap, level }: Line) =>
  marker?.form === "number" && marker.text === "1" && !bullet && gap && level === 0

/** So many headings beside it without a number that the one that has one does not count. */
const FEWEST_BESIDE = 2

/** "3.32 post mortem" beside "Schedule" and "Maintainers": a version or a year in front of a title is a word of it. */
export function withoutLoneNumbers(lines: readonly Line[]): Line[] {
  const levels = new Map<number, Line[]>()
  for (const line of lines)
    if (line.level > 0) levels.set(line.level, [...(levels.get(line.level) ?? []), line])
  const lone = new Set(
    [...levels.values()].flatMap((heads) => {
      const [first, ...more] = heads.filter(({ marker }) => marker !== null)
      const counts = first?.marker?.form !== "dotted" || /^1(?:\.[01])?$/.test(first.marker.text)
      return first && more.length === 0 && !counts && heads.length > FEWEST_BESIDE ? [first] : []
    }),
  )
  if (lone.size === 0) return [...lines]
  return lines.map((line) => (lone.has(line) ? { ...line, marker: null, words: line.whole } : line))
}
