const WORDS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  )

/** A count in digits or in words up to twenty, as part of a larger pattern. */
export const COUNT = `(?:\\d{1,4}|${WORDS.slice(1).join("|")})`

/** The number of a count as written; null when it is none. */
export function countOf(written: string): number | null {
  if (/^\d{1,4}$/.test(written)) return Number(written)
  const place = WORDS.indexOf(written.toLowerCase())
  return place < 0 ? null : place + 1
}
