import type { Line } from "../text/shape"

/**
 * "1. Opening", "1. Budget", "1. Roof" right below one another: Markdown counts such a list itself, and
 * whoever wrote it need not. What is set in deeper stands below an entry and may be counted so as well.
 */
export function withLazyNumbers(lines: readonly Line[]): Line[] {
  /** How far in the lists stand that go on here, the outermost first, and how far each has counted. */
  const open: { indent: number; count: number }[] = []
  return lines.map((line) => {
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
}
