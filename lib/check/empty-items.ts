import type { CoveredItem, ReportFacts, Span } from "./model"

/** The labels of the items whose own heading stands in the text with no word under it, and its place. */
export function emptyItems({
  agenda,
  sections,
  paragraphs,
}: Pick<ReportFacts, "agenda" | "sections" | "paragraphs">): Map<string, Span> {
  const silent = new Set<string>()
  const collect = (item: CoveredItem) => {
    if (item.coverage === "not-recorded") silent.add(item.label)
    item.children.forEach(collect)
  }
  agenda.forEach(collect)
  for (const { text, item, heading } of paragraphs) {
    if (item !== null && !heading && /[\p{L}\p{N}]/u.test(text)) silent.delete(item)
  }
  const empty = new Map<string, Span>()
  for (const { items, at } of sections) {
    const [label = "", ...others] = items
    if (others.length === 0 && silent.has(label)) empty.set(label, at)
  }
  return empty
}
