import * as Y from "yjs"

/** How many words changes bring, for the sentence that says how many wait. */
export function wordsIn(changes: readonly Uint8Array[], locale: string): number {
  if (changes.length === 0) return 0
  const { structs } = Y.decodeUpdate(Y.mergeUpdates([...changes]))
  const parts: string[] = []
  let end = -1
  for (const struct of structs) {
    const content = struct instanceof Y.Item ? struct.content : null
    if (!(content instanceof Y.ContentString)) continue
    // What was typed in one go stands in one row.
    if (struct.id.clock !== end) parts.push(" ")
    parts.push(content.str)
    end = struct.id.clock + struct.length
  }
  let count = 0
  const words = new Intl.Segmenter(locale, { granularity: "word" })
  for (const part of words.segment(parts.join(""))) if (part.isWordLike) count++
  return count
}
