import { squeezed } from "@/lib/check/words"
import { looksLikeHeading, type Topics } from "../agenda/topics"
import type { ReadItem } from "../model"
import type { Line } from "../text/shape"

/** The items that have a heading of their own, so that a bare number is none: it numbers paragraphs. */
export function titledItems(lines: readonly Line[], topics: Topics): ReadonlySet<ReadItem> {
  const found = new Set<ReadItem>()
  for (const line of lines) {
    if (line.words.text.length > 140 || !looksLikeHeading(line)) continue
    // "Item 4" alone is a heading, and "Items 4 and 5".
    const alone = line.marker && line.words.text === "" ? topics.byLabel(line.marker.text) : null
    if (alone) found.add(alone)
    const several = topics.several(line.whole.text)
    if (several?.end === line.whole.text.length) for (const item of several.items) found.add(item)
    const topic = topics.byTitle(line.words.text)
    if (topic?.sure && topic.end === line.words.text.length)
      for (const item of topic.items) found.add(item)
  }
  return found
}

/** Whether the next line is the rest of a heading that was wrapped. */
export function completes(title: string, line: Line, next: Line): boolean {
  if (next.gap || next.marker || next.bullet || next.level > 0) return false
  const whole = squeezed(title)
  const first = squeezed(line.words.text)
  const rest = squeezed(next.whole.text.slice(0, 200))
  return rest !== "" && whole.startsWith(first) && whole.slice(first.length).startsWith(rest)
}
