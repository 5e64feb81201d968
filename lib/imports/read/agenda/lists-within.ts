import type { Line } from "../text/shape"
import { markerValue } from "./agenda-lines"
import { titleOf } from "./numbering"

/** So many entries, so many of which head a section. */
const LEAST = 4
const LEAST_HEADS = 3
const MOST = 60

/** Whether a list that counts from the first begins here, its second entry right below. */
export function opensTightList(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  const opens = line?.marker?.text === "1" && !line.bullet && line.level === 0
  return opens && next !== undefined && !next.gap && next.marker !== null && !next.bullet
}

/**
 * Whether the titles of such a list stand once more in front of sections: an agenda that is printed
 * where it was adopted, behind the first items.
 */
export function listsHeadings(lines: readonly Line[], index: number): boolean {
  const list = lines.slice(index, index + MOST)
  const end = list.findIndex((line, at) => at > 0 && (line.gap || line.level > 0 || !line.marker))
  const entries = list.slice(0, end < 0 ? list.length : end)
  const outer = entries[0]?.indent ?? 0
  const top = entries.filter(({ indent }) => indent < outer + 2)
  let last = 0
  for (const { marker } of top) {
    const value = marker ? markerValue(marker, last) : 0
    if (value !== last + 1) return false
    last = value
  }
  const titles = new Set(top.map(titleOf).filter((title) => title.length >= 3))
  if (top.length < LEAST || titles.size < top.length) return false
  const own = new Set(entries)
  const heads = new Set(
    lines
      .filter((line) => !own.has(line) && (line.marker || line.level > 0) && line.gap)
      .map(titleOf)
      .filter((title) => titles.has(title)),
  )
  return heads.size >= LEAST_HEADS && heads.size * 2 >= titles.size
}
