import type { Topic, Topics } from "../agenda/topics"
import type { ReadItem } from "../model"
import type { Line } from "../text/shape"

/** "Items 4 and 5", "On point 1", "II (a). The visits rose": by labels in front, or with the titles behind them. */
export function namedByLabel({ whole: { text }, gap }: Line, topics: Topics): Topic | null {
  return topics.several(text) ?? topics.byNumber(text) ?? (gap ? topics.byCompound(text) : null)
}

/** "A.1", "3.1": the first paragraph on an item, that counts below its label. */
function opensItem({ gap, marker }: Line, topics: Topics): ReadItem | undefined {
  const [, above = ""] =
    gap && marker?.form === "dotted" ? (/^([A-Z]|\d{1,2})\.1$/.exec(marker.text) ?? []) : []
  const item = above ? topics.byLabel(above) : undefined
  return item && topics.agenda.includes(item) && item.children.length === 0 ? item : undefined
}

/** "--- 3 + 5 ---", "A.1 Ana reported", and "Item 4 was moved forward" where that is still to come. */
export function referredTo(
  line: Line,
  topics: Topics,
  isOpen: (item: ReadItem) => boolean,
): Topic | null {
  const text = line.marker ? line.words.text : line.whole.text
  const first = opensItem(line, topics)
  if (first && isOpen(first)) return { items: [first], end: null, sure: false }
  const topic = line.gap ? topics.byReference(text) : null
  return topic && (topic.end !== null || topic.items.every(isOpen)) ? topic : null
}
