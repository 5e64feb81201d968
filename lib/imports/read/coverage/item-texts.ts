import type { FinishedBlock } from "../text/finished"
import { isRow } from "../text/table"

/**
 * What stands under each item, by its label. A list of decisions or actions, or a table, counts only
 * where nothing else stands there: below "Any other business: none" it may be that of the whole meeting.
 */
export function textsByItem(finished: readonly FinishedBlock[]): Map<string, string> {
  const texts = new Map<string, string>()
  const listed = new Map<string, string>()
  for (const { block, under, head } of finished) {
    if (block.item === null || block.kind === "heading" || pointsElsewhere(block.text)) continue
    const into = under || head || isRow(block.text) ? listed : texts
    into.set(block.item, `${into.get(block.item) ?? ""}${block.text}\n`)
  }
  for (const [label, text] of listed) if (!texts.has(label)) texts.set(label, text)
  return texts
}

const POINTS =
  /^(?:links?|labels?|tags?|slides|issues?|proposal|pull request|pr|presenters?)(?::\s|:?$)/i
const ADDRESS = /^(?:[\p{L} ]{2,20}:\s)?<?https?:\/\/\S+$/iu

/** "Link: https://…", "Labels: question", "Slides": where the matter itself stands, and nothing that was said. */
function pointsElsewhere(text: string): boolean {
  if (text.length > 300) return false
  return ADDRESS.test(text) || (POINTS.test(text) && !/[.!?](?:\s|$)/.test(text))
}

/** What was said under no item. */
export function looseTexts(finished: readonly FinishedBlock[]): string[] {
  return finished.flatMap(({ block }) =>
    block.part === "discussion" && block.item === null && block.kind !== "heading"
      ? [block.text]
      : [],
  )
}
