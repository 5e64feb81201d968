export type Segment = { text: string; at: number; isWord: boolean }

/** Long texts are cut here, after a blank: the time of `Intl.Segmenter` grows faster than its text. */
const PIECES = /[\s\S]{1,1000}(?:\s+(?=\S)|$)|[\s\S]{1,1000}/g

/** Words and what stands between them, as a language has them; together they are the text. */
export function segmentsOf(text: string, locale: string): Segment[] {
  const words = new Intl.Segmenter(locale, { granularity: "word" })
  const found: Segment[] = []
  let at = 0
  for (const [piece] of text.matchAll(PIECES)) {
    for (const { segment, isWordLike } of words.segment(piece)) {
      found.push({ text: segment, at, isWord: isWordLike === true })
      at += segment.length
    }
  }
  return found
}
