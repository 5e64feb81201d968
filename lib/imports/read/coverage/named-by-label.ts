import type { Topic, Topics } from "../agenda/topics"
import type { ReadItem } from "../model"
import type { Line } from "../text/shape"

/** "Items 4 and 5", "On point 1", "II (a). The visits rose": by labels in front, or with the titles behind them. */
export function namedByLabel({ whole: { text }, gap }: Line, topics: Topics): Topic | null {
  return topics.several(text) ?? topics.byNumber(text) ?? (gap ? topics.byCompound(text) : null)
}

/** "--- 3 + 5 ---", and "Item 4 was moved forward" where that is still to come. */
export function referredTo(
  line: Line,
  topics: Topics,
  isOpen: (item: ReadItem) => boolean,
): Topic | null {
  const text = line.marker ? line.words.text : line.whole.text
  const topic = line.gap ? topics.byReference(text) : null
  return topic && (topic.end !== null || topic.items.every(isOpen)) ? topic : null
}
