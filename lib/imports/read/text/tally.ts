import { wordsOf } from "@/lib/check/words"
import type { ReadBlock } from "../model"
import { SPACE_IN_HTML } from "./inline"
import { visible } from "./invisible"

/** How many words a source has, and how many of them stand in what was made of it. */
export type Tally = { total: number; kept: number }

/** Counts the words of a source that are found again in `texts`, each as often as it occurs. */
export function tally(source: string, texts: Iterable<string>): Tally {
  const wanted = new Map<string, number>()
  let total = 0
  const seen = visible(source)
  const spaced = seen.includes(SPACE_IN_HTML) ? seen.replaceAll(SPACE_IN_HTML, " ") : seen
  for (const word of wordsOf(spaced)) {
    wanted.set(word, (wanted.get(word) ?? 0) + 1)
    total += 1
  }
  let kept = 0
  for (const text of texts) {
    for (const word of wordsOf(visible(text))) {
      const left = wanted.get(word) ?? 0
      if (left === 0) continue
      wanted.set(word, left - 1)
      kept += 1
    }
  }
  return { total, kept }
}

/** Everything of a block that has words: its text, its number, and where its links point. */
export function* textsOf(block: ReadBlock): Generator<string> {
  // A mark ends a word of the source ("[letter](#)s"), so the text is cut where marks begin and end.
  const edges = new Set([0, block.text.length])
  for (const mark of block.marks) edges.add(mark.from).add(mark.to)
  const cuts = [...edges].sort((a, b) => a - b)
  for (const [index, from] of cuts.entries()) yield block.text.slice(from, cuts[index + 1] ?? from)
  if (block.marker) yield block.marker
  for (const mark of block.marks) {
    if (mark.name) yield mark.name
    if (mark.href && block.text.slice(mark.from, mark.to) !== mark.href) yield mark.href
  }
}
